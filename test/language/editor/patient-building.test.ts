import { DocumentState, EmptyFileSystem, EmptyFileSystemProvider, type FileSystemProvider, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapLspServices } from '../../../language/editor/module.ts';

/** A folder with one file; of another one it says that it is there, and cannot read it. */
const leakyFolder: FileSystemProvider = Object.assign(new EmptyFileSystemProvider(), {
    exists: async () => true,
    stat: async (uri: URI) => ({ isFile: true, isDirectory: false, uri }),
    readFile: async (uri: URI) => {
        if (uri.path.endsWith('/gone.crmmap')) throw new Error('It is gone.');
        return 'system crm';
    },
});

describe('Building', () => {
    it('goes on where a file is gone by the time it is read, and forgets that file', async () => {
        const { shared } = createCrmMapLspServices({ ...EmptyFileSystem, fileSystemProvider: () => leakyFolder });
        const { DocumentBuilder, LangiumDocuments, WorkspaceLock } = shared.workspace;
        const [gone, kept] = [URI.file('/maps/gone.crmmap'), URI.file('/maps/kept.crmmap')];
        await WorkspaceLock.write((token) => DocumentBuilder.update([gone, kept], [], token));
        await WorkspaceLock.read(() => undefined);
        expect(LangiumDocuments.hasDocument(gone)).toBe(false);
        expect(
            shared.workspace.IndexManager.allElements('System')
                .map(({ name }) => name)
                .toArray(),
        ).toEqual(['crm']);
    });

    it('answers who waits while there is nothing to build', async () => {
        const { shared } = createCrmMapLspServices({ ...EmptyFileSystem, fileSystemProvider: () => leakyFolder });
        const { DocumentBuilder } = shared.workspace;
        const kept = URI.file('/maps/kept.crmmap');
        await DocumentBuilder.update([kept], []);
        const update = DocumentBuilder.update([], [URI.file('/maps/other.crmmap')]);
        const waiting = DocumentBuilder.waitUntil(DocumentState.IndexedReferences);
        await update;
        await expect(waiting).resolves.toBeUndefined();
    });
});
