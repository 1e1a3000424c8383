import { describe, expect, it } from 'vitest';
import { check, checkFiles, mistakesOf, told } from '../support.ts';

describe('References', () => {
    it.each([
        ['a near name', 'team ops\nsystem a { owner opps }', '2 LNG010 opps | There is no team `opps`. Did you mean `ops`?'],
        ['another case', 'team Ops\nsystem a { owner ops }', '2 LNG010 ops | There is no team `ops`. Did you mean `Ops`?'],
        ['a thing of another kind', 'system crm { owner crm }', '1 LNG011 crm | `crm` is a system, not a team.'],
        ['nothing like it', 'system a { owner growth }', '1 LNG010 growth | There is no team `growth`. Declare it: team growth.'],
        ['few others', 'team a\nteam b\nsystem c { owner sales }', '3 LNG010 sales | There is no team `sales`. There are `a`, `b`.'],
        [
            'the holder left out',
            'system crm { entity Contact }\nsystem b\nb -> Contact',
            '3 LNG010 Contact | There is no system or entity `Contact`. Did you mean `crm.Contact`?',
        ],
        [
            'an unknown part of a known system',
            'system crm { entity Contact }\ncrm.Order -> crm',
            '2 LNG010 crm.Order | There is no system or entity `crm.Order`. System `crm` has `Contact`.',
        ],
        [
            'a name in backticks',
            'team `Sales team`\nsystem a { owner `Sales teem` }',
            '2 LNG010 `Sales teem` | There is no team “`Sales teem`”. Did you mean “`Sales team`”?',
        ],
        [
            'an unknown field of a mapping',
            'system a { entity e { Mail : email } }\nflow f: a.e -> a.e { map Mial -> Mail }',
            '2 LNG010 Mial | There is no field `Mial`. Did you mean `Mail`?',
        ],
    ])('%s is said', async (_what, text, expected) => {
        expect(await mistakesOf(text)).toEqual([expected]);
    });

    it('names of another file are found there, and the import is given', async () => {
        const { diagnostics } = await checkFiles({ 'a/map.crmmap': 'system s { owner ops }', 'shared/teams.crmmap': 'team ops' });
        expect(diagnostics('a/map.crmmap')).toMatchObject([
            {
                code: 'LNG012',
                message: 'There is no team `ops` here. It is declared in ../shared/teams.crmmap: write import "../shared/teams.crmmap" at the top.',
                data: { code: 'LNG012', importPath: '../shared/teams.crmmap' },
            },
        ]);
    });

    it('a long list of names is not poured out', async () => {
        const teams = Array.from({ length: 200 }, (_, i) => `team squad${i}`).join('\n');
        const [diagnostic] = await check(`${teams}\nsystem a { owner nobodyAtAll }`);
        expect(String(diagnostic?.message).length).toBeLessThan(120);
    });

    it('fields cannot be found while an end of their flow is unknown: that is told once', async () => {
        expect(await mistakesOf('system a\nflow f: a -> b.c { map x -> y key z }')).toEqual(
            ['2 LNG010 b.c | There is no system or entity `b.c`. Did you mean `a`?'].map(() => expect.stringMatching(/^2 LNG010 b\.c/)),
        );
    });
});

describe('Duplicates', () => {
    it.each([
        ['teams', 'team a\nteam a', '2 LNG030 a | There is another team `a`. Give this one a name of its own.'],
        ['fields', 'system s { entity e { f : id\nf : text } }', '2 LNG030 f | There is another field `s.e.f`. Give this one a name of its own.'],
        ['stages', 'lifecycle l { stage s\nstage s }', '2 LNG030 s | There is another lifecycle stage `l.s`. Give this one a name of its own.'],
        [
            'touchpoints of one journey, in two stages',
            'journey j { stage a { touchpoint t }\nstage b { touchpoint t } }',
            '2 LNG030 t | There is another touchpoint `j.t`. Give this one a name of its own.',
        ],
        [
            'pains of one journey',
            'journey j { stage a { touchpoint t { pain p "x" }\ntouchpoint u { pain p "y" } } }',
            '2 LNG030 p | There is another pain `j.p`. Give this one a name of its own.',
        ],
        ['map declarations', 'map "A"\nmap "B"', '2 LNG032 map | This map has a `map` declaration already. Write all that is said of the map in one.'],
    ])('%s are told of at the second, with the first beside it', async (_what, text, expected) => {
        const diagnostics = await check(text);
        expect(told(text, diagnostics)).toEqual([expected]);
        expect(diagnostics[0]?.relatedInformation).toMatchObject([{ location: { range: { start: { line: 0 } } } }]);
    });

    it('things of different kinds may have one name', async () => {
        expect(await mistakesOf('team a\nsystem a { entity a { a : id } }\nchannel a\njourney a { stage a { touchpoint a } }')).toEqual([]);
    });

    it('over files, they are told of where both are known', async () => {
        const { diagnostics } = await checkFiles({
            'map.crmmap': 'import "./a.crmmap"\nimport "./b.crmmap"\nteam x',
            'a.crmmap': 'team x\nteam y',
            'b.crmmap': 'team y',
            'c.crmmap': 'team y',
        });
        expect(diagnostics('a.crmmap')).toEqual([]);
        expect(diagnostics('b.crmmap')).toEqual([]);
        expect(diagnostics('c.crmmap')).toEqual([]);
        expect(diagnostics('map.crmmap').map(({ code, message, range }) => `${range.start.line + 1} ${code} ${message}`)).toEqual([
            '2 LNG030 The team `y` is declared in two files: ./a.crmmap and ./b.crmmap. Rename one.',
            '3 LNG030 There is another team `x` in ./a.crmmap. Give this one a name of its own.',
        ]);
    });
});

describe('Imports', () => {
    const others = { 'teams.crmmap': 'team ops', 'sub/more.crmmap': 'import "../teams.crmmap"' };

    it.each([
        ['./nowhere.crmmap', 'LNG040', 'There is no file ./nowhere.crmmap. Write the path relative to this file.'],
        ['./teems.crmmap', 'LNG040', 'There is no file ./teems.crmmap. Did you mean "./teams.crmmap"?'],
        ['sub/../gone/x.crmmap', 'LNG040', 'There is no file ./gone/x.crmmap. Write the path relative to this file.'],
        ['sub\\\\more.crmmap', 'LNG041', 'An import has forward slashes on every system: "sub/more.crmmap".'],
        [
            '/etc/teams.crmmap',
            'LNG041',
            'An import names a file relative to this one, such as "./systems.crmmap". It takes no address and no path from the root.',
        ],
        [
            'https://x.example/t.crmmap',
            'LNG041',
            'An import names a file relative to this one, such as "./systems.crmmap". It takes no address and no path from the root.',
        ],
        ['./teams', 'LNG041', 'An import names a .crmmap file. Did you mean "./teams.crmmap"?'],
        ['', 'LNG041', 'An import names a file: "./systems.crmmap".'],
        ['./map.crmmap', 'LNG042', 'This file imports itself. Remove the import.'],
        [
            '../secret.crmmap',
            'LNG043',
            'The path "../secret.crmmap" leads out of the workspace. Import files of the workspace only, or open the folder that holds both.',
        ],
    ])('"%s" is %s', async (path, code, message) => {
        const { diagnostics } = await checkFiles({ 'map.crmmap': `import "${path}"`, ...others }, { contains: (uri) => uri.path.startsWith('/maps/') });
        expect(diagnostics('map.crmmap')).toMatchObject([{ severity: 1, code, message, range: { start: { line: 0, character: 7 } } }]);
    });

    it('the same file twice is a warning', async () => {
        const { diagnostics } = await checkFiles({ 'map.crmmap': 'import "./teams.crmmap"\nimport "./sub/../teams.crmmap"', ...others });
        expect(diagnostics('map.crmmap')).toMatchObject([{ severity: 2, code: 'LNG044', range: { start: { line: 1 } } }]);
    });

    it('circles are fine, and make all visible that any of their files declares', async () => {
        const { diagnostics } = await checkFiles({
            'a.crmmap': 'import "./b.crmmap"\nsystem s { owner t }',
            'b.crmmap': 'import "./a.crmmap"\nteam t { owner t }\ns -> s',
        });
        expect([...diagnostics('a.crmmap'), ...diagnostics('b.crmmap')]).toEqual([]);
    });
});

describe('Views and ways', () => {
    const base =
        'system crm { entity Contact { Email : email } }\nflow f: crm -> crm\njourney j { stage s { touchpoint t touchpoint u } t -> u }\nlifecycle l { stage a }\n';

    it.each([
        'profile of crm.Contact',
        'mapping of f',
        'data of crm',
        'journey of j',
        'blueprint of j',
        'lifecycle of l',
        'trace of j.t',
        'trace of crm.Contact.Email',
        'trace of crm',
        'landscape',
        'scorecard',
        'matrix of capabilities by systems',
        'journey',
        'lifecycle',
        'profile',
    ])('A view as %s is fine', async (kind) => {
        expect(await mistakesOf(`${base}view v as ${kind}`)).toEqual([]);
    });

    it.each([
        ['journey of crm', 'LNG050 crm | A journey is drawn of a journey, and `crm` is a system.'],
        ['profile of crm', 'LNG050 crm | A profile is drawn of an entity, and `crm` is a system.'],
        ['landscape of crm', 'LNG050 crm | A landscape shows the whole map. Remove `of` and the name, and choose with include and exclude.'],
        ['matrix', 'LNG050 matrix | A matrix goes of one thing by another. Write as matrix of capabilities by systems.'],
        ['matrix of capabilities', 'LNG050 capabilities | A matrix goes of one thing by another. Write as matrix of capabilities by systems.'],
        ['journey of capabilities by systems', 'LNG050 capabilities | Only a matrix goes `of A by B`. Write as journey of a journey.'],
        ['lanscape', 'LNG020 lanscape | `lanscape` is no kind of view. Did you mean `landscape`?'],
    ])('A view as %s is not', async (kind, expected) => {
        expect(await mistakesOf(`${base}view v as ${kind}`)).toEqual([`5 ${expected}`]);
    });

    it('where a map has several, a view says which', async () => {
        expect(await mistakesOf('journey a\njourney b\nview v as journey')).toEqual([
            '3 LNG050 journey | A journey is drawn of a journey. Write as journey of one of `a`, `b`.',
        ]);
    });

    it('a name that means several things means the one that the view can show', async () => {
        expect(await mistakesOf('system x\njourney x\nlifecycle x\nview v as journey of x\nview w as lifecycle of x\nview y as data of x')).toEqual([]);
    });

    it('ways stay in their journey', async () => {
        expect(await mistakesOf(`${base}journey k { stage s { touchpoint w } w -> j.t }`)).toEqual([
            '5 LNG051 j.t | `j.t` stands in the journey `j`. A way goes between touchpoints of one journey.',
        ]);
    });
});
