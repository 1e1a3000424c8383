import { type AstNode, type CstNode, GrammarAST } from 'langium';
import { ownParts } from '../../own-parts.ts';
import type { Body, Span } from './source-text.ts';

/** One property of a body, or one thing that it holds. */
export interface Statement extends Span {
    /** The word that it begins with; of a thing that stands in it, the name of the list that holds it, such as `fields`. */
    readonly key: string;
}

/** What stands in a declaration's body, in the order of the text. */
export function statementsOf(node: AstNode, { open, close }: Body): Statement[] {
    if (!node.$cstNode) return [];
    const found: { start: number; end: number; key: string; alternative: GrammarAST.AbstractElement }[] = [];
    for (const part of ownParts(node.$cstNode, node)) {
        if (part.offset <= open || part.offset >= close) continue;
        const alternative = alternativeOf(part);
        const last = found.at(-1);
        if (!alternative) continue;
        if (last?.alternative === alternative && !begins(part, alternative)) last.end = part.end;
        else found.push({ start: part.offset, end: part.end, key: keyOf(part, alternative), alternative });
    }
    return found.map(({ start, end, key }) => ({ start, end, key }));
}

/** The alternative of the grammar that reads a part of a body: one of those that may be repeated in any order. */
function alternativeOf(part: CstNode): GrammarAST.AbstractElement | undefined {
    let alternative: GrammarAST.AbstractElement | undefined;
    for (let element = part.grammarSource; element; element = GrammarAST.isAbstractElement(element.$container) ? element.$container : undefined) {
        const around = element.$container;
        const repeated =
            GrammarAST.isAlternatives(around) && (around.cardinality === '*' || (GrammarAST.isParserRule(around.$container) && around.$container.fragment));
        if (repeated || (element.cardinality === '*' && !GrammarAST.isAlternatives(element))) alternative = element;
    }
    return alternative;
}

function begins(part: CstNode, alternative: GrammarAST.AbstractElement): boolean {
    const first = GrammarAST.isGroup(alternative) ? alternative.elements[0] : alternative;
    for (let element = part.grammarSource; element; element = GrammarAST.isAbstractElement(element.$container) ? element.$container : undefined) {
        if (element === first) return true;
    }
    return false;
}

function keyOf(part: CstNode, alternative: GrammarAST.AbstractElement): string {
    const first = GrammarAST.isGroup(alternative) ? alternative.elements[0] : alternative;
    return GrammarAST.isAssignment(first) ? first.feature : part.text;
}
