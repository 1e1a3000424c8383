import { DocumentState, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapLspServices } from '../../language/editor/module.ts';
import { largestFile } from '../../language/parser/bounds.ts';
import { memoryFiles } from './live-workspace.ts';

const start = (files: Readonly<Record<string, string | undefined>>) => {
    const read: string[] = [];
    const provider = memoryFiles(new Map(Object.entries(files)), (path) => read.push(path));
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

    it('is all other maps where one goes while it is read', async () => {
        const files: Record<string, string> = { '/w/a.crmmap': 'system a', '/w/b.crmmap': 'system b', '/w/c.crmmap': 'system c' };
        const texts = new Map(Object.entries(files));
        const provider = memoryFiles(texts);
        const readBinary = provider.readBinary.bind(provider);
        // Its size is looked at before its text.
        provider.readBinary = async (uri) => {
            const content = await readBinary(uri);
            if (uri.path === '/w/b.crmmap') texts.delete(uri.path);
            return content;
        };
        const { shared } = createCrmMapLspServices({ fileSystemProvider: () => provider });
        await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: 'file:///w', name: 'w' }]);
        const maps = shared.workspace.LangiumDocuments.all.filter(({ uri, state }) => uri.path.startsWith('/w') && state === DocumentState.Validated);
        expect(maps.map(({ uri }) => uri.path).toArray()).toEqual(['/w/a.crmmap', '/w/c.crmmap']);
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
