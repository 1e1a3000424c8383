import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapLspServices } from '../../language/editor/module.ts';
import { largestFile } from '../../language/parser/bounds.ts';

/** Files in memory. A folder or file whose content is undefined is a link: neither file nor folder, as Node's listing says of links. */
function memory(files: Readonly<Record<string, string | undefined>>): { provider: FileSystemProvider; read: string[] } {
    const read: string[] = [];
    const node = (path: string): FileSystemNode => {
        const link = path in files && files[path] === undefined;
        return {
            uri: URI.file(path),
            isFile: path in files && !link,
            isDirectory: !(path in files) && Object.keys(files).some((file) => file.startsWith(`${path}/`)),
        };
    };
    const content = (uri: URI): string => {
        read.push(uri.path);
        const text = files[uri.path];
        if (text === undefined) throw new Error(`There is no file ${uri.path}.`);
        return text;
    };
    const list = (uri: URI): FileSystemNode[] =>
        [
            ...new Set(
                Object.keys(files)
                    .filter((file) => file.startsWith(`${uri.path}/`))
                    .map((file) => `${uri.path}/${file.slice(uri.path.length + 1).split('/')[0]}`),
            ),
        ].map(node);
    const provider: FileSystemProvider = {
        stat: async (uri) => node(uri.path),
        statSync: (uri) => node(uri.path),
        exists: async (uri) => node(uri.path).isFile || node(uri.path).isDirectory,
        existsSync: (uri) => node(uri.path).isFile,
        readBinary: async (uri) => new TextEncoder().encode(content(uri)),
        readBinarySync: (uri) => new TextEncoder().encode(content(uri)),
        readFile: async (uri) => content(uri),
        readFileSync: content,
        readDirectory: async (uri) => list(uri),
        readDirectorySync: list,
    };
    return { provider, read };
}

const start = (files: Readonly<Record<string, string | undefined>>) => {
    const { provider, read } = memory(files);
    const { shared } = createCrmMapLspServices({ fileSystemProvider: () => provider });
    const loaded = (): string[] =>
        shared.workspace.LangiumDocuments.all
            .map(({ uri }) => uri.path)
            .filter((path) => path.startsWith('/w') || path.startsWith('/x'))
            .toArray()
            .sort();
    return { shared, read, loaded };
};

describe('The workspace of an editor', () => {
    it('is every map of its folders; hidden folders, node_modules, links and huge files are left out', async () => {
        const { shared, loaded, read } = start({
            '/w/a.crmmap': 'system a',
            '/w/sub/out/b.crmmap': 'system b',
            '/w/.git/c.crmmap': 'system c',
            '/w/node_modules/d/d.crmmap': 'system d',
            '/w/e.txt': 'x',
            '/w/link.crmmap': undefined,
            '/w/huge.crmmap': `// ${'x'.repeat(largestFile)}`,
            '/x/f.crmmap': 'system f',
        });
        await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: 'file:///w', name: 'w' }]);
        expect(loaded()).toEqual(['/w/a.crmmap', '/w/sub/out/b.crmmap']);
        expect(read.filter((path) => /git|node_modules|link|\/x\//.test(path))).toEqual([]);
    });

    it('knows the stock list of capabilities', async () => {
        const { shared } = start({ '/w/a.crmmap': 'system a { provides lead-management }' });
        shared.workspace.DocumentBuilder.updateBuildOptions.validation = true;
        await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: 'file:///w', name: 'w' }]);
        const document = shared.workspace.LangiumDocuments.getDocument(URI.file('/w/a.crmmap'));
        await shared.workspace.DocumentBuilder.build(document ? [document] : [], { validation: true });
        expect(document?.diagnostics).toEqual([]);
    });

    it('follows the imports of a file that is open alone', async () => {
        const { shared, loaded } = start({
            '/x/a.crmmap': 'import "./b.crmmap"\nsystem a { owner t }',
            '/x/b.crmmap': 'import "./sub/c.crmmap"',
            '/x/sub/c.crmmap': 'team t',
            '/x/d.crmmap': 'team d',
        });
        await shared.workspace.WorkspaceManager.initializeWorkspace([]);
        await shared.workspace.WorkspaceLock.write((token) => shared.workspace.DocumentBuilder.update([URI.file('/x/a.crmmap')], [], token));
        await expect.poll(loaded).toEqual(['/x/a.crmmap', '/x/b.crmmap', '/x/sub/c.crmmap']);
        await expect.poll(() => shared.workspace.LangiumDocuments.getDocument(URI.file('/x/a.crmmap'))?.references.filter(({ error }) => error).length).toBe(0);
    });

    it('imports never leave its folders', async () => {
        const { shared, loaded, read } = start({ '/w/a.crmmap': 'import "../x/secret.crmmap"', '/x/secret.crmmap': 'team t' });
        shared.workspace.WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders: [{ uri: 'file:///w', name: 'w' }] });
        await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: 'file:///w', name: 'w' }]);
        const document = shared.workspace.LangiumDocuments.getDocument(URI.file('/w/a.crmmap'));
        await shared.workspace.DocumentBuilder.build(document ? [document] : [], { validation: true });
        expect(loaded()).toEqual(['/w/a.crmmap']);
        expect(read).not.toContain('/x/secret.crmmap');
        expect(document?.diagnostics?.map(({ code }) => code)).toEqual(['LNG043']);
    });
});
