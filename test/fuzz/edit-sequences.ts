import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Choices } from './choices.ts';
import { mutated } from './mutations.ts';
import { Writer } from './sentences.ts';
import { noise } from './words.ts';

const snippets = [
    'system ',
    'system shop "Shop" {\n  entity Order { No : id key }\n}\n',
    'shop -> crm "Orders"\n',
    'import "./b.crmmap"\n',
    'import "./a.crmmap"\n',
    'team sales "🥾"\n',
    '}',
    '{',
    '"',
    '/*',
    '*/',
    '\r\n',
    '\n',
    '\r',
    'owner sales\r\n',
    '🥾',
    'view v { include not tag x and shop }\n',
    'journey j { stage s { touchpoint t { uses shop.Order } } }\n',
] as const;

/** Some changes of a text as an editor sends them: typed, pasted, deleted and replaced ranges, anywhere. */
export function changesOf(text: string, numbers: readonly number[]): TextDocumentContentChangeEvent[] {
    const choices = new Choices(numbers);
    const document = TextDocument.create('file:///x', 'crmmap', 1, text);
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let count = 2 + choices.below(8); count > 0; count--) {
        const now = document.getText();
        const length = now.length;
        const from = choices.below(length + 1);
        const size = choices.once(6) ? length : choices.below(12);
        const change: TextDocumentContentChangeEvent = choices.once(12)
            ? { text: mutated(now, choices).slice(0, 5000) }
            : { range: { start: placeOf(document, from), end: placeOf(document, Math.min(length, from + size)) }, text: written(choices) };
        changes.push(change);
        TextDocument.update(document, [change], document.version + 1);
    }
    return changes;
}

function written(choices: Choices): string {
    const kind = choices.below(5);
    if (kind === 0) return '';
    if (kind === 1) return (choices.of(noise) ?? '').slice(0, 30);
    if (kind === 2) return new Writer(choices, { plain: true, oddGaps: true }).file().slice(0, 400);
    return choices.of(snippets);
}

/** A place in a text; an editor never names one between a carriage return and its line feed. */
function placeOf(document: TextDocument, offset: number): Position {
    return document.positionAt(offset);
}
