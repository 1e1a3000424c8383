import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
    type Diagnostic,
    DidChangeWatchedFilesNotification,
    DidChangeWorkspaceFoldersNotification,
    DidOpenTextDocumentNotification,
    DocumentSymbolRequest,
    FileChangeType,
} from 'vscode-languageserver/node';
import { settingsEdited } from '../../src/protocol.ts';
import { LspClient, type LspClientOptions } from './lsp-client.ts';

const codes = (all: readonly Diagnostic[]): unknown[] => all.map(({ code }) => code);
const has = (code: string) => (all: readonly Diagnostic[]) => codes(all).includes(code);
const lacks = (code: string) => (all: readonly Diagnostic[]) => !codes(all).includes(code);
const flow = '{ timing event  volume 3 per day  errors alert it }';
const team = 'team it { function it }\n';

describe('a workspace, over stdio', () => {
    let client: LspClient;
    const start = async (files: Readonly<Record<string, string>> = {}, options: LspClientOptions = {}): Promise<LspClient> =>
        (client = await LspClient.start(files, options));
    const tell = (...changes: readonly (readonly [name: string, type: FileChangeType])[]): Promise<void> =>
        client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
            changes: changes.map(([name, type]) => ({ uri: client.uri(name), type })),
        });

    afterEach(() => client.stop());

    test('tells what is wrong in files that nobody has opened', async () => {
        await start({ 'a.crmmap': 'system a\na -> nowhere\n', 'b/b.crmmap': 'system lonely\n' });
        await client.diagnosticsOf(client.uri('a.crmmap'), has('LNG010'));
        await client.diagnosticsOf(client.uri('b/b.crmmap'), has('SYS001'));
    });

    test('follows a file that is renamed, and an import of a file that is created later', async () => {
        await start({ 'systems.crmmap': 'system crm\n', 'main.crmmap': 'import "./people.crmmap"\nimport "./systems.crmmap"\nsystem shop\nshop -> crm\n' });
        const main = client.uri('main.crmmap');
        const missing = (name: string) => (all: readonly Diagnostic[]) =>
            all.filter(({ code, message }) => code === 'LNG040' && String(message).includes(name)).length === 1 &&
            all.filter(({ code }) => code === 'LNG040').length === 1;
        await client.diagnosticsOf(main, missing('people.crmmap'));

        client.write('people.crmmap', team);
        await tell(['people.crmmap', FileChangeType.Created]);
        await client.diagnosticsOf(main, lacks('LNG040'));

        client.write('apps.crmmap', 'system crm\n');
        client.remove('systems.crmmap');
        await tell(['systems.crmmap', FileChangeType.Deleted], ['apps.crmmap', FileChangeType.Created]);
        const found = await client.diagnosticsOf(main, missing('systems.crmmap'));
        expect(found.find(({ code }) => code === 'LNG012')?.message).toContain('"./apps.crmmap"');
    });

    test('keeps a file that is deleted on the disk as long as an editor has it open', async () => {
        await start({ 'systems.crmmap': 'system crm\n', 'main.crmmap': 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n' });
        const systems = await client.open('systems.crmmap', 'system crm\n');
        const main = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        await client.diagnosticsOf(main, lacks('LNG040'));

        client.remove('systems.crmmap');
        await tell(['systems.crmmap', FileChangeType.Deleted]);
        await client.change(systems, 'system salesforce\n');
        await client.diagnosticsOf(main, (all) => has('LNG010')(all) && lacks('LNG040')(all));

        await client.close(systems);
        await client.diagnosticsOf(main, has('LNG040'));
    });

    test('goes on when a file is gone by the time that it is read', async () => {
        await start({ 'main.crmmap': 'import "./late.crmmap"\nsystem shop\n' });
        await tell(['late.crmmap', FileChangeType.Created], ['later.crmmap', FileChangeType.Changed]);
        const main = await client.open('main.crmmap', 'import "./late.crmmap"\nsystem shop\nshop -> crm\n');
        await client.diagnosticsOf(main, (all) => has('LNG040')(all) && has('LNG010')(all));
    });

    test('judges a file that two maps share by both of them', async () => {
        const shared = `${team}system a { owner it }\nsystem b { owner it }\nsystem c { owner it }\n`;
        const map = (uses: string): string => `import "./shared.crmmap"\nmap { rules { GOV004 off } }\n${uses} ${flow}\n`;
        await start({ 'shared.crmmap': shared, 'one.crmmap': map('a -> b'), 'two.crmmap': map('b -> c') });
        const two = await client.open('two.crmmap', map('b -> c'));
        await client.change(two, map('b -> a'));
        // Nobody uses c now; a and b are used by one map or the other.
        const found = await client.diagnosticsOf(client.uri('shared.crmmap'), has('SYS001'));
        expect(found.map(({ code, range }) => `${code} ${range.start.line}`)).toEqual(['SYS001 3']);
        await client.change(two, map('b -> c'));
        await client.diagnosticsOf(client.uri('shared.crmmap'), lacks('SYS001'));
    });

    describe('with settings', () => {
        const map = { 'maps/a.crmmap': `${team}system a { owner it }\n` };

        test('has its findings renewed at once when crmmap.json is created, changed and deleted', async () => {
            await start(map);
            const uri = client.uri('maps/a.crmmap');
            await client.diagnosticsOf(uri, (all) => all.some(({ code, severity }) => code === 'SYS001' && severity === 2));

            client.write('crmmap.json', '{ "rules": { "SYS001": "off" } }');
            await tell(['crmmap.json', FileChangeType.Created]);
            await client.diagnosticsOf(uri, lacks('SYS001'));

            client.write('crmmap.json', '{ "rules": { "SYS001": "error" } }');
            await tell(['crmmap.json', FileChangeType.Changed]);
            await client.diagnosticsOf(uri, (all) => all.some(({ code, severity }) => code === 'SYS001' && severity === 1));

            client.remove('crmmap.json');
            await tell(['crmmap.json', FileChangeType.Deleted]);
            await client.diagnosticsOf(uri, (all) => all.some(({ code, severity }) => code === 'SYS001' && severity === 2));
        });

        test('follows an edit of crmmap.json that is not saved, and forgets it once the editor is closed', async () => {
            await start(map);
            const uri = client.uri('maps/a.crmmap');
            const settings = client.uri('crmmap.json');
            await client.diagnosticsOf(uri, has('SYS001'));
            await client.connection.sendNotification(settingsEdited, { uri: settings, text: '{ "rules": { "SYS001": "off" } }' });
            await client.diagnosticsOf(uri, lacks('SYS001'));
            await client.connection.sendNotification(settingsEdited, { uri: settings });
            await client.diagnosticsOf(uri, has('SYS001'));
        });

        test('says in crmmap.json what is wrong in it, and takes that back once it is mended', async () => {
            await start({ ...map, 'crmmap.json': '{\n  "rules": {\n    "SYS001": "quiet",\n    "SYS002": "off"\n  }\n}\n' });
            const settings = client.uri('crmmap.json');
            const [wrong] = await client.diagnosticsOf(settings, (all) => all.length === 1);
            expect(wrong).toMatchObject({ severity: 1, source: 'crmmap', range: { start: { line: 2 } } });
            expect(wrong?.message).toContain('SYS001');

            client.write('crmmap.json', '{ "rules": { "SYS001": "off", } }');
            await tell(['crmmap.json', FileChangeType.Changed]);
            const [broken] = await client.diagnosticsOf(settings, (all) => all.some(({ message }) => String(message).includes('JSON')));
            expect(broken?.range.start).toEqual({ line: 0, character: 30 });
            // What cannot be read sets nothing.
            await client.diagnosticsOf(client.uri('maps/a.crmmap'), has('SYS001'));

            client.write('crmmap.json', '{}');
            await tell(['crmmap.json', FileChangeType.Changed]);
            await client.diagnosticsOf(settings, (all) => all.length === 0);
        });
    });

    test('takes in the maps of a folder that is added, and lets go of those of one that is removed', async () => {
        await start(
            { 'one/a.crmmap': 'import "../two/b.crmmap"\nsystem a\na -> b\n', 'two/b.crmmap': 'system b\n', 'two/c.crmmap': 'system c\nc -> nowhere\n' },
            { folder: 'one', capabilities: { workspace: { workspaceFolders: true } } },
        );
        const folder = { uri: client.uri('two'), name: 'two' };
        const change = (event: { added: (typeof folder)[]; removed: (typeof folder)[] }): Promise<void> =>
            client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
        expect(client.capabilities.workspace?.workspaceFolders).toEqual({ supported: true, changeNotifications: true });
        await client.diagnosticsOf(client.uri('one/a.crmmap'), has('LNG043'));

        await change({ added: [folder], removed: [] });
        await client.diagnosticsOf(client.uri('one/a.crmmap'), (all) => lacks('LNG043')(all) && lacks('LNG010')(all));
        await client.diagnosticsOf(client.uri('two/c.crmmap'), has('LNG010'));

        await change({ added: [], removed: [folder] });
        await client.diagnosticsOf(client.uri('one/a.crmmap'), has('LNG043'));
        await client.diagnosticsOf(client.uri('two/c.crmmap'), (all) => all.length === 0);
    });

    test('follows a link within the workspace, and none that leads out of it', async () => {
        const outside = mkdtempSync(path.join(tmpdir(), 'crmmap-outside-'));
        try {
            writeFileSync(path.join(outside, 'secret.crmmap'), 'system secret\n');
            await start({ 'real/crm.crmmap': 'system crm\n', 'inside.crmmap': '' });
            client.remove('inside.crmmap');
            const place = (name: string): string => fileURLToPath(client.uri(name));
            symlinkSync(path.join(outside, 'secret.crmmap'), place('out.crmmap'));
            symlinkSync(outside, place('way'));
            symlinkSync(place('real/crm.crmmap'), place('inside.crmmap'));
            await tell(['out.crmmap', FileChangeType.Created], ['way/secret.crmmap', FileChangeType.Created], ['inside.crmmap', FileChangeType.Created]);
            const uri = await client.open(
                'main.crmmap',
                'import "./out.crmmap"\nimport "./way/secret.crmmap"\nimport "./inside.crmmap"\nsystem shop\nshop -> crm\nshop -> secret\n',
            );
            const found = await client.diagnosticsOf(uri, (all) => all.filter(({ code }) => code === 'LNG043').length === 2);
            expect(found.filter(({ code }) => String(code).startsWith('LNG')).map(({ code, range }) => `${code} ${range.start.line}`)).toEqual([
                'LNG043 0',
                'LNG043 1',
                'LNG010 5',
            ]);
        } finally {
            rmSync(outside, { recursive: true, force: true });
        }
    });

    test('knows of a virtual workspace what an editor has open, and of a new file what is typed', async () => {
        await start();
        const open = (uri: string, text: string): Promise<void> =>
            client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'crmmap', version: 1, text } });
        const [a, b, fresh] = ['vscode-vfs://github/acme/maps/a.crmmap', 'vscode-vfs://github/acme/maps/b.crmmap', 'untitled:Untitled-1'];
        await open(a, 'import "./b.crmmap"\nsystem a\na -> b\n');
        await client.diagnosticsOf(a, (all) => all.some(({ code }) => ['LNG040', 'LNG043'].includes(String(code))));
        await open(b, 'system b\nb -> nowhere\n');
        await client.diagnosticsOf(b, has('LNG010'));
        await open(fresh, 'system new\nnew -> nobody\n');
        await client.diagnosticsOf(fresh, has('LNG010'));
        const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: fresh } });
        expect(symbols?.map(({ name }) => name)).toContain('new');
        await client.close(b);
        await client.diagnosticsOf(b, (all) => all.length === 0);
    });

    test('counts in a preview what the language and the rules find', async () => {
        await start({ 'crmmap.json': '{ "rules": { "GOV004": "off" } }' });
        const uri = await client.open('a.crmmap', `${team}system a { owner it }\nsystem b { owner it }\na -> b ${flow}\n`);
        await client.subscribe({ preview: 'p', uri });
        await client.picture(({ problems }) => problems.errors === 0 && problems.warnings === 0);
        // A flow both ways without a rule for conflicts is an error of the rules alone.
        await client.change(uri, `${team}system a { owner it }\nsystem b { owner it }\nsystem c { owner it }\na <-> b ${flow}\n`);
        const { version, picture } = await client.picture(({ problems }) => problems.errors === 1 && problems.warnings === 1);
        expect(picture.state).toBe('drawn');
        client.write('crmmap.json', '{ "rules": { "GOV004": "off", "SYS001": "off" } }');
        await tell(['crmmap.json', FileChangeType.Changed]);
        const after = await client.picture((content) => content.version > version && content.problems.errors === 1 && content.problems.warnings === 0);
        expect(after.picture).toEqual(picture);
    });
});

test('a file whose address an editor writes otherwise is the same file', async () => {
    const client = await LspClient.start({ 'with space.crmmap': 'system a\n' });
    try {
        const uri = pathToFileURL(fileURLToPath(client.uri('with space.crmmap'))).href;
        expect(uri).toContain('%20');
        await client.open('with space.crmmap', 'system a\na -> nowhere\n');
        await client.diagnosticsOf(uri, has('LNG010'));
    } finally {
        await client.stop();
    }
});
