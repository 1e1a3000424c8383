import { describe, expect, it } from 'vitest';
import { processorTime } from '../../helpers/processor-time.ts';
import { labels, offered } from './support.ts';

const base =
    'team ops "Operations"\nregion eu\nsystem crm "CRM" { master entity Contact "Contact" { Email : email key Phone : phone } }\nsystem shop { entity Order { No : id Mail : email } }\n';

describe('Completion', () => {
    it('offers the values of both picklists where a mapping pairs them, those without a partner first', async () => {
        const map = (line: string): string =>
            `system a { entity A { S : picklist("Open", "Paid") } }\nsystem b { entity B { T : picklist("Open", "Done") } }\na.A -> b.B { ${line} }`;
        expect(await labels(map('map S -> T values <|>'))).toEqual(['"Paid"', '"Open"']);
        expect(await labels(map('map S -> T values "Paid" -> <|>'))).toEqual(['"Done"', '"Open"']);
    });

    it('offers what tells records apart, and what carries flows, before all else, and what is retired last', async () => {
        const map = (line: string): string =>
            `system a { entity A { About : text  Old : id key deprecated  No : id key } }\nsystem bus { category middleware }\nsystem a1 { lifecycle retired }\nsystem b\na.A -> b { ${line} }`;
        expect(await labels(map('key <|>'))).toEqual(['No', 'About', 'Old']);
        expect(await labels(map('via <|>'))).toEqual(['bus', 'a', 'b', 'a1']);
    });

    it('offers first what stands in the system that carries the channel', async () => {
        const map =
            'system a { entity A }\nsystem shop { entity Order }\nchannel web { system shop }\njourney j { stage s { touchpoint t { channel web captures <|> } } }';
        expect((await labels(map))[0]).toBe('shop.Order');
    });

    it('offers the kinds of declaration at the start of a line, each with what it is', async () => {
        const items = await offered('<|>');
        expect(items.map(({ label }) => label)).toEqual([
            'capability',
            'channel',
            'flow',
            'goal',
            'import',
            'initiative',
            'journey',
            'lifecycle',
            'map',
            'metric',
            'persona',
            'region',
            'segment',
            'system',
            'team',
            'view',
        ]);
        expect(items.find(({ label }) => label === 'persona')?.documentation).toMatchObject({ value: 'A customer, told as one person' });
    });

    it('offers the ends of flows at the start of a line, after the declarations', async () => {
        expect((await labels(`${base}c<|>`)).slice(-4)).toEqual(['crm', 'shop', 'crm.Contact', 'shop.Order']);
    });

    it('offers the properties of the declaration around the cursor, and only these', async () => {
        const system = await labels('system crm { <|> }');
        expect(system).toEqual(expect.arrayContaining(['vendor', 'category', 'entity', 'master entity', 'owner', 'lifecycle']));
        expect(system).not.toEqual(expect.arrayContaining(['emotion']));
        expect(await labels('journey j { stage s { touchpoint t { <|> } } }')).toEqual(expect.arrayContaining(['emotion', 'moment of truth', 'pain', 'uses']));
        expect(await labels('goal g { mea<|> }')).toContain('measured by');
    });

    it('documents each property where it is offered', async () => {
        const kinds = [
            'team t',
            'goal g',
            'metric m',
            'segment s',
            'persona p',
            'channel c',
            'region r',
            'capability c',
            'system s',
            'lifecycle l',
            'journey j',
            'initiative i',
            'view v',
            'map "M"',
        ];
        for (const kind of kinds) {
            const items = await offered(`${kind} { <|> }`);
            expect(
                items.filter(({ documentation }) => documentation === undefined).map(({ label }) => label),
                kind,
            ).toEqual([]);
        }
    });

    it('offers the words of a closed list with what they mean', async () => {
        const items = await offered('system crm { category <|> }');
        expect(items.map(({ label, detail }) => `${label}: ${detail}`).slice(0, 2)).toEqual([
            'crm: Customer relationship management',
            'erp: Enterprise resource planning',
        ]);
        expect(await labels('flow a: b -> c { timing real<|> }')).toEqual(['real-time', 'near-real-time', 'event', 'scheduled', 'manual']);
        expect(await labels('view v as journey of j { lanes emotion, <|> }')).toContain('thoughts');
        expect(await labels('system s { entity e { retention 3 <|> } }')).toContain('years');
        expect(await labels('system s { entity e { Name : <|> } }')).toContain('picklist');
        expect(await labels('system s { cost 400 <|> }')).toEqual(expect.arrayContaining(['EUR', 'per']));
        expect(await labels('view v { include category <|> }')).toContain('point-of-sale');
        expect(await labels('view v as <|>')).toContain('blueprint');
    });

    it('offers emotions with what they mean, and how often something is tried again', async () => {
        const items = await offered('journey j { stage s { touchpoint t { emotion <|> } } }', { client: { snippets: true } });
        expect(items.map(({ label }) => label)).toEqual(['+2', '+1', '0', '-1', '-2']);
        expect(items[4]?.textEdit?.newText).toBe('-2 "${1:Lost}"');
        expect(await labels('system a\na -> a { errors retry <|> then dead-letter }')).toEqual(['3', '5', '10']);
    });

    it('does not offer again what a list has already, but does where it stands', async () => {
        const provided = await labels('system a { provides contact-management, lead-management, <|> }');
        expect(provided).toContain('analytics');
        expect(provided).not.toContain('contact-management');
        expect(provided).not.toContain('lead-management');
        expect(await labels('system a { provides contact-management, lead-man<|>agement }')).toContain('lead-management');
        expect(await labels('view v { lanes touchpoints, emotion, <|> }')).not.toContain('emotion');
        expect(await labels('metric m metric n\ngoal g { measured by m, <|> }')).toEqual(['n']);
        const used = 'system s { entity E { a : text b : text } } channel c journey j { stage t { touchpoint u { uses s.E.a fresh within 1 day, <|> } } }';
        expect(await labels(used)).toEqual(['s.E', 's.E.b']);
    });

    it('offers the tags of the map, those of most things first', async () => {
        const tagged = 'system a { tags core, `on paper` }\nsystem b { tags core }\n';
        expect(await labels(`${tagged}system c { tags <|> }`)).toEqual(['core', 'on paper']);
        expect((await offered(`${tagged}view v { include tag <|> }`)).map(({ textEdit }) => textEdit?.newText)).toEqual(['core', '`on paper`']);
    });

    it('offers the values that a default can have', async () => {
        const fieldOf = (words: string): string => `system s { entity E { a : ${words} } }`;
        expect(await labels(fieldOf('boolean default <|>'))).toEqual(['true', 'false']);
        expect(await labels(fieldOf('picklist("New", "Old") default <|>'))).toEqual(['"New"', '"Old"']);
        expect(await labels(fieldOf('text default <|>'))).toEqual([]);
    });

    it('offers nothing where a new name is asked for', async () => {
        for (const text of [
            'system <|>',
            'team o<|>',
            'system s { entity <|> }',
            'view <|>',
            'system s { tags <|> }',
            'metric m { baseline <|> }',
            'system s { vendor <|> }',
        ]) {
            expect(await labels(text), text).toEqual([]);
        }
    });

    it('offers nothing inside of texts and comments', async () => {
        for (const text of ['system s { vendor "x <|>" }', '// own<|>', '/* x <|> */', 'system s { vendor "a<|>']) expect(await labels(text), text).toEqual([]);
    });

    it('offers the things that fit, by type, under the shortest path', async () => {
        expect(await labels(`${base}system erp { owner <|> }`)).toEqual(['ops']);
        expect(await labels(`${base}system erp { region <|> }`)).toEqual(['eu']);
        expect(await labels(`${base}shop -> <|>`)).toEqual(['crm', 'shop', 'crm.Contact', 'shop.Order']);
        expect(await labels('system a { entity b { C : id match <|> } }')).toEqual(['C']);
        const [item] = await offered(`${base}system erp { owner <|> }`);
        expect(item).toMatchObject({ detail: 'team · Operations' });
    });

    it('offers the fields of a flow’s ends in its map lines', async () => {
        const flow = (body: string): string => `${base}flow f: shop.Order -> crm.Contact { ${body} }`;
        expect((await labels(flow('map <|>'))).slice(0, 2)).toEqual(['Mail', 'No']);
        expect((await labels(flow('map Mail -> <|>'))).slice(0, 2)).toEqual(['Email', 'Phone']);
        expect((await labels(flow('key <|>'))).slice(0, 4)).toEqual(['Email', 'No', 'Mail', 'Phone']);
    });

    it('goes on behind a dot, and replaces the whole path', async () => {
        const items = await offered(`${base}shop -> crm.Con<|>`);
        expect(items.map(({ label }) => label)).toEqual(['crm.Contact', 'shop.Order']);
        expect(items[0]?.textEdit).toMatchObject({ newText: 'crm.Contact', range: { start: { line: 4, character: 8 }, end: { line: 4, character: 15 } } });
        expect(await labels(`${base}initiative i { changes crm.<|> }`)).toEqual([]);
        expect(await labels(`${base}journey j { stage s { touchpoint t { uses crm.<|> } } }`)).toEqual([
            'crm.Contact',
            'shop.Order',
            'crm.Contact.Email',
            'crm.Contact.Phone',
            'shop.Order.Mail',
            'shop.Order.No',
        ]);
    });

    it('writes names with spaces in backticks', async () => {
        expect(await labels('team `Sales and care`\nsystem s { owner <|> }')).toEqual(['`Sales and care`']);
        const [item] = await offered('team `Sales and care`\nsystem s { owner `Sal<|>` }');
        expect(item?.textEdit).toMatchObject({ range: { start: { line: 1, character: 17 }, end: { line: 1, character: 22 } } });
    });

    it('offers what imported files declare, and the files themselves inside of an import', async () => {
        const files = { 'map.crmmap': 'import "./teams.crmmap"\nsystem s { owner <|> }', 'teams.crmmap': 'team ops', 'other/people.crmmap': 'team far' };
        expect((await labels(files))[0]).toBe('ops');
        expect(await labels({ ...files, 'map.crmmap': 'import "<|>"' })).toEqual(['./other/people.crmmap', './teams.crmmap']);
    });

    it('offers the stock list of capabilities', async () => {
        expect(await labels('system s { provides <|> }')).toContain('lead-management');
    });

    it('is not misled by words that are keywords elsewhere', async () => {
        expect(await labels('team owner\nteam team\nsystem system { owner <|> }')).toEqual(['owner', 'team']);
        expect(await labels('system a { entity e { owner : <|>\n status : email } }')).toContain('text');
    });

    it('works in the middle of a file with mistakes', async () => {
        expect(await labels(`${base}sytem x { vender "y" }\nsystem z { owner <|>\n`)).toEqual(['ops']);
    });

    it('offers at once in a large map', async () => {
        const systems = Array.from(
            { length: 300 },
            (_, i) => `system s${i} { entity e { ${Array.from({ length: 10 }, (__, j) => `f${j} : text(${j + 1})`).join(' ')} } }`,
        ).join('\n');
        const time = await processorTime(async () => {
            expect((await labels(`${systems}\ns1 -> <|>`)).length).toBe(400);
            expect(await labels(`${systems}\ns1 -> s299<|>`)).toEqual(['s299', 's299.e']);
        });
        expect(time).toBeLessThan(10_000);
    });
});
