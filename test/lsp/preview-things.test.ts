import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PreviewThings, ThingFacts } from '../../src/protocol.ts';
import { LspClient } from './lsp-client.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');

function thing(told: PreviewThings, kind: string, id: string): ThingFacts | undefined {
    return told.things.find((one) => one.kind === kind && one.id === id);
}

describe('what a preview is told of the things of its map, over stdio', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    test('comes after the picture, with titles, facts, words and own views', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri });
        const told = await client.thingsOf(() => true);
        expect(client.pictures).not.toHaveLength(0);
        expect(told).toMatchObject({ preview: 'a', uri });
        const crm = thing(told, 'system', 'crm');
        expect(crm?.facts).toContainEqual({ label: 'Vendor', value: 'Salesforce' });
        expect(crm?.words).toContain('crm');
        expect(crm?.own[0]).toEqual({ as: 'landscape', of: { kind: 'system', id: 'crm' } });
    });

    test('comes again only when something of it has changed', async () => {
        const uri = await client.open('a.crmmap', 'system shop\nsystem crm\n');
        await client.subscribe({ preview: 'a', uri });
        // Once the rules have been told of too.
        const before = await client.thingsOf(({ things }) => things.some(({ problems }) => problems.length > 0));
        await client.change(uri, 'system shop\nsystem crm\n// only a comment\n');
        await client.picture(({ documentVersion }) => documentVersion === 2);
        await client.change(uri, 'system shop "Web shop"\nsystem crm\n');
        const told = await client.thingsOf((things) => thing(things, 'system', 'shop')?.title === 'Web shop');
        expect(client.things.indexOf(told)).toBe(client.things.indexOf(before) + 1);
    });

    test('says what the rules find on a thing', async () => {
        const uri = await client.open('a.crmmap', 'team ops\nsystem shop { owner ops }\nsystem shelf { owner ops }\nshop -> shelf "Orders"\n');
        await client.subscribe({ preview: 'a', uri });
        const told = await client.thingsOf(({ things }) => things.some(({ problems }) => problems.length > 0));
        const [problem] = told.things.flatMap(({ problems }) => problems);
        expect(problem?.message).not.toBe('');
        expect(problem?.code).toMatch(/^[A-Z]{3}\d+$/);
    });

    test('draws the view of one thing that no view declares, and says which it is', async () => {
        const uri = await client.open('a.crmmap', 'system shop\nsystem crm\nsystem far\nsystem away\nshop -> crm "Orders"\nfar -> away "Logs"\n');
        const own = { as: 'landscape', of: { kind: 'system', id: 'shop' } } as const;
        await client.subscribe({ preview: 'a', uri, own });
        const content = await client.picture(() => true);
        expect(content).toMatchObject({ own, picture: { state: 'drawn' } });
        expect(content.view).toBeUndefined();
        const svg = content.picture.state === 'drawn' ? content.picture.svg : '';
        expect([...svg.matchAll(/data-id="([^"]*)" data-kind="system"/g)].map(([, id]) => id)).toEqual(['shop', 'crm']);
    });

    test('takes the view that the map declares for a thing, where there is one', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.subscribe({ preview: 'a', uri, own: { as: 'journey', of: { kind: 'journey', id: 'firstBoots' } } });
        const content = await client.picture(() => true);
        expect(content.view).toBe('firstBootsMap');
        expect(content.own).toBeUndefined();
    });

    test('draws the chosen view once the thing of an own view is gone', async () => {
        const uri = await client.open('a.crmmap', 'system shop\nsystem crm\n');
        await client.subscribe({ preview: 'a', uri, own: { as: 'landscape', of: { kind: 'system', id: 'shop' } } });
        await client.picture(({ own }) => own !== undefined);
        await client.change(uri, 'system crm\n');
        const content = await client.picture(({ documentVersion }) => documentVersion === 2);
        expect(content).toMatchObject({ view: 'landscape', picture: { state: 'drawn' } });
        expect(content.own).toBeUndefined();
    });
});
