import fc from 'fast-check';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { createCrmMapLspServices } from '../../../language/editor/module.ts';
import { formatted, lines } from './support.ts';

const { shared, language } = createCrmMapLspServices({ ...EmptyFileSystem });
const formatter = language.lsp.Formatter;
const options = { tabSize: 2, insertSpaces: true };

function opened(text: string): LangiumDocument {
    return shared.workspace.LangiumDocumentFactory.fromString(text, URI.file('/maps/map.crmmap'));
}

async function rangeEdits(text: string, first: number, last: number): Promise<TextEdit[]> {
    const document = opened(text);
    const range = { start: { line: first, character: 3 }, end: { line: last, character: 3 } };
    return (await formatter?.formatDocumentRange(document, { textDocument: { uri: document.uri.toString() }, range, options })) ?? [];
}

/** The text after a character was typed where the `<|>` is; it stands there already. */
async function typed(marked: string, ch: string): Promise<string> {
    const document = opened(marked.replace('<|>', ''));
    const position = document.textDocument.positionAt(marked.indexOf('<|>'));
    const edits = await formatter?.formatDocumentOnType(document, { textDocument: { uri: document.uri.toString() }, position, ch, options });
    return TextDocument.applyEdits(document.textDocument, edits ?? []);
}

describe('the formatter of the editor', () => {
    test('is asked after a line break and a closing brace', () => {
        expect(formatter?.formatOnTypeOptions).toEqual({ firstTriggerCharacter: '\n', moreTriggerCharacter: ['}'] });
    });

    test('uses the indentation of the editor', async () => {
        const document = opened('system a {\nowner it\n}\n');
        const request = { textDocument: { uri: document.uri.toString() }, options: { tabSize: 8, insertSpaces: false } };
        const edits = (await formatter?.formatDocument(document, request)) ?? [];
        expect(TextDocument.applyEdits(document.textDocument, edits)).toBe('system a {\n\towner it\n}\n');
    });

    test('asks for nothing where nothing is to be changed', async () => {
        const document = opened(readFileSync('examples/northwind.crmmap', 'utf8'));
        expect(await formatter?.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options })).toEqual([]);
    });

    test('formats the lines of a range, and no others', async () => {
        const text = lines('system   a', 'system   b', 'system   c  {owner   it}', 'system   d');
        const edits = await rangeEdits(text, 1, 2);
        expect(TextDocument.applyEdits(opened(text).textDocument, edits)).toBe(lines('system   a', 'system b', 'system c { owner it }', 'system   d'));
    });

    test('formats any range as the whole file would be there', async () => {
        const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
        const untidy = northwind
            .replace(/^ +/gm, '     ')
            .replace(/(?<=\w) (?=->|[a-z])/g, '  ')
            .replace(/(?<=\n)\n/g, '\n\n');
        const count = untidy.split('\n').length;
        const whole = await rangeEdits(untidy, 0, count);
        expect(TextDocument.applyEdits(opened(untidy).textDocument, whole)).toBe(formatted(untidy));
        const keys = new Set(whole.map((edit) => JSON.stringify(edit)));
        await fc.assert(
            fc.asyncProperty(fc.nat(count - 1), fc.nat(30), async (first, more) => {
                const edits = await rangeEdits(untidy, first, first + more);
                for (const edit of edits) {
                    expect(keys).toContain(JSON.stringify(edit));
                    expect(edit.range.start.line).toBeGreaterThanOrEqual(first);
                    expect(edit.range.end.line).toBeLessThanOrEqual(first + more);
                }
            }),
            { numRuns: 25 },
        );
    });

    test('formats the line above after a line break, and leaves the new line to the editor', async () => {
        expect(await typed(lines('system  a {', 'owner   it', '    <|>', 'region   eu', '}'), '\n')).toBe(
            lines('system  a {', '  owner it', '    ', 'region   eu', '}'),
        );
        expect(await typed('system  a {\n    <|>\n}', '\n')).toBe('system a {\n    \n}');
        expect(await typed('\n<|>system  a', '\n')).toBe('\nsystem  a');
    });

    test('sets the columns of the table above anew after a line break', async () => {
        expect(await typed(lines('system s { entity E {', '    a : id key', '    longer : text required', '    <|>', '  } }'), '\n')).toContain(
            '    a      : id   key\n    longer : text required\n',
        );
    });

    test('formats a body when its brace is closed', async () => {
        expect(await typed('system   z\nsystem  a {\nowner   it\nregion   eu\n    }<|>\nsystem   b\n', '}')).toBe(
            'system   z\nsystem a {\n  owner it\n  region eu\n}\nsystem   b\n',
        );
    });

    test('does nothing at a brace within a text or a comment', async () => {
        expect(await typed('system  a "}<|>"\n', '}')).toBe('system  a "}"\n');
        expect(await typed('system  a // }<|>\n', '}')).toBe('system  a // }\n');
    });
});
