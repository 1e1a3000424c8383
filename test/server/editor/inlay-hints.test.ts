import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { landscapeDiagram } from '../../../src/diagram/landscape/landscape-diagram.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { type Served, serve } from './support.ts';

const wholeFile = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

async function hintsOf({ services, document }: Served, range = wholeFile): Promise<InlayHint[]> {
    return (await services.lsp.InlayHintProvider?.getInlayHints(document, { textDocument: { uri: document.uri.toString() }, range })) ?? [];
}

/** The text with its hints in it, between brackets; only lines that have some. */
async function withHints(text: string): Promise<string[]> {
    const hints = await hintsOf(await serve({ 'map.crmmap': text }));
    const lines = text.split('\n').map((line, index) => {
        const here = hints.filter(({ position }) => position.line === index);
        return here.reduceRight(
            (shown, { position, label }) => `${shown.slice(0, position.character)}[${String(label)}]${shown.slice(position.character)}`,
            line,
        );
    });
    return lines.filter((line) => line.includes('['));
}

function numberIn(label: InlayHint['label']): string {
    return String(label).split(' ')[0] ?? '';
}

const systems =
    'team ops\nsystem shop { owner ops entity Order "Orders" { No : id key Sum : money } }\nsystem erp { entity Invoice { No : id key Sum : money Tax : money formula } }\n';

describe('Inlay hints', () => {
    test('number flows as the register of the picture does', async () => {
        const served = await serve({ 'northwind.crmmap': readFileSync('examples/northwind.crmmap', 'utf8') });
        const model = served.models.modelOf(served.document);
        const [view] = viewsOf(model);
        const drawn = JSON.stringify(landscapeDiagram(model, view!));
        const hints = (await hintsOf(served)).filter(({ label }) => String(label).startsWith('I-'));
        expect(hints.map(({ label }) => numberIn(label))).toEqual(['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06']);
        for (const { label: whole, position } of hints) {
            const label = numberIn(whole);
            const flow = model.flows.find(({ source }) => source.start.line === position.line);
            expect(flow?.number).toBe(label);
            expect(drawn).toContain(`${label} ${flow?.title}`);
        }
    });

    test('stand behind the title of a flow, say how much is mapped and put timetables in words', async () => {
        const flow = 'flow f: shop.Order -> erp.Invoice "Orders" { timing scheduled "0 3 * * *" map No -> No }';
        expect(await withHints(`${systems}${flow}\nshop -> erp`)).toEqual([
            'system shop { owner ops entity Order "Orders"[owner ops] { No : id key Sum : money } }',
            'flow f: shop.Order -> erp.Invoice "Orders"[I-01 · mapped 1 of 2] { timing scheduled "0 3 * * *"[daily at 03:00] map No -> No }',
            'shop -> erp[I-02]',
        ]);
    });

    test('show the owner of a system at its entities, unless they have one of their own', async () => {
        expect(await withHints('team a\nteam b\nsystem s { owner a\nentity E\nentity F { owner b }\n}\nsystem t { entity G }')).toEqual(['entity E[owner a]']);
    });

    test('come only for the lines that are asked for, and skip flows whose end is not declared', async () => {
        const served = await serve({ 'map.crmmap': 'system a\nsystem b\na -> b\na -> nowhere\nb -> a' });
        expect((await hintsOf(served)).map(({ label }) => label)).toEqual(['I-01', 'I-03']);
        const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
        expect((await hintsOf(served, range)).map(({ label }) => label)).toEqual(['I-03']);
    });

    test('go on counting behind the flows of imported files, as the picture of this file does', async () => {
        const served = await serve({ 'map.crmmap': 'import "./a.crmmap"\nshop -> crm', 'a.crmmap': 'system shop\nsystem crm\ncrm -> shop' });
        expect((await hintsOf(served)).map(({ label }) => label)).toEqual(['I-02']);
    });
});
