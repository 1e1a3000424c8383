import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MermaidPart, mermaidOf, mermaidParts } from '../../src/export/mermaid/mermaid.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { exampleRoots } from '../golden/golden-pictures.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { hostile, nasty, retitled } from './hostile-texts.ts';
import { judge, type Judged } from './mermaid-judge.ts';

const goldenFolder = 'test/golden/mermaid';

function view(as: View['as'], more: Partial<View> = {}): View {
    return { kind: 'view', id: 'v', name: 'v', as, include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [], ...more };
}

/** The views that the text declares, and those that it would have without any. */
function allViews(model: CrmModel): readonly View[] {
    return [...viewsOf(model), ...viewsOf({ ...model, views: [] })];
}

function only(model: CrmModel, shown: View, part: MermaidPart = 'diagram'): Promise<Judged> {
    return judge(mermaidOf(model, shown, part));
}

const maps = new Map<string, CrmModel>();
for (const root of exampleRoots) maps.set(root, (await parseFiles(exampleFiles(root))).model);
for (const file of readdirSync('test/golden/cases').filter((name) => name.endsWith('.crmmap'))) {
    maps.set(`test/golden/cases/${file}`, (await parseMap(readFileSync(`test/golden/cases/${file}`, 'utf8'))).model);
}
const northwind = maps.get('northwind.crmmap')!;

describe('Mermaid’s own parser', () => {
    for (const [name, model] of maps) {
        test(`accepts every text of ${name}, each of the kind of its view`, async () => {
            for (const shown of allViews(model)) {
                for (const part of mermaidParts(model, shown)) {
                    const kind = part === 'ways' || shown.as === 'landscape' ? 'flowchart-v2' : shown.as === 'data' ? 'er' : 'journey';
                    expect((await only(model, shown, part)).type, shown.name).toBe(kind);
                    expect(mermaidOf(model, shown, part)).toBe(mermaidOf(model, shown, part));
                }
            }
        });
    }
});

describe('a landscape as a flowchart', () => {
    test('has the systems with their titles, in the groups of the picture', async () => {
        const { nodes, groups } = (await only(northwind, view('landscape'))) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(nodes).toEqual({
            s_crm: 'Salesforce',
            s_shop: 'Web shop',
            s_marketing: 'Marketing automation',
            s_desk: 'Service desk',
            s_erp: 'ERP',
            s_bus: 'Event bus',
            s_pos: 'Store tills (retiring)',
        });
        expect(groups.map(({ title, nodes: inside }) => [title, inside])).toContainEqual(['Commerce · EU', ['s_shop']]);
        expect(groups).toHaveLength(7);
    });

    test('has the flows with number, title and timing; through middleware in stretches, the first with the words', async () => {
        const { edges } = (await only(northwind, view('landscape'))) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(edges.map(({ from, to, text, stroke, bothWays }) => `${from} ${bothWays ? '<' : ''}${stroke}> ${to}: ${text}`)).toEqual([
            's_marketing normal> s_crm: I-01 Newsletter sign-ups · near-real-time',
            's_shop <dotted> s_bus: I-02 Customer profile · every 15 min',
            's_bus <dotted> s_crm: I-02',
            's_crm dotted> s_marketing: I-03 Audiences · daily 03:00',
            's_shop thick> s_bus: I-04 Orders · real-time',
            's_bus thick> s_erp: I-04',
            's_desk thick> s_crm: I-05 Tickets on the contact · real-time',
            's_pos dotted> s_crm: I-06 Loyalty sign-ups, by spreadsheet · manual',
        ]);
    });

    test('shows what the view includes, grouped and directed as it says', async () => {
        const { model } = await parseMap(`
            region eu "Europe"
            system shop { region eu } system crm { region eu } system erp
            flow a: shop -> crm  flow b: crm -> erp
            view some as landscape { include shop, crm  group by region  direction down  hide labels }`);
        expect(mermaidOf(model, model.views[0]!, 'diagram')).toContain('\nflowchart TB\n');
        const { nodes, edges, groups } = (await only(model, model.views[0]!)) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(Object.keys(nodes)).toEqual(['s_shop', 's_crm']);
        expect(edges.map((edge) => edge.text)).toEqual(['I-01']);
        expect(groups.map(({ title }) => title)).toEqual(['Europe']);
    });

    test('keeps the direction of flows back, of flows that are written backwards, and of those to a system itself', async () => {
        const { model } = await parseMap('system a system b flow x: a -> b flow y: b -> a flow z: a <- b flow w: a -> a');
        const { edges } = (await only(model, view('landscape'))) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['s_a s_b', 's_b s_a', 's_b s_a', 's_a s_a']);
    });

    test('keeps systems apart whose names differ only in marks', async () => {
        const { model } = await parseMap('system `a-b` "One" system a_b "Two" system `end` "End" system `ü` "Three" system `ö` "Four"');
        const { nodes } = (await only(model, view('landscape'))) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(nodes).toEqual({ s_a_b: 'One', s_a_b_2: 'Two', s_end: 'End', s__: 'Three', s___2: 'Four' });
    });
});

describe('a journey', () => {
    const shown = view('journey', { of: { kind: 'journey', id: 'firstBoots' } });

    test('has stages as sections, and touchpoints as tasks with a score and their channels', async () => {
        const { title, sections, tasks } = (await only(northwind, shown)) as Extract<Judged, { type: 'journey' }>;
        expect(title).toBe('First pair of boots');
        expect(sections).toEqual(['Awareness', 'Consideration', 'Purchase', 'Post-purchase']);
        expect(tasks.map(({ section, title: words, score, actors }) => [section, words, score, actors.join(', ')])).toEqual([
            ['Awareness', 'Sees a trail video', 4, 'Instagram'],
            ['Awareness', 'Reads the boot guide', 3, 'Website'],
            ['Consideration', 'Tries to find her size', 1, 'Website'],
            ['Consideration', 'Calls a store', 4, 'Phone'],
            ['Purchase', 'Pays on her phone', 3, 'Website'],
            ['Purchase', 'Gets the confirmation', 5, 'Email'],
            ['Post-purchase', 'Asks for another size', 2, 'Email'],
            ['Post-purchase', 'Writes a review', 5, 'Website'],
        ]);
    });

    test('that branches has its ways in a flowchart beside it, and says so', async () => {
        const { nodes, edges, groups } = (await only(northwind, shown, 'ways')) as Extract<Judged, { type: 'flowchart-v2' }>;
        expect(Object.values(nodes)).toContain('Tries to find her size (−2 Unsure)');
        expect(edges).toHaveLength(northwind.journeys[0]!.ways.length);
        expect(edges.find(({ text }) => text === 'no size chart')).toMatchObject({ from: 't_firstBoots_sizing', to: 't_firstBoots_advice' });
        expect(groups.map(({ title }) => title)).toEqual(['Awareness', 'Consideration', 'Purchase', 'Post-purchase']);
        expect(mermaidOf(northwind, shown, 'diagram')).toMatch(/^%% Left out.*ways that branch/m);
    });

    test('that goes straight on is one text; without channels its actors are the personas', async () => {
        const { model } = await parseMap(`persona ana "Ana, 30" persona bo "Bo"
            journey j { persona ana, bo stage s { touchpoint a "A" { emotion -1 } touchpoint b "B" } }`);
        expect(mermaidParts(model, view('journey'))).toEqual(['diagram']);
        const { tasks } = (await only(model, view('journey'))) as Extract<Judged, { type: 'journey' }>;
        expect(tasks.map(({ title, score, actors }) => [title, score, actors])).toEqual([
            ['A', 2, ['Ana, 30', 'Bo']],
            ['B', 3, ['Ana, 30', 'Bo']],
        ]);
        expect(mermaidOf(model, view('journey'), 'diagram')).toContain('Where the map states no emotion it is 3.');
    });
});

describe('data as an entity relationship diagram', () => {
    test('has entities, and fields with type, keys and what is known of them', async () => {
        const { entities } = (await only(northwind, view('data', { of: { kind: 'system', id: 'crm' } }))) as Extract<Judged, { type: 'er' }>;
        expect(entities.map(({ id, title }) => [id, title])).toEqual([
            ['e_crm_Contact', 'Contact'],
            ['e_crm_Lead', 'Lead'],
        ]);
        expect(entities[0]?.fields).toEqual([
            { type: 'id', name: 'ContactId', keys: ['PK'], comment: '' },
            { type: 'text(80)', name: 'LastName', keys: [], comment: 'required · personal' },
            { type: 'email', name: 'Email', keys: ['UK'], comment: 'required · personal' },
            { type: 'phone', name: 'Phone', keys: [], comment: 'personal · E.164' },
            { type: 'picklist', name: 'Segment', keys: [], comment: 'New / Active / Lapsed' },
            { type: 'boolean', name: 'OptIn', keys: [], comment: 'required' },
        ]);
    });

    test('has references as lines, those to other systems too', async () => {
        const { model } = await parseMap(`
            system shop "Shop" { entity Order { No : id key  Customer : reference(Customer)  Pay : reference(erp.Bill) required  Sum : number(10, 2) } entity Customer }
            system erp "ERP" { entity Bill { No : id key } }`);
        const { entities, relations } = (await only(model, view('data', { of: { kind: 'system', id: 'shop' } }))) as Extract<Judged, { type: 'er' }>;
        expect(entities.map(({ title, fields }) => [title, fields.length])).toEqual([
            ['Order', 4],
            ['Customer', 0],
            ['Bill (ERP)', 0],
        ]);
        expect(entities[0]?.fields[1]?.keys).toEqual(['FK']);
        expect(entities[0]?.fields[3]).toEqual({ type: 'number', name: 'Sum', keys: [], comment: 'number(10, 2)' });
        expect(relations).toEqual([
            { from: 'e_shop_Order', to: 'e_shop_Customer', text: 'Customer' },
            { from: 'e_shop_Order', to: 'e_erp_Bill', text: 'Pay' },
        ]);
    });

    test('keeps fields whose names are no words of Mermaid, with the name in the comment', async () => {
        const { model } = await parseMap('system s { entity E { PK : id  `First Name` : text  `1st` : text  Straße : text  `uk-x` : text } }');
        const { entities } = (await only(model, view('data'))) as Extract<Judged, { type: 'er' }>;
        expect(entities[0]?.fields.map(({ name, keys, comment }) => [name, keys.length, comment])).toEqual([
            ['_PK', 0, 'PK'],
            ['First_Name', 0, 'First Name'],
            ['_1st', 0, '1st'],
            ['Straße', 0, ''],
            ['uk_x', 0, 'uk-x'],
        ]);
    });
});

/** What a reader sees of a text on one line; a lone half of a character is the mark for what is none. */
function seen(text: string): string {
    const line = text
        .toWellFormed()
        .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
        .trim();
    return line === '' ? '\u00a0' : line;
}

/** How many of what, without the texts. */
function shape(judged: Judged): unknown {
    switch (judged.type) {
        case 'flowchart-v2':
            return [
                Object.keys(judged.nodes),
                judged.edges.map(({ from, to, stroke, bothWays }) => [from, to, stroke, bothWays]),
                judged.groups.map(({ id, nodes }) => [id, nodes]),
            ];
        case 'journey':
            return [judged.sections.length, judged.tasks.map(({ score, actors }) => [score, actors.length])];
        case 'er':
            return [
                judged.entities.map(({ id, fields }) => [id, fields.map(({ type, name, keys }) => [type, name, keys])]),
                judged.relations.map(({ from, to }) => [from, to]),
            ];
    }
}

describe('hostile texts', () => {
    const shownViews = [
        view('landscape'),
        view('landscape', { groupBy: 'owner' }),
        view('journey', { of: { kind: 'journey', id: 'firstBoots' } }),
        view('data', { of: { kind: 'system', id: 'shop' } }),
    ];

    const shapesOf = async (texts: readonly string[]): Promise<unknown[]> => {
        const shapes: unknown[] = [];
        for (const text of texts) shapes.push(shape(await judge(text)));
        return shapes;
    };
    const textsOf = (model: CrmModel, title?: string): string[] =>
        shownViews.flatMap((shown) => mermaidParts(model, shown).map((part) => mermaidOf(model, title === undefined ? shown : { ...shown, title }, part)));
    let before: unknown[] = [];
    beforeAll(async () => {
        before = await shapesOf(textsOf(northwind));
        expect(before).toHaveLength(5);
    });

    test('in every title change neither the nodes nor the edges, and are read as they were written', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 30 }), hostile, async (texts, title) => {
                const model = retitled(northwind, texts);
                const after: Judged[] = [];
                for (const text of textsOf(model, title)) after.push(await judge(text));
                expect(after.map(shape)).toEqual(before);
                const flowchart = after[0] as Extract<Judged, { type: 'flowchart-v2' }>;
                const retiring = (life: string | undefined) => (life === undefined || life === 'active' ? '' : ` (${life})`);
                expect(Object.values(flowchart.nodes).map(seen).sort()).toEqual(
                    model.systems.map((system) => seen(system.title + retiring(system.life))).sort(),
                );
                const journey = after.find((one) => one.type === 'journey') as Extract<Judged, { type: 'journey' }>;
                expect(journey.tasks.map((task) => seen(task.title))).toEqual(
                    model.journeys[0]!.stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => seen(touchpoint.title))),
                );
            }),
            { numRuns: 60 },
        );
    });

    test.each(nasty)('%j alone in every place', async (words) => {
        expect(await shapesOf(textsOf(retitled(northwind, [words]), words))).toEqual(before);
    });

    test('leave no line, comment or directive of their own behind', () => {
        const texts = textsOf(retitled(northwind, ['%%{init: {}}%%\nclick s_crm href "javascript:x"']));
        expect(texts.map((text) => text.split('\n').length)).toEqual(textsOf(northwind).map((text) => text.split('\n').length));
        for (const text of texts) expect(text).not.toMatch(/%%\{|^\s*click |"javascript/m);
    });
});

describe('golden texts (delete one, and the test writes it anew)', () => {
    const texts = allViews(northwind).flatMap((shown) =>
        mermaidParts(northwind, shown).map((part) => ({
            file: `northwind.${shown.name}${part === 'ways' ? '.ways' : ''}.mmd`,
            text: mermaidOf(northwind, shown, part),
        })),
    );

    test.each([...new Map(texts.map((one) => [one.file, one])).values()])('$file is as it was read', async ({ file, text }) => {
        await expect(text).toMatchFileSnapshot(`../golden/mermaid/${file}`);
    });

    test('the one in the documentation is such a text', () => {
        const [, shown] = /^```mermaid\n(.*?)^```/ms.exec(readFileSync('docs/command-line.md', 'utf8')) ?? [];
        expect(shown).toBe(texts.find(({ file }) => file === 'northwind.personalData.mmd')?.text);
    });

    test('there is none besides', () => {
        const expected = [...new Set(texts.map(({ file }) => file))].sort();
        expect(readdirSync(goldenFolder).sort()).toEqual(expected);
    });
});

test('Mermaid is in no bundle', () => {
    for (const file of readdirSync('dist/meta')) expect(readFileSync(`dist/meta/${file}`, 'utf8')).not.toContain('node_modules/mermaid');
});
