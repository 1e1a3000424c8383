import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/model/views.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';

describe('the model of the reference map', async () => {
    const { model, findings } = await parseFiles(exampleFiles('northwind.crmmap'));

    test('the map is free of findings', () => {
        expect(findings).toEqual([]);
    });

    test('everything is there, in the order of the text', () => {
        expect(model.systems.map((system) => system.id)).toEqual(['crm', 'shop', 'marketing', 'desk', 'erp', 'bus', 'pos']);
        expect(model.flows.map((flow) => `${flow.number} ${flow.id}`)).toEqual([
            'I-01 signUps',
            'I-02 customers',
            'I-03 audiences',
            'I-04 orders',
            'I-05 tickets',
            'I-06 tills',
        ]);
        expect(model.journeys[0]?.stages.map((stage) => stage.id)).toEqual([
            'firstBoots.awareness',
            'firstBoots.consideration',
            'firstBoots.purchase',
            'firstBoots.postPurchase',
        ]);
    });

    test('references are resolved to ids', () => {
        const customers = model.flows.find((flow) => flow.id === 'customers');
        expect(customers).toMatchObject({
            from: { system: 'shop', entity: 'shop.Customer' },
            to: { system: 'crm', entity: 'crm.Contact' },
            twoWay: true,
            via: ['bus'],
            key: ['crm.Contact.Email'],
            errors: [
                { action: 'retry', times: 3 },
                { action: 'alert', team: 'crmOps' },
            ],
        });
        expect(customers?.mappings.map((mapping) => `${mapping.sources.join()} -> ${mapping.target}`)).toEqual([
            'shop.Customer.Email -> crm.Contact.Email',
            'shop.Customer.FullName -> crm.Contact.LastName',
            'shop.Customer.Phone -> crm.Contact.Phone',
        ]);
    });

    test('a chain of ways is several ways, and the label belongs to the last', () => {
        const ways = model.journeys[0]?.ways.map((way) => [way.from, way.to, way.when].join(' ').replaceAll('firstBoots.', '').trim());
        expect(ways).toEqual([
            'video guide',
            'guide sizing',
            'sizing advice no size chart',
            'sizing pay',
            'advice pay',
            'pay confirm',
            'confirm exchange does not fit',
            'confirm review',
            'exchange review',
        ]);
    });

    test('a flow carries personal data by the fields that it maps, else by those of its ends', () => {
        const personal = model.flows.filter((flow) => flow.personal).map((flow) => flow.id);
        expect(personal).toEqual(['signUps', 'customers', 'audiences', 'tickets', 'tills']);
    });

    test('a source range holds the declaration, and the name’s range the name', () => {
        const lines = (exampleFiles('northwind.crmmap')['northwind.crmmap'] ?? '').split('\n');
        const { nameSource, source } = model.systems.find((system) => system.id === 'shop')!;
        expect(nameSource.file).toBe('northwind.crmmap');
        expect(lines[nameSource.start.line]?.slice(nameSource.start.character, nameSource.end.character)).toBe('shop');
        expect(lines[source.start.line]).toMatch(/^system shop/);
        expect(lines[source.end.line]).toBe('}');
    });
});

describe('a model', () => {
    test('is plain data: JSON and back changes nothing that is stated', async () => {
        const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
        const copy = JSON.parse(JSON.stringify(model));
        expect(copy).toEqual(JSON.parse(JSON.stringify(copy)));
        expect(copy.systems[0].entities[0].fields[1]).toMatchObject({
            id: 'crm.Contact.LastName',
            type: { name: 'text', numbers: [80] },
            required: true,
            personal: true,
        });
    });

    test('`A <- B` flows from B to A, and its map lines read from B', async () => {
        const { model, findings } = await parseMap(`
            system a { entity X { x : text } }
            system b { entity Y { y : text } }
            a.X <- b.Y { map y -> x }`);
        expect(findings).toEqual([]);
        expect(model.flows[0]).toMatchObject({ from: { system: 'b' }, to: { system: 'a' }, mappings: [{ sources: ['b.Y.y'], target: 'a.X.x' }] });
    });

    test('flows without a name have ids by their ends, told apart by a count', async () => {
        const { model } = await parseMap('system a system b a -> b a -> b flow x: a -> b b -> a');
        expect(model.flows.map((flow) => flow.id)).toEqual(['a->b', 'a->b#2', 'x', 'b->a']);
    });

    test('a flow with a broken end is absent and the others keep their numbers', async () => {
        const { model } = await parseMap('system a system b flow x: a -> nowhere flow y: a -> b');
        expect(model.flows.map((flow) => `${flow.number} ${flow.id}`)).toEqual(['I-02 y']);
    });

    test('touchpoints follow each other where no way is written', async () => {
        const { model } = await parseMap('journey j { stage s { touchpoint a touchpoint b } stage t { touchpoint c } }');
        expect(model.journeys[0]?.ways.map(({ from, to }) => `${from} ${to}`)).toEqual(['j.a j.b', 'j.b j.c']);
    });

    test('what an imported file declares stands before what the importing file declares', async () => {
        const { model, findings } = await parseFiles({ 'parts/a.crmmap': 'system a', 'root.crmmap': 'import "./parts/a.crmmap" system b  b -> a' });
        expect(findings).toEqual([]);
        expect(model.systems.map((system) => `${system.nameSource.file} ${system.id}`)).toEqual(['parts/a.crmmap a', 'root.crmmap b']);
    });

    test('words that no closed list has are absent', async () => {
        const { model } = await parseMap('system a { category nonsense lifecycle gone } flow f: a -> a { timing sometimes }');
        expect(model.systems[0]?.category).toBeUndefined();
        expect(model.systems[0]?.life).toBeUndefined();
        expect(model.flows[0]?.timing).toBeUndefined();
    });

    test('things of different kinds may share a name', async () => {
        const { model, findings } = await parseMap(`
            team web  channel web online { system web }  system web { owner web }
            journey j { stage s { touchpoint t { channel web frontstage web } } }`);
        expect(findings).toEqual([]);
        expect(model.systems[0]?.owner).toBe('web');
        expect(model.journeys[0]?.stages[0]?.touchpoints[0]).toMatchObject({ channels: ['web'], frontstage: ['web'] });
    });
});

describe('the views of a map', () => {
    test('are those that it declares', async () => {
        const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
        expect(viewsOf(model).map((view) => `${view.name} ${view.as}`)).toContain('firstBootsMap journey');
        expect(viewsOf(model)).toHaveLength(8);
    });

    test('without any are one of each kind that its content fills', async () => {
        const { model } = await parseMap(`
            system a { master entity E { f : id } }  system b  flow x: a.E -> b { map f -> f }
            lifecycle l { stage s }  journey j { stage s { touchpoint t } }  metric m`);
        expect(viewsOf(model).map((view) => view.name)).toEqual(['landscape', 'profile-a.E', 'data-a', 'journey-j', 'blueprint-j', 'lifecycle-l', 'scorecard']);
    });

    test('without any are matrices of what is provided, supported and owned, too', async () => {
        const { model } = await parseMap(`
            team t  system a { provides reporting }  goal g  initiative i { supports g }  lifecycle l { stage s { owner t } }`);
        const matrices = viewsOf(model).filter((view) => view.as === 'matrix');
        expect(matrices.map(({ name, rows, columns }) => `${name}: ${rows} by ${columns}`)).toEqual([
            'matrix-capabilities-systems: capabilities by systems',
            'matrix-goals-initiatives: goals by initiatives',
            'matrix-teams-stages: teams by stages',
        ]);
    });

    test('may leave out what they are of where there is one only', async () => {
        const { model, findings } = await parseMap('journey j { stage s { touchpoint t } } view v as journey');
        expect(findings).toEqual([]);
        expect(viewsOf(model)[0]?.of).toEqual({ kind: 'journey', id: 'j' });
    });

    test('an empty map has a landscape, which can say that it is empty', async () => {
        const { model } = await parseMap('');
        expect(viewsOf(model).map((view) => view.name)).toEqual(['landscape']);
    });
});
