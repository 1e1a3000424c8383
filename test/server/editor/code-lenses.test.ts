import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { viewsOf } from '../../../src/model/views.ts';
import { openPreviewToSide, showReferences } from '../../../src/protocol.ts';
import type { PictureOf } from '../../../src/server/editor/pictures.ts';
import { processorTime } from '../../helpers/processor-time.ts';
import { serve } from './support.ts';

const commands = [openPreviewToSide, showReferences];

async function lensesOf(files: Readonly<Record<string, string>>, known: readonly string[] = commands): Promise<CodeLens[]> {
    const { services, document } = await serve(files, known);
    return (await services.lsp.CodeLensProvider?.provideCodeLens(document, { textDocument: { uri: document.uri.toString() } })) ?? [];
}

/** `3 Open diagram`: line from 1, and title. */
async function titles(text: string, known?: readonly string[]): Promise<string[]> {
    return (await lensesOf({ 'map.crmmap': text }, known)).map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

const map = `map "M"
system shop {
  master entity Customer { Email : email key }
}
system crm {
  entity Contact { Mail : email key }
}
flow f: shop.Customer -> crm.Contact { map Email -> Mail }
crm <-> shop
crm.Contact -> crm
journey j { stage s { touchpoint a { backstage crm uses crm.Contact.Mail } touchpoint b { captures crm.Contact } } }
team t
`;

describe('Code lenses', () => {
    test('open the pictures that a map has by itself', async () => {
        const opened = (await titles(map)).filter((title) => title.endsWith('Open diagram'));
        expect(opened).toEqual(['1', '2', '3', '5', '8', '11'].map((line) => `${line} Open diagram`));
    });

    test('name the view that is to be opened', async () => {
        const lens = (await lensesOf({ 'map.crmmap': map })).find(({ range, command }) => range.start.line === 7 && command?.command === openPreviewToSide);
        expect(lens?.command?.arguments).toEqual(['file:///maps/map.crmmap', { view: 'mapping-f' }]);
    });

    test('lead to views that the preview knows, on a map with views and on one without', async () => {
        const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
        for (const text of [northwind, northwind.slice(0, northwind.indexOf('// ── Pictures'))]) {
            const { services, document, models } = await serve({ 'map.crmmap': text }, commands);
            const lenses = (await services.lsp.CodeLensProvider?.provideCodeLens(document, { textDocument: { uri: '' } })) ?? [];
            const wanted = lenses.flatMap(({ command }) =>
                command?.command === openPreviewToSide ? [(command.arguments?.[1] as PictureOf | undefined)?.view] : [],
            );
            const known = viewsOf(models.modelOf(document)).map(({ name }) => name);
            expect(wanted.length).toBeGreaterThan(8);
            expect(wanted.filter((view) => view !== undefined && !known.includes(view))).toEqual([]);
        }
    });

    test('open only declared views where a map declares some', async () => {
        const text = `${map}view all\nview v as journey of j\nview w as mapping of f`;
        const opened = (await lensesOf({ 'map.crmmap': text })).filter(({ command }) => command?.command === openPreviewToSide);
        expect(opened.map(({ range, command }) => `${range.start.line + 1} ${JSON.stringify(command?.arguments?.[1])}`)).toEqual([
            '1 {}',
            '8 {"view":"w"}',
            '11 {"view":"v"}',
            '13 {"view":"all"}',
            '14 {"view":"v"}',
            '15 {"view":"w"}',
        ]);
    });

    test('count flows in and out of a system and an entity, those inside of it left out, and the touchpoints that use them', async () => {
        const counts = (await titles(map)).filter((title) => !title.endsWith('Open diagram'));
        expect(counts).toEqual([
            '2 1 flow in, 2 out',
            '3 1 flow out',
            '5 2 flows in, 1 out',
            '5 used by 2 touchpoints',
            '6 1 flow in, 1 out',
            '6 used by 2 touchpoints',
        ]);
    });

    test('lead to the places that they count, in other files too', async () => {
        const files = { 'map.crmmap': 'system crm', 'flows.crmmap': 'import "./map.crmmap"\nsystem a\na -> crm' };
        const lens = (await lensesOf(files)).find(({ command }) => command?.title === '1 flow in');
        expect(lens?.command).toMatchObject({
            command: showReferences,
            arguments: [
                'file:///maps/map.crmmap',
                { line: 0, character: 7 },
                [{ uri: 'file:///maps/flows.crmmap', range: { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } } }],
            ],
        });
    });

    test('are plain words in an editor that does not have the commands', async () => {
        const lenses = await lensesOf({ 'map.crmmap': map }, []);
        expect(lenses.map(({ command }) => command?.command)).toEqual(Array(6).fill(''));
        expect(lenses.some(({ command }) => command?.title === 'Open diagram')).toBe(false);
    });

    test('come for a map of ten thousand declarations within a moment, also when everything is counted anew', async () => {
        const systems = Array.from(
            { length: 1000 },
            (_, i) => `system s${i} { owner t entity E { ${Array.from({ length: 8 }, (__, j) => `F${j} : text(${j + 1})`).join(' ')} } }`,
        );
        const flows = Array.from({ length: 1500 }, (_, i) => `s${i % 1000}.E -> s${(i * 7 + 1) % 1000}.E { map F0 -> F1 map F2 -> F3 }`);
        const { services, document } = await serve({
            'small.crmmap': 'import "./big.crmmap"\nsystem x\nx -> s1',
            'big.crmmap': ['team t', ...systems, ...flows].join('\n'),
        });
        const ask = () => services.lsp.CodeLensProvider?.provideCodeLens(document, { textDocument: { uri: document.uri.toString() } });
        expect(await processorTime(async () => expect((await ask())?.length).toBe(1))).toBeLessThan(10_000);
        expect(await processorTime(ask)).toBeLessThan(1000);
    });
});
