import { type AstNode, CstUtils, type LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpParams, SignatureInformation } from 'vscode-languageserver-protocol';
import { type Field, isMapping } from '../generated/ast.ts';
import { kindNames, pathOf } from '../names.ts';
import type { CrmMapParser } from '../parser/parser.ts';
import type { Level } from '../parser/run.ts';
import type { Token } from '../parser/tokens.ts';
import { plainText } from './markdown.ts';
import { declarationStart } from './statement-start.ts';
import { mappingShape, propertyShapes, type Shape, typeShapes } from './shapes.ts';

/** Signs after which a statement goes on in the next line. */
const unfinished = new Set([',', '->', 'then', '(']);

/** Shows how a statement of several parts is written while it is typed: `map` lines, arguments of field types, volumes, reviews … */
export class CrmMapSignatureHelp implements SignatureHelpProvider {
    readonly signatureHelpOptions = { triggerCharacters: [' ', '(', '>'], retriggerCharacters: [',', ' '] };
    private readonly parser: CrmMapParser;

    constructor(parser: CrmMapParser) {
        this.parser = parser;
    }

    provideSignatureHelp(document: LangiumDocument, { position }: SignatureHelpParams): SignatureHelp | undefined {
        const text = document.textDocument.getText();
        const offset = document.textDocument.offsetAt(position);
        const start = startOfWord(text, offset);
        const begin = declarationStart(document, start);
        const { level, tokens } = this.parser.endOf(text.slice(begin, start));
        const written = tokens.slice(0, -1);
        const last = written.at(-1);
        // Behind the end of a line a new statement begins.
        const between = last ? text.slice(begin + last.endOffset + 1, start) : '';
        if (/\/[/*]/.test(between)) return undefined;
        const newLine = /[\r\n]/.test(between);
        if (!last || (newLine && !unfinished.has(last.image))) return undefined;
        const found = statementAt(level, written);
        if (!found) return undefined;
        const active = Math.min(found.shape.active(found.words), found.shape.parts.length - 1);
        return { signatures: [signatureOf(found, this.fieldsAt(document, begin + last.startOffset, found))], activeSignature: 0, activeParameter: active };
    }

    /** The fields of the `map` line that the cursor stands in, with their types. */
    private fieldsAt(document: LangiumDocument, offset: number, { shape }: Statement): string {
        const root = document.parseResult.value.$cstNode;
        const leaf = root && shape === mappingShape ? CstUtils.findLeafNodeAtOffset(root, offset) : undefined;
        let node: AstNode | undefined = leaf?.astNode;
        while (node && !isMapping(node)) node = node.$container;
        if (!node) return '';
        const sources = node.sources.map(({ ref }) => ref).filter((field) => field !== undefined);
        const lines = [...sources.map((field) => fieldLine('from', field)), ...(node.target?.ref ? [fieldLine('to', node.target.ref)] : [])];
        return lines.join('\n');
    }
}

interface Statement {
    readonly head: string;
    readonly shape: Shape;
    /** What is written behind the head. */
    readonly words: readonly string[];
}

/** The innermost statement with a shape that the text ends in. */
function statementAt(level: Level, tokens: readonly Token[]): Statement | undefined {
    for (let around: Level | undefined = level; around; around = around.outer) {
        const { rule } = around.opened;
        const [first, ...rest] = tokens.slice(around.start).map(({ image }) => image);
        if (first === undefined) continue;
        if (rule.name === 'FieldType') return rest[0] === '(' && !rest.includes(')') ? statement(typeShapes, first, rest.slice(1)) : undefined;
        if (rule.name === 'Mapping') return { head: 'map', shape: mappingShape, words: rest };
        if (rule.builds === 'fragment' || rule.name === 'Evidence') {
            const found = statement(propertyShapes, first, rest);
            if (found) return found;
        }
        if (around.body) return undefined;
    }
    return undefined;
}

function statement(shapes: Readonly<Record<string, Shape>>, head: string, words: readonly string[]): Statement | undefined {
    const shape = Object.hasOwn(shapes, head) ? shapes[head] : undefined;
    return shape && { head, shape, words };
}

function signatureOf({ head, shape }: Statement, fields: string): SignatureInformation {
    const isType = Object.hasOwn(typeShapes, head) && typeShapes[head] === shape;
    let label = isType ? `${head}(` : `${head} `;
    const parameters = shape.parts.map(({ text, meaning }, index) => {
        if (index > 0) label += isType ? ', ' : ' ';
        const start = label.length;
        label += text;
        return { label: [start, label.length] as [number, number], documentation: meaning };
    });
    if (isType) label += ')';
    return { label, parameters, ...(fields !== '' && { documentation: { kind: 'markdown' as const, value: fields } }) };
}

function fieldLine(word: string, field: Field): string {
    const type = [field.type?.$cstNode?.text ?? '', ...field.modifiers.map(({ $cstNode }) => $cstNode?.text ?? '')].join(' ');
    return `- ${word} ${kindNames['Field']} ${plainText(pathOf(field) ?? field.name)} : ${plainText(type)}`;
}

/** Where the word in front of the cursor begins, as long as it is being typed. */
function startOfWord(text: string, offset: number): number {
    return offset - (/[\p{L}\p{N}\p{M}_.-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0);
}
