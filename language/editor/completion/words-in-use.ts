import { type AstNode, GrammarUtils } from 'langium';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { isField } from '../../generated/ast.ts';
import type { ImportGraph } from '../../imports.ts';
import { pathSegment } from '../../names.ts';
import { nodesOf } from '../../nodes.ts';
import { type Place, rankText } from './place.ts';
import { nodeAround } from './stated.ts';

/** The tags that the map has, those of most things first. */
export function tagItems(imports: ImportGraph, { document, range, typed }: Place): CompletionItem[] {
    if (typed.includes('.')) return [];
    const counts = new Map<string, number>();
    for (const part of imports.documentsOf(document)) {
        for (const node of nodesOf(part.parseResult.value)) for (const tag of tagsOf(node)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    return sorted.map(([tag, count], index) => ({
        label: tag,
        kind: CompletionItemKind.Value,
        detail: `of ${count} ${count === 1 ? 'thing' : 'things'}`,
        sortText: `0${rankText(index)}`,
        textEdit: { range, newText: pathSegment(tag) },
    }));
}

function tagsOf(node: AstNode): readonly string[] {
    const { tags } = node as { readonly tags?: unknown };
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

/** What the default of a field can be, where its type has few values. */
export function defaultItems({ around, range, typed }: Place): CompletionItem[] {
    const field = nodeAround(around, 'Field');
    const type = isField(field) ? field.type : undefined;
    const values = type?.name === 'boolean' ? ['true', 'false'] : typed === '' ? (type?.values ?? []).map((value) => JSON.stringify(value)) : [];
    return values.map((value, index) => ({
        label: value,
        kind: CompletionItemKind.Value,
        sortText: `0${rankText(index)}`,
        textEdit: { range, newText: value },
    }));
}

/** Nodes whose values make a list of another one. */
const listsOf: Readonly<Record<string, readonly [type: string, feature: string]>> = { Provision: ['System', 'provides'], DataUse: ['Touchpoint', 'uses'] };

/** What a list has already elsewhere than at the cursor, as it is written. */
export function alreadyListed(owner: string, property: string, { around, start }: Place): ReadonlySet<string> {
    const [type, feature] = Object.hasOwn(listsOf, owner) ? (listsOf[owner] ?? [owner, property]) : [owner, property];
    const parts = GrammarUtils.findNodesForProperty(nodeAround(around, type)?.$cstNode, feature);
    return new Set(parts.filter(({ offset, end }) => start < offset || start >= end).map(({ text }) => text.split(/\s/)[0] ?? ''));
}
