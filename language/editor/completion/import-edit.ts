import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { Document } from '../../generated/ast.ts';

/** Writes an import behind the last one; without any, at the top, below the comment that a file begins with. */
export function importEdit(document: LangiumDocument, path: string): TextEdit {
    const text = document.textDocument.getText();
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const last = (document.parseResult.value as Document).imports.at(-1)?.$cstNode;
    if (last) {
        const at = document.textDocument.positionAt(last.end);
        return { range: { start: at, end: at }, newText: `${newline}import "${path}"` };
    }
    const at = document.textDocument.positionAt(endOfHeader(text));
    return { range: { start: at, end: at }, newText: `import "${path}"${newline}` };
}

/** Where the comment ends that stands above a file, with an empty line below it. */
function endOfHeader(text: string): number {
    const mark = text.startsWith('\uFEFF') ? 1 : 0;
    return mark + (/^(?:[^\S\r\n]*\/\/[^\r\n]*\r?\n)+[^\S\r\n]*\r?\n/.exec(text.slice(mark))?.[0].length ?? 0);
}
