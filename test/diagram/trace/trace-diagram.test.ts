import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/diagram/trace/fold.ts';
import { traceContent } from '../../../src/diagram/trace/trace-content.ts';
import type { TraceDiagram } from '../../../src/diagram/trace/trace-diagram.ts';
import { traceDiagram } from '../../../src/diagram/trace/trace-diagram.ts';
import { flow, landscapeView, mapOf, system } from '../../helpers/landscape-maps.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const view = (kind: string, id: string, more = {}): ReturnType<typeof landscapeView> => landscapeView({ as: 'trace', name: 'v', of: { kind, id }, ...more });

async function northwind(kind: string, id: string, more = {}): Promise<TraceDiagram> {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const diagram = traceDiagram(model, view(kind, id, more));
    if (diagram === undefined) throw new Error(`There is no ${kind} ${id}.`);
    return diagram;
}

const factsOf = (diagram: TraceDiagram): Record<string, string> => Object.fromEntries(diagram.panel.map((fact) => [fact.caption, plain(fact.value ?? '')]));
const cardOf = (diagram: TraceDiagram, key: string): readonly string[] => {
    const card = diagram.groups.flatMap((group) => group.cards).find((each) => each.id === key);
    return textsOf(card?.block.marks ?? []);
};

describe('The picture of a trace', () => {
    test('says what it shows in sentences and facts, how old data can be, and where personal data goes', async () => {
        const diagram = await northwind('touchpoint', 'firstBoots.advice');
        expect(plain(diagram.sheet.description)).toBe(
            'The touchpoint Calls a store depends on 5 systems, over 3 interfaces. Nothing else in this map depends on it.',
        );
        expect(factsOf(diagram)).toEqual({
            'Traced touchpoint': 'Calls a store, in First pair of boots',
            'Depends on': '5 systems, over 3 interfaces',
            'Depended on by': 'nothing in this map',
            'Oldest data': 'Contact.Phone: up to 15 minutes old, over I-02, 1 hour allowed',
            'Personal data': 'stays in European Union, on 3 interfaces',
            'Pains on the way': 'none stated',
        });
        expect(diagram.captions.map((caption) => caption.text)).toEqual(['Depends on', 'Traced touchpoint']);
    });

    test('tells where personal data crosses a border, and under which safeguard', async () => {
        const facts = factsOf(await northwind('field', 'crm.Contact.Email'));
        expect(facts['Personal data crosses']).toContain('European Union to United States (Standard contractual clauses) by I-03');
    });

    test('lays every line to the right, and turns the heads of those that go back', async () => {
        const diagram = await northwind('system', 'crm');
        const heads = Object.fromEntries(diagram.hops.map((hop) => [hop.id, [hop.from, hop.to, hop.heads]]));
        expect(heads['flow audiences centre crm > up marketing']).toEqual(['up marketing', 'centre crm', 'start']);
        expect(heads['flow signUps up marketing > centre crm']).toEqual(['up marketing', 'centre crm', 'end']);
    });

    test('emphasises what is traced, and nothing else', async () => {
        const diagram = await northwind('system', 'crm');
        const emphasised = diagram.groups.filter((group) => JSON.stringify(group.cards).includes('"emphasis"'));
        expect(emphasised.map((group) => group.id)).toEqual(['centre crm']);
    });

    test('says on a card which fields matter, and that a system depends on what it feeds', async () => {
        const diagram = await northwind('field', 'crm.Contact.Email');
        expect(cardOf(diagram, 'up shop')).toEqual(['Web shop', 'Shopify · Growth', 'EU', 'Depends on it, too', 'Shop customer: Email']);
        expect(cardOf(diagram, 'centre crm').slice(0, 4)).toEqual(['Contact.Email', 'in Salesforce', 'EU', 'System of record']);
    });

    test('marks pains and opportunities of touchpoints with their words, as things of their own', async () => {
        const diagram = await northwind('system', 'crm');
        const card = diagram.groups.flatMap((group) => group.cards).find((each) => each.id === 'touchpoint firstBoots.exchange');
        expect(textsOf(card?.block.marks ?? [])).toEqual(expect.arrayContaining(['Has to type her order again', 'Show orders on the ticket']));
        expect(thingsOf(card?.block.marks ?? []).map(({ thing }) => thing.id)).toEqual(['firstBoots.retype', 'firstBoots.linkOrders']);
    });

    test('warns in words where data is older than a touchpoint allows', async () => {
        const diagram = await northwind('touchpoint', 'firstBoots.confirm');
        expect(plain(JSON.stringify(diagram.touchpoints))).toContain('of any age: I-06 is manual, 1 day allowed; older than allowed');
    });

    test('says that nothing depends on a lone system, and that it depends on nothing', () => {
        const diagram = traceDiagram(mapOf([system('a', { title: 'Alone' })]), view('system', 'a'));
        expect(diagram?.sheet.description).toBe('The system Alone depends on nothing in this map. Nothing else in this map depends on it.');
        expect(diagram && factsOf(diagram)['Depends on']).toBe('nothing in this map');
        expect(diagram?.register).toBeUndefined();
    });

    test('leaves out what the view hides or excludes', async () => {
        const bare = await northwind('system', 'crm', { hide: ['legend', 'register', 'facts', 'entities', 'title', 'labels'] });
        expect([bare.legend, bare.register, bare.panel, bare.touchpoints, bare.showTitle]).toEqual([[], undefined, [], [], false]);
        const without = await northwind('system', 'crm', { exclude: [{ select: 'thing', kind: 'system', id: 'pos' }] });
        expect(without.groups.map((group) => group.id)).not.toContain('up pos');
    });

    test('explains only what it uses', async () => {
        const labels = (diagram: TraceDiagram): string[] => diagram.legend.flatMap((group) => group.entries.map((entry) => entry.label));
        expect(labels(await northwind('touchpoint', 'firstBoots.review'))).toEqual([
            'What is traced',
            'Touchpoint and what it stands on, uses or captures',
            'European Union',
        ]);
    });

    test('traces an entity, too', async () => {
        const { model } = await parseMap('system a { entity E { X : text } }  system b { entity F }  a.E -> b.F');
        expect(traceDiagram(model, view('entity', 'b.F'))?.groups.map((group) => group.id)).toEqual(['up a', 'centre b']);
    });
});

describe('A large trace', () => {
    const chain = mapOf(
        Array.from({ length: 90 }, (_, index) => system(`s${index}`)),
        Array.from({ length: 89 }, (_, index) => flow(`f${index}`, `s${index + 1}`, `s${Math.floor(index / 3)}`)),
    );

    test('folds the farthest levels into one card, with their number on it and their names in its title', () => {
        const tree = traceContent(chain, { kind: 'system', id: 's0' });
        const folded = tree && fold(tree, 10);
        expect(folded?.cards.length).toBeLessThanOrEqual(10);
        expect(folded?.cards.flatMap((card) => card.folded).length).toBe((tree?.cards.length ?? 0) - (folded?.cards.length ?? 0) + 1);
        const ends = new Set(folded?.lines.flatMap((line) => [line.from, line.to]));
        expect([...ends].filter((key) => !folded?.cards.some((card) => card.key === key))).toEqual([]);
    });

    test('keeps as many of the nearest level as there is room for', () => {
        const star = mapOf(
            [system('hub'), ...Array.from({ length: 90 }, (_, index) => system(`s${index}`))],
            Array.from({ length: 90 }, (_, index) => flow(`f${index}`, `s${index}`, 'hub')),
        );
        const diagram = traceDiagram(star, view('system', 'hub'));
        expect(diagram?.groups.length).toBe(40);
        const card = diagram?.groups.flatMap((group) => group.cards).find((each) => each.id === 'fold up');
        expect(plain(textsOf(card?.block.marks ?? []).join(' | '))).toBe('52 systems more | 1 step away, folded | Their names are in the tooltip');
        expect(plain(card?.thing.label ?? '')).toMatch(/^52 systems more, 1 step away: s38, s39, .*, s89$/);
        expect(plain(diagram?.sheet.description ?? '')).toContain('depends on 90 systems, over 90 interfaces.');
        expect(plain(diagram?.sheet.description ?? '')).toContain('52 of them, the farthest, are folded.');
    });

    test('leaves a small one as it is', () => {
        const content = traceContent(chain, { kind: 'system', id: 's40' });
        expect(content && fold(content)).toEqual(content);
    });
});

test('A trace keeps to the touchpoints that a view chooses, and to the journeys of those that it is for; overlays speak of what is traced, too', async () => {
    const { model } = await parseMap(`team a "A"  persona x "X"  persona y "Y"
        system crm "CRM" { owner a  entity E { F : text personal } }
        journey j { persona x  stage s { touchpoint one { backstage crm  owner a }  touchpoint two { backstage crm } } }
        journey k { persona y  stage s { touchpoint three { backstage crm } } }`);
    const touchpoints = (more: object): string[] => {
        const diagram = traceDiagram(model, view('system', 'crm', more));
        return (diagram?.groups ?? []).flatMap((group) => group.cards.flatMap(({ thing }) => (thing.kind === 'touchpoint' ? [thing.id] : [])));
    };
    expect(touchpoints({})).toEqual(['j.one', 'j.two', 'k.three']);
    expect(touchpoints({ exclude: [{ select: 'thing', kind: 'touchpoint', id: 'j.two' }] })).toEqual(['j.one', 'k.three']);
    expect(touchpoints({ include: [{ select: 'thing', kind: 'journey', id: 'k' }] })).toEqual(['k.three']);
    expect(touchpoints({ audience: [{ kind: 'persona', id: 'x' }] })).toEqual(['j.one', 'j.two']);
    const field = traceDiagram(model, view('field', 'crm.E.F', { overlays: ['owner', 'personal'], direction: 'down' }));
    if (field === undefined) throw new Error('There is no such field.');
    expect(field.direction).toBe('down');
    expect(cardOf(field, 'centre crm').map(plain)).toEqual(expect.arrayContaining(['Owner', 'A', 'Personal data', '1 field']));
    const system = traceDiagram(model, view('system', 'crm', { overlays: ['owner'] }));
    expect(system && cardOf(system, 'touchpoint j.one')).toContain('owner A');
});
