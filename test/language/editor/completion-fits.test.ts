import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MistakeError } from '../../../language/parser/mistake.ts';
import { edited, open } from './support.ts';

/** A snippet as it stands when all its places are left as they are. */
function filled(snippet: string): string {
    return snippet
        .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
        .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
        .replaceAll(/\$\d+|\$\{\d+\}/g, '')
        .replaceAll(/\$\{?CURRENT_YEAR\}?/g, '2026')
        .replaceAll(/\$\{?CURRENT_(?:MONTH|DATE)\}?/g, '01');
}

const asked = 150;

it('Whatever is offered in the reference map can be read where it is offered, up to what is still to be written', { timeout: 600_000 }, async () => {
    const text = readFileSync('examples/northwind.crmmap', 'utf8');
    const { services, document } = await open(text, { client: { snippets: true } });
    const faults: string[] = [];
    let tried = 0;
    // Where words begin and end: elsewhere in the blanks, the indentation would tell of another body.
    const places = [...text.matchAll(/[\w.]+/g)].flatMap(({ index, 0: word }) => [index, index + word.length]);
    for (let at = 0; at < places.length; at += Math.ceil(places.length / asked)) {
        const position = document.textDocument.positionAt(places[at] ?? 0);
        const list = await services.lsp.CompletionProvider?.getCompletion(document, { textDocument: { uri: document.uri.toString() }, position });
        for (const { label, textEdit, insertTextFormat, sortText, additionalTextEdits } of list?.items ?? []) {
            if (!textEdit || !('range' in textEdit) || additionalTextEdits?.length) continue;
            const plain = insertTextFormat === 2 ? filled(textEdit.newText) : textEdit.newText;
            // The first end of a flow is no declaration before its arrow is written.
            const newText = sortText?.startsWith('2') ? `${plain} -> crm` : plain;
            const from = document.textDocument.offsetAt(textEdit.range.start);
            const begun = edited(document, [{ range: { start: textEdit.range.start, end: document.textDocument.positionAt(text.length) }, newText }]);
            const written = text.slice(from, document.textDocument.offsetAt(textEdit.range.end));
            const { parserErrors, lexerErrors } = services.parser.CrmMapParser.parse(begun);
            const wrong = parserErrors
                .filter((error) => error instanceof MistakeError)
                .filter(
                    (error) =>
                        // Bodies are still open, and the last word may want something behind it.
                        error.mistake.code !== 'LNG005' && error.mistake.to.endOffset < begun.trimEnd().length - 1,
                );
            // A text is open while the cursor is in it.
            const open = lexerErrors.filter(({ message }) => !message.startsWith('This text is not closed'));
            tried++;
            if (wrong.length + open.length > 0) faults.push(`${label} at ${position.line + 1}:${position.character + 1} for ${written}`);
        }
    }
    expect(tried).toBeGreaterThan(100);
    expect(faults).toEqual([]);
});
