import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-protocol';
import type { CrmMapLspServices } from '../editor-services.ts';
import { propertyDoc } from '../property-docs.ts';
import { declarationSnippets } from './declaration-snippets.ts';
import type { ExpectedKeyword } from './expected.ts';
import type { Place } from './place.ts';
import { valueSnippet } from './property-snippets.ts';

/** Asks the editor of VS Code for completions; sent to those that know it. */
const suggest = 'editor.action.triggerSuggest';

/** Parts of a statement that others go on with, rather than statements. */
const parts = new Set(['FieldModifier', 'Volume', 'Money', 'Mapping', 'DataUse', 'Pain', 'Opportunity', 'Activity', 'MetricSource', 'Evidence']);

/** A word of the grammar; where the editor fills snippets, with its value, and with the bodies that it may declare. */
export function keywordItems(services: CrmMapLspServices, expected: ExpectedKeyword, place: Place): CompletionItem[] {
    const { type, words } = expected;
    const label = words.join(' ');
    const doc = propertyDoc(type, words[0] ?? '');
    // What goes on with the line at hand comes before what would begin another one.
    const group = parts.has(type) === place.startsLine ? 'c' : 'b';
    const item: CompletionItem = {
        label,
        kind: CompletionItemKind.Property,
        ...(doc !== undefined && { documentation: { kind: 'markdown' as const, value: doc } }),
        sortText: `1${group}${label}`,
        textEdit: { range: place.range, newText: label },
    };
    if (!place.endsLine) return [item];
    const { snippets } = services.editor.Client;
    // `master` alone is a property of an entity; it begins one where `entity` must follow.
    const bodies = snippets && label !== 'master' ? declarationSnippets(words[0] ?? '', type, place, (named) => namesOf(services, place, named)) : [];
    return [bodies.length > 0 ? item : withValue(item, expected, services), ...bodies];
}

function withValue(item: CompletionItem, { after, type, words }: ExpectedKeyword, { editor }: CrmMapLspServices): CompletionItem {
    const value = valueSnippet(after, type);
    const label = words.join(' ');
    if (value.wantsName) {
        if (!editor.Client.knows(suggest)) return item;
        return { ...item, textEdit: edit(item, `${label} `), command: { title: 'Suggest', command: suggest } };
    }
    if (!editor.Client.snippets || !value.hasPlaces || /^\$\d+$/.test(value.text)) return item;
    return { ...item, insertTextFormat: InsertTextFormat.Snippet, textEdit: edit(item, `${label} ${value.text}`) };
}

function edit({ textEdit }: CompletionItem, newText: string): CompletionItem['textEdit'] {
    return textEdit && { ...textEdit, newText };
}

function namesOf({ references }: CrmMapLspServices, { document }: Place, type: string): readonly string[] {
    return references.ScopeProvider.namesOf(document, [type]);
}
