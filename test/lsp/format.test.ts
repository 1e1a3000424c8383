import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    type DocumentFormattingParams,
    DocumentFormattingRequest,
    DocumentOnTypeFormattingRequest,
    DocumentRangeFormattingRequest,
    type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from './lsp-client.ts';

const options: DocumentFormattingParams['options'] = { tabSize: 2, insertSpaces: true };

function edited(text: string, edits: readonly TextEdit[] | null): string {
    return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...(edits ?? [])]);
}

describe('formatting, over stdio', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    test('is offered for files, ranges and on type', () => {
        expect(client.capabilities).toMatchObject({
            documentFormattingProvider: true,
            documentRangeFormattingProvider: true,
            documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}'] },
        });
    });

    test('answers with edits that make the text tidy', async () => {
        const text = '// 👋\r\nsystem   a "😀"   {\r\nowner   it }\r\nteam it';
        const textDocument = { uri: await client.open('a.crmmap', text) };

        const whole = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
        expect(edited(text, whole)).toBe('// 👋\r\nsystem a "😀" {\r\n  owner it\r\n}\r\nteam it\r\n');

        const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
        const part = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options });
        expect(edited(text, part)).toBe('// 👋\r\nsystem a "😀" {\r\nowner   it }\r\nteam it');

        const position = { line: 2, character: 12 };
        const closed = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, { textDocument, position, ch: '}', options });
        expect(edited(text, closed)).toBe('// 👋\r\nsystem a "😀" {\r\n  owner it\r\n}\r\nteam it');
    });

    test('formats what was just typed, not what stood there before', async () => {
        const uri = await client.open('a.crmmap', 'system   a\n');
        await client.change(uri, 'team   longer\n');
        const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
        expect(edited('team   longer\n', edits)).toBe('team longer\n');
    });
});
