import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';

/** Once an editor is closed, the file counts as it is on the disk; what was never saved is gone. */
export function followClosedDocuments({ workspace }: LangiumSharedServices): void {
    workspace.TextDocuments.onDidClose(({ document }) => {
        const uri = URI.parse(document.uri);
        void workspace.WorkspaceLock.write(async (token) => {
            // Whoever writes has ended the build before; it must go on in any case.
            if (workspace.TextDocuments.get(uri)) return workspace.DocumentBuilder.update([], [], token);
            const saved = await workspace.FileSystemProvider.exists(uri);
            await workspace.DocumentBuilder.update(saved ? [uri] : [], saved ? [] : [uri], token);
        });
    });
}
