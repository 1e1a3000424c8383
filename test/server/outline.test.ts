import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutlineMap } from '../../src/protocol.ts';
import { MapModels } from '../../src/server/map-models.ts';
import { OutlineService } from '../../src/server/outline-service.ts';
import { LiveWorkspace } from '../language/live-workspace.ts';
import { serve } from './editor/support.ts';

async function outlines(files: Readonly<Record<string, string>>): Promise<readonly OutlineMap[]> {
    const { services, models } = await serve(files);
    const service = new OutlineService({ shared: services.shared, models, imports: services.references.ImportGraph, changed: () => undefined });
    return (await service.read()).maps;
}

async function outlineOf(text: string): Promise<OutlineMap> {
    const [map] = await outlines({ 'map.crmmap': text });
    if (!map) throw new Error('There is no map.');
    return map;
}

describe('the outline of a map', () => {
    test('lists systems with entities, and which of these are records and personal', async () => {
        const { title, systems } = await outlineOf(`map "Ours"
            team sales "Sales" { function sales }
            region eu "Europe" { adequate }
            system crm "CRM" { category crm owner sales region eu vendor "Acme" master entity Contact "Contact" { Email : email key personal } entity Visit }
            system mail { external }`);
        expect(title).toBe('Ours');
        expect(systems).toMatchObject([
            { kind: 'system', id: 'crm', title: 'CRM', category: 'crm', vendor: 'Acme', owner: 'Sales', region: 'Europe', external: false },
            { id: 'mail', title: 'mail', external: true, entities: [] },
        ]);
        expect(systems[0]?.entities).toMatchObject([
            { kind: 'entity', id: 'crm.Contact', title: 'Contact', master: true, personal: true },
            { id: 'crm.Visit', master: false, personal: false },
        ]);
    });

    test('lists journeys and lifecycles with stages, and touchpoints with what is felt and what hurts', async () => {
        const { journeys, lifecycles } = await outlineOf(`
            journey buy "Buying" { stage look "Look" { touchpoint search "Search" { emotion -2 pain slow "Too slow" } touchpoint ask } stage order }
            lifecycle all { stage lead "Lead" stage won }`);
        expect(journeys).toMatchObject([
            {
                kind: 'journey',
                id: 'buy',
                title: 'Buying',
                stages: [
                    {
                        kind: 'stage',
                        id: 'buy.look',
                        touchpoints: [
                            { kind: 'touchpoint', id: 'buy.search', emotion: -2, pains: 1 },
                            { id: 'buy.ask', pains: 0 },
                        ],
                    },
                    { id: 'buy.order', touchpoints: [] },
                ],
            },
        ]);
        expect(lifecycles).toMatchObject([{ kind: 'lifecycle', id: 'all', stages: [{ kind: 'lifecycle-stage', title: 'Lead' }, { title: 'won' }] }]);
    });

    test('tells of views whether they stand in the text, and names the view of each thing', async () => {
        const text = 'system shop { entity Order }\njourney buy { stage look { touchpoint ask } }\n';
        const byItself = await outlineOf(text);
        expect(byItself.views.map(({ name, declared }) => [name, declared])).toEqual([
            ['landscape', false],
            ['journey-buy', false],
            ['blueprint-buy', false],
        ]);
        expect(byItself.journeys[0]?.view).toBe('journey-buy');
        expect(byItself.journeys[0]?.stages[0]?.touchpoints[0]?.view).toBe('journey-buy');
        expect(byItself.systems[0]?.view).toBe('landscape');
        expect(byItself.systems[0]?.entities[0]?.view).toBe('landscape');
        const declared = await outlineOf(`${text}view whole "All of it" as landscape\nview way as blueprint of buy\n`);
        expect(declared.views).toEqual([
            { name: 'whole', title: 'All of it', kind: 'landscape', declared: true },
            { name: 'way', title: 'buy', kind: 'blueprint', declared: true },
        ]);
        expect(declared.journeys[0]?.view).toBe('way');
    });

    test('has one map for all files that import each other, and one for each that stands alone', async () => {
        const maps = await outlines({
            'main.crmmap': 'import "./systems.crmmap"\nmap "Main"\n',
            'systems.crmmap': 'system shop\n',
            'other.crmmap': 'map "Other"\n',
        });
        expect(maps.map(({ title, uri, files, systems }) => [title, uri, files, systems.length])).toEqual([
            ['Main', 'file:///maps/main.crmmap', ['file:///maps/systems.crmmap', 'file:///maps/main.crmmap'], 1],
            ['Other', 'file:///maps/other.crmmap', ['file:///maps/other.crmmap'], 0],
        ]);
    });

    test('holds all of the example', async () => {
        const { systems, journeys, views } = await outlineOf(readFileSync('examples/northwind.crmmap', 'utf8'));
        expect(systems.map(({ id }) => id)).toEqual(['crm', 'shop', 'marketing', 'desk', 'erp', 'bus', 'pos']);
        expect(journeys.map(({ id }) => id)).toContain('firstBoots');
        expect(views.map(({ name }) => name)).toContain('landscape');
    });
});

describe('an outline that was read', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => void vi.useRealTimers());

    test('is told to have changed once what it lists has, not after edits that only move things, and not while one types', async () => {
        const workspace = await LiveWorkspace.open(new Map([['a.crmmap', 'system shop\n']]));
        const { shared, language } = workspace;
        const changed = vi.fn<() => void>();
        const service = new OutlineService({ shared, models: new MapModels(language), imports: language.references.ImportGraph, changed });
        const edit = async (text: string): Promise<void> => {
            await workspace.change({ 'a.crmmap': text });
            await vi.advanceTimersByTimeAsync(100);
        };
        const rest = async (): Promise<void> => {
            await vi.advanceTimersByTimeAsync(100);
            await workspace.settled();
        };
        await edit('system crm\n');
        await rest();
        expect(changed, 'nobody has read it yet').not.toHaveBeenCalled();
        await service.read();
        await edit('// moved\n\nsystem crm { users 20 }\n');
        await rest();
        expect(changed, 'what it lists is the same').not.toHaveBeenCalled();
        for (const name of ['crms', 'crmst', 'crmsto']) await edit(`system ${name}\n`);
        expect(changed, 'one still types').not.toHaveBeenCalled();
        await rest();
        expect(changed).toHaveBeenCalledTimes(1);
        await edit('system store\n');
        await rest();
        expect(changed, 'nobody has read it since').toHaveBeenCalledTimes(1);
        expect((await service.read()).maps[0]?.systems.map(({ id }) => id)).toEqual(['store']);
        await workspace.change({ 'a.crmmap': undefined });
        await rest();
        await rest();
        expect(changed).toHaveBeenCalledTimes(2);
        expect((await service.read()).maps).toEqual([]);
    });
});
