import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType, HoverRequest, type Location } from 'vscode-languageserver/node';
import { type LocateParams, locateThing, type PreviewContent } from '../../src/protocol.ts';
import { type Answer, askPreview, type Question } from '../../src/protocol/way.ts';
import { bigMap } from './big-map.ts';
import { LspClient } from './lsp-client.ts';
import { markedOnce } from './marked-text.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');

function svgOf({ picture }: PreviewContent): string {
    return picture.state === 'drawn' ? picture.svg : '';
}

function systemsOf(content: PreviewContent): string[] {
    return [...svgOf(content).matchAll(/data-id="([^"]*)" data-kind="system"/g)].map(([, id]) => id ?? '');
}

describe('the preview service, over stdio', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    const locate = (params: LocateParams): Promise<Location | null> => client.connection.sendRequest(locateThing, params);

    test('sends the first view that can be drawn, and tells of all views', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri });
        const content = await client.picture(() => true);
        expect(content).toMatchObject({ preview: 'a', uri, documentVersion: 1, mapTitle: 'Northwind Outdoor', view: 'landscape', problems: { errors: 0 } });
        expect(content.views).toContainEqual({ name: 'landscape', title: 'System landscape', kind: 'landscape' });
        expect(content.views.map(({ name }) => name)).toContain('firstBootsMap');
        expect(new Set(systemsOf(content))).toEqual(new Set(['crm', 'shop', 'marketing', 'desk', 'erp', 'bus', 'pos']));
    });

    test('sends the view that was asked for', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri, view: 'firstBootsMap' });
        const content = await client.picture(() => true);
        expect(content.view).toBe('firstBootsMap');
        expect(svgOf(content)).toContain('data-id="firstBoots.sizing" data-kind="touchpoint"');
    });

    test('sends a new picture with a higher version after an edit', async () => {
        const uri = await client.open('a.crmmap', 'system shop\n');
        await client.subscribe({ preview: 'a', uri });
        const before = await client.picture(() => true);
        const version = await client.change(uri, 'system shop\nsystem crm\n');
        const after = await client.picture(({ documentVersion }) => documentVersion === version);
        expect(systemsOf(before)).toEqual(['shop']);
        expect(systemsOf(after)).toEqual(['shop', 'crm']);
        expect(after.version).toBeGreaterThan(before.version);
    });

    test('ends fast typing with the picture of the last text, and sends no older picture after a newer one', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri });
        await client.picture(() => true);
        const typed = Array.from({ length: 20 }, (_, n) => `${northwind}\nsystem typed${n + 1}\n`);
        for (const text of typed) await client.change(uri, text);
        await client.picture((content) => systemsOf(content).includes('typed20'));
        const versions = client.pictures.map(({ version, documentVersion }) => ({ version, documentVersion }));
        expect(versions).toEqual([...versions].sort((a, b) => a.version - b.version));
        expect(versions).toEqual([...versions].sort((a, b) => (a.documentVersion ?? 0) - (b.documentVersion ?? 0)));
    });

    test('draws what can be read of a map with errors, and counts them', async () => {
        const uri = await client.open('a.crmmap', 'system shop\nsystem crm\nshop -> nowhere\nshop -> crm "Orders"\nteam {{\n');
        await client.subscribe({ preview: 'a', uri });
        const content = await client.picture(() => true);
        expect(systemsOf(content)).toEqual(['shop', 'crm']);
        expect(content.problems.errors).toBeGreaterThanOrEqual(2);
    });

    test('says what to write when a map is empty', async () => {
        const uri = await client.open('a.crmmap', '// nothing yet\n');
        await client.subscribe({ preview: 'a', uri });
        const { picture } = await client.picture(() => true);
        expect(picture).toMatchObject({ state: 'empty', example: 'system crm "Salesforce"' });
    });

    test('draws a map anew when a file that it imports changes', async () => {
        const systems = await client.open('systems.crmmap', 'system crm "Salesforce"\n');
        const uri = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        await client.subscribe({ preview: 'a', uri });
        await client.picture((content) => systemsOf(content).length === 2);
        await client.change(systems, 'system crm "Salesforce Cloud"\nsystem erp\n');
        const content = await client.picture((candidate) => systemsOf(candidate).includes('erp'));
        expect(svgOf(content)).toContain('Salesforce Cloud');
    });

    test('says so when the file is deleted', async () => {
        client.write('a.crmmap', 'system shop\n');
        const uri = client.uri('a.crmmap');
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Created }] });
        await client.subscribe({ preview: 'a', uri });
        await client.picture((content) => systemsOf(content).length === 1);
        client.remove('a.crmmap');
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Deleted }] });
        const { picture } = await client.picture((content) => content.picture.state === 'empty');
        expect(picture).toMatchObject({ message: expect.stringContaining('gone') });
    });

    test('finds the name of a thing in the text, in whichever file it stands', async () => {
        const { text, position } = markedOnce('/* é */ system <|>crm "Salesforce"\n');
        const systems = await client.open('systems.crmmap', text);
        const uri = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        const end = { line: position.line, character: position.character + 'crm'.length };
        await client.subscribe({ preview: 'a', uri });
        await client.picture((content) => systemsOf(content).length === 2);
        expect(await locate({ uri, kind: 'system', id: 'crm' })).toEqual({ uri: systems, range: { start: position, end } });
        expect(await locate({ uri, kind: 'system', id: 'nowhere' })).toBeNull();
    });

    test('finds every thing that a picture of the reference map names', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        const named: { kind: string; id: string }[] = [];
        for (const view of ['landscape', 'firstBootsMap']) {
            await client.subscribe({ preview: view, uri, view });
            const content = await client.picture(({ preview }) => preview === view);
            named.push(...[...svgOf(content).matchAll(/data-id="([^"]*)" data-kind="([^"]*)"/g)].map(([, id = '', kind = '']) => ({ kind, id })));
        }
        const answers = await Promise.all(named.map(async (thing) => ({ thing, found: (await locate({ uri, ...thing })) !== null })));
        expect(named.length).toBeGreaterThan(40);
        expect(answers.filter(({ found }) => !found).map(({ thing }) => thing)).toEqual([]);
    });

    test('takes away from a view what the reader filters out, and says how much is left', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri, adjust: { filters: { owner: ['growth'] }, overlays: { region: true } } });
        const content = await client.picture(() => true);
        expect(content.way).toMatchObject({
            filtered: { shown: 2, of: 7, noun: 'systems' },
            set: [{ name: 'owner', value: 'growth', title: 'Growth', applies: true }],
            overlays: expect.arrayContaining([{ name: 'region', isOn: true, isInText: false }]),
        });
        expect(new Set(systemsOf(content))).toEqual(new Set(['shop', 'marketing']));
        await client.subscribe({ preview: 'a', uri, adjust: { filters: { owner: ['growth'], region: ['nowhere'] } } });
        // Pictures that differ in the count of problems alone come in between.
        const empty = await client.picture(({ version, picture }) => version > content.version && picture.state === 'empty');
        expect(empty.picture).toEqual({ state: 'empty', why: 'filtered', message: 'The filters leave none of the systems of this view.' });
        await client.subscribe({ preview: 'a', uri });
        const whole = await client.picture(({ version, picture }) => version > empty.version && picture.state === 'drawn');
        expect(systemsOf(whole)).toHaveLength(7);
        expect(whole.way?.filtered).toBeUndefined();
    });

    test('answers what a map can be filtered by, which view draws what, and with a view in small', async () => {
        const ask = (question: Question): Promise<Answer> => client.connection.sendRequest(askPreview, { uri, question });
        const uri = await client.open('northwind.crmmap', northwind);
        expect(await ask({ ask: 'choices' })).toMatchObject({
            choices: expect.arrayContaining([{ name: 'region', choices: expect.arrayContaining([{ value: 'eu', title: 'European Union' }]) }]),
        });
        const places = await ask({ ask: 'places' });
        const viewsWith = (thing: string): string[] =>
            (places?.ask === 'places' ? places.places : []).flatMap(({ view, things }) => (things.includes(thing) ? [view] : []));
        expect(viewsWith('touchpoint:firstBoots.sizing')).toEqual(['firstBootsMap', 'firstBootsBlueprint']);
        expect(await ask({ ask: 'thumbnail', view: 'firstBootsMap' })).toMatchObject({ svg: expect.stringContaining('data-id="firstBoots.sizing"') });
        expect(await ask({ ask: 'thumbnail', view: 'no such view' })).toBeNull();
    });

    test('answers hover while a layout is under way', async () => {
        // As large as a landscape can be that is not folded.
        let systems = 119;
        // Where this machine rests before it asks, the picture may be there already; then it is tried again with another one.
        const isAnsweredFirst = async (): Promise<boolean> => {
            const preview = String(--systems);
            const uri = await client.open(`${preview}.crmmap`, bigMap({ systems, flows: 235 }));
            await client.subscribe({ preview, uri });
            const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 1, character: 8 } });
            expect(JSON.stringify(hover)).toContain('The first of many.');
            const isFirst = !client.pictures.some((content) => content.preview === preview);
            const content = await client.picture((one) => one.preview === preview);
            expect(systemsOf(content)).toHaveLength(systems);
            return isFirst;
        };
        await expect.poll(isAnsweredFirst).toBe(true);
    });

    test('leaves a long layout behind when the text has moved on', async () => {
        let systems = 201;
        const firstPicture = async (): Promise<string[]> => {
            const preview = String(--systems);
            const uri = await client.open(`${preview}.crmmap`, bigMap({ systems, flows: 320 }));
            await client.subscribe({ preview, uri });
            await client.change(uri, 'system shop\n');
            return systemsOf(await client.picture((content) => content.preview === preview));
        };
        // Where this machine rests before the change, the first picture is there already; then it is tried again with another one.
        await expect.poll(firstPicture).toEqual(['shop']);
    });
});
