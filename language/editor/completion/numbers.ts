import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-protocol';
import { type Place, rankText } from './place.ts';

const feelings: readonly (readonly [number: string, meaning: string, label: string])[] = [
    ['+2', 'Delighted', 'Relieved'],
    ['+1', 'Pleased', 'Helped'],
    ['0', 'Neither', 'Calm'],
    ['-1', 'Annoyed', 'Annoyed'],
    ['-2', 'At the lowest', 'Lost'],
];

/** Numbers of which there are few: emotions, and how often something is tried again. */
export function numberItems(owner: string, property: string, { range, typed }: Place, snippets: boolean): CompletionItem[] {
    if (typed !== '') return [];
    if (property === 'emotion') {
        return feelings.map(([number, meaning, label], index) => ({
            label: number,
            kind: CompletionItemKind.Value,
            detail: meaning,
            sortText: `0${rankText(index)}`,
            ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
            textEdit: { range, newText: snippets ? `${number} "\${1:${label}}"` : number },
        }));
    }
    if (owner !== 'ErrorStep') return [];
    return ['3', '5', '10'].map((number, index) => ({
        label: number,
        kind: CompletionItemKind.Value,
        detail: 'times',
        sortText: `0${rankText(index)}`,
        textEdit: { range, newText: number },
    }));
}
