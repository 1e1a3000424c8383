import type { LangiumDocument, URI } from 'langium';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { CrmMapLspServices } from '../editor-services.ts';
import type { FileEdit } from './problem.ts';

/** Edits as an editor takes them: with the version of each open file for which they were made, where it knows versions. */
export function workspaceEdit(services: CrmMapLspServices, edits: readonly FileEdit[], creates?: URI): WorkspaceEdit {
    const byFile = new Map<LangiumDocument, TextEdit[]>();
    for (const { document, change } of edits) {
        const own = byFile.get(document) ?? [];
        const { textDocument } = document;
        own.push({ range: { start: textDocument.positionAt(change.from), end: textDocument.positionAt(change.to) }, newText: change.text });
        byFile.set(document, own);
    }
    const { Client } = services.editor;
    if (!Client.versionedEdits) return { changes: Object.fromEntries([...byFile].map(([{ uri }, own]) => [uri.toString(), own])) };
    const changes = [...byFile].map(([document, own]) => ({
        textDocument: { uri: document.uri.toString(), version: versionOf(services, document) },
        edits: own,
    }));
    return { documentChanges: [...(creates ? [{ kind: 'create' as const, uri: creates.toString(), options: { ignoreIfExists: true } }] : []), ...changes] };
}

/** The version of an open file; null of one that no editor has open. */
function versionOf({ shared }: CrmMapLspServices, { uri, textDocument }: LangiumDocument): number | null {
    return shared.workspace.TextDocuments?.get(uri) ? textDocument.version : null;
}
