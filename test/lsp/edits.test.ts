import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Diagnostic, DidChangeTextDocumentNotification, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changesOf } from '../fuzz/edit-sequences.ts';
import { LspClient } from './lsp-client.ts';

const start = 'import "./b.crmmap"\r\nsystem shop "🥾 Shop" {\r\n  owner sales\r\n  entity Order { No : id key }\r\n}\r\nshop -> crm "Orders"\r\n';
const other = 'team sales "Sales"\nsystem crm { owner sales }\n';
// Whatever stands before it: the language tells of the first system, and the rules of the second, in no other text than the last.
const last = '`\n*/\nsystem broken { owner nobodyAtAll }\nsystem leftAlone\n';

const sequences = fc.sample(fc.array(fc.nat(0x7fffffff), { minLength: 20, maxLength: 60, size: 'max' }), { numRuns: 8, seed: 20261122 });

test.each(sequences.map((numbers, index) => [index, numbers] as const))(
    'Changes that come quicker than they are worked off end in what a server says that opens the last text, sequence %i',
    async (_index, numbers) => {
        const [edited, fresh] = await Promise.all([LspClient.start({ 'b.crmmap': other }), LspClient.start({ 'b.crmmap': other })]);
        try {
            const uri = await edited.open('a.crmmap', start);
            const document = TextDocument.create(uri, 'crmmap', 1, start);
            for (const change of [...changesOf(start, numbers), undefined]) {
                const contentChanges: TextDocumentContentChangeEvent[] = [change ?? { text: document.getText() + last }];
                TextDocument.update(document, contentChanges, document.version + 1);
                await edited.connection.sendNotification(DidChangeTextDocumentNotification.type, {
                    textDocument: { uri, version: document.version },
                    contentChanges,
                });
            }
            const afterEdits = await edited.diagnosticsOf(uri, isOfLast);
            const afterOpening = await fresh.diagnosticsOf(await fresh.open('a.crmmap', document.getText()), isOfLast);
            expect(afterEdits.map(withoutFolder)).toEqual(afterOpening.map(withoutFolder));
        } finally {
            await Promise.all([edited.stop(), fresh.stop()]);
        }
    },
);

/** Whether language and rules have both told of the last text; the rules have nothing to tell where a file is missing. */
function isOfLast(all: readonly Diagnostic[]): boolean {
    const tells = (word: string): boolean => all.some(({ message }) => JSON.stringify(message).includes(word));
    const lacksFile = all.some(({ code }) => ['LNG040', 'LNG041', 'LNG043'].includes(String(code)));
    return tells('nobodyAtAll') && (tells('leftAlone') || (lacksFile && all.every(({ code }) => String(code).startsWith('LNG'))));
}

/** Servers stand in folders of their own. */
function withoutFolder(diagnostic: object): unknown {
    return JSON.parse(JSON.stringify(diagnostic).replaceAll(/file:\/\/[^"]*crmmap-lsp-[^/"]*/g, ''));
}
