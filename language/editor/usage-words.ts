import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import { isFlow } from '../generated/ast.ts';
import { builtinScheme } from '../imports.ts';
import { kindNames, pathOf } from '../names.ts';
import { plainText } from './markdown.ts';

const mostNamed = 5;

/** `1 flow`, `3 entities`. */
export function counted(count: number, noun: string): string {
    return `${count} ${count === 1 ? noun : plural(noun)}`;
}

function plural(noun: string): string {
    return /[^aeo]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** What a declaration is called where it is named: its path, or the ends of a flow without a name. */
export function calledIn(node: AstNode): string {
    const path = pathOf(node);
    if (path !== undefined) return path;
    if (isFlow(node)) return `${node.from?.$refText ?? '?'} ${node.arrow ?? '->'} ${node.to?.$refText ?? '?'}`;
    return 'title' in node && typeof node.title === 'string' ? node.title : (kindNames[node.$type] ?? 'thing');
}

/** Who names a thing, a line for each kind, with some of their names as links to the text. */
export function usedByLines(users: readonly AstNode[]): string[] {
    const kinds = new Map<string, AstNode[]>();
    for (const user of new Set(users)) kinds.set(user.$type, [...(kinds.get(user.$type) ?? []), user]);
    return [...kinds].map(([type, those]) => {
        const shown = those.slice(0, mostNamed).map(linked).join(', ');
        const more = those.length > mostNamed ? ` and ${those.length - mostNamed} more` : '';
        return `- used by ${counted(those.length, kindNames[type] ?? 'thing')}: ${shown}${more}`;
    });
}

/** A declaration as a link to its place in the text. */
export function linked(node: AstNode): string {
    const document: LangiumDocument = AstUtils.getDocument(node);
    const text = plainText(clipped(calledIn(node), 60));
    const line = (GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode)?.range.start.line;
    if (line === undefined || document.uri.scheme === builtinScheme || document.uri.scheme === 'untitled') return text;
    return `[${text}](${document.uri.toString()}#L${line + 1})`;
}

/** A text that is cut where it is longer than a card should be. */
export function clipped(text: string, most: number): string {
    if (text.length <= most) return text;
    const cut = text.slice(0, most - 1);
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
