import { type FileSystemNode, type LangiumDocument, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { type Document, isImport } from '../../generated/ast.ts';
import { builtinScheme } from '../../imports.ts';
import { relativePath } from '../../relative-path.ts';

const longestPath = 1000;

/** The other files, inside the quotes of an import; undefined where the cursor stands elsewhere. */
export function importPaths(document: LangiumDocument, offset: number, services: LangiumSharedServices): Promise<CompletionItem[]> | undefined {
    const text = document.textDocument.getText();
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const open = /(?:^|\s)import\s+"([^"\r\n]*)$/.exec(line.slice(-longestPath));
    if (!open) return undefined;
    const typed = open[1] ?? '';
    const rest = /^[^"\r\n]*/.exec(text.slice(offset, offset + longestPath))?.[0].length ?? 0;
    const range = { start: document.textDocument.positionAt(offset - typed.length), end: document.textDocument.positionAt(offset + rest) };
    const own = new Set((document.parseResult.value as Document).imports.filter(isImport).map(({ path }) => path));
    return pathsFrom(document, services).then((paths) =>
        paths
            .filter((path) => !/["\\]/.test(path) && (path === typed || !own.has(path)))
            .map((path) => ({ label: path, kind: CompletionItemKind.File, textEdit: { range, newText: path } })),
    );
}

async function pathsFrom(document: LangiumDocument, { workspace }: LangiumSharedServices): Promise<string[]> {
    const known = workspace.LangiumDocuments.all
        .filter(({ uri }) => uri.scheme === document.uri.scheme && uri.scheme !== builtinScheme)
        .map(({ uri }) => uri)
        .toArray();
    const beside = (await siblings(document, workspace.FileSystemProvider)).map(({ uri }) => uri);
    const paths = new Set([...known, ...beside].filter((uri) => !UriUtils.equals(uri, document.uri)).map((uri) => relativePath(document.uri, uri)));
    return [...paths].sort();
}

/** Maps in the folder of a file; they are not known to the workspace where the file stands in none of its folders. */
async function siblings(document: LangiumDocument, files: LangiumSharedServices['workspace']['FileSystemProvider']): Promise<FileSystemNode[]> {
    if (document.uri.scheme !== 'file') return [];
    try {
        const entries = await files.readDirectory(UriUtils.dirname(document.uri));
        return entries.filter(({ isFile, uri }) => isFile && uri.path.endsWith('.crmmap'));
    } catch {
        // Where nobody can look, only what is open is known.
        return [];
    }
}
