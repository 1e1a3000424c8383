import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';
import { normalPath } from './names.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Turns what is written into what is meant: names without backticks, texts without quotes and escapes, numbers without `_`. */
export class CrmMapValueConverter extends DefaultValueConverter {
    protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
        switch (rule.name) {
            case 'STRING':
                return textOf(input);
            case 'NUMBER':
                return Number(input.replaceAll('_', ''));
            case 'Name':
            case 'Label':
                return input.startsWith('`') ? input.replaceAll('`', '') : input;
            case 'Path':
                return normalPath(input);
            case 'ID':
            case 'WORD':
            case 'LABEL':
            case 'BACKTICK':
            case 'Word':
            case 'ValueUnit':
                return input;
            default:
                return super.runConverter(rule, input, cstNode);
        }
    }
}

/** The content of a text literal; an open one ends with its line. */
export function textOf(literal: string): string {
    const closed = literal.length > 1 && literal.endsWith('"');
    return literal.slice(1, closed ? -1 : undefined).replace(/\\(.)/gu, (_, char: string) => escapes[char] ?? char);
}
