import { describe, expect, test } from 'vitest';
import { ruleMap, type Ruled } from './rule-maps.ts';

/** What one rule says of a map: the first thing that each of its messages names. */
async function saidBy(code: string, text: string): Promise<string[]> {
    const { findings, mistakes } = await ruleMap(text);
    expect(mistakes).toEqual([]);
    return named(findings, code);
}

function named(findings: Ruled['findings'], code: string): string[] {
    return findings.filter((finding) => finding.code === code).map(({ message }) => /[`“]([^`”]+)[`”]/.exec(message)?.[1] ?? message);
}

describe('systems of record', () => {
    test('two masters of one name are one entity with two systems of record; a copy with the name of a master has one', async () => {
        expect(await saidBy('SOR001', 'system crm { master entity Contact } system erp { master entity contact }')).toEqual(['erp.contact']);
        expect(await saidBy('SOR002', 'system crm { master entity Contact } system erp { entity Contact }')).toEqual([]);
    });

    test('`same as` counts over several steps', async () => {
        const text = 'system a { master entity X } system b { entity Y { same as a.X } } system c { master entity Z { same as b.Y } }';
        expect(await saidBy('SOR001', text)).toEqual(['c.Z']);
    });

    test('the way back of a two-way flow writes as well', async () => {
        const text = 'system crm { master entity C { E : id } } system shop { entity B { E : id } } flow f: crm.C <-> shop.B { map E -> E }';
        expect(await saidBy('SOR003', text)).toEqual(['f']);
        expect(await saidBy('SOR003', text.replace('<->', '->'))).toEqual([]);
    });
});

describe('circles', () => {
    const systems = 'system a { entity X } system b { entity X } system c { entity X }';

    test('two-way flows in a row are none, in a ring they are', async () => {
        expect(await saidBy('FLW002', `${systems} flow f: a.X <-> b.X flow g: b.X <-> c.X`)).toEqual([]);
        expect(await saidBy('FLW002', `${systems} flow f: a.X <-> b.X flow g: b.X <-> c.X flow h: c.X <-> a.X`)).toHaveLength(1);
    });

    test('there and back by two flows is one, also through a system as a whole', async () => {
        expect(await saidBy('FLW002', `${systems} flow f: a.X -> b.X flow g: b.X -> a.X`)).toEqual(['f']);
        expect(await saidBy('FLW002', `${systems} flow f: a.X -> b flow g: b -> a.X`)).toEqual(['f']);
    });

    test('systems that send each other this and that are none', async () => {
        expect(await saidBy('FLW002', 'system a system b system c a -> b b -> c c -> a')).toEqual([]);
    });

    test('the message names each station, and each flow is a related place', async () => {
        const { findings } = await ruleMap(`${systems} flow f: a.X -> b.X flow g: b.X -> c.X flow h: c.X -> a.X`);
        const circle = findings.find(({ code }) => code === 'FLW002');
        expect(circle?.message).toContain('`a.X` → `b.X` → `c.X` → `a.X`');
        expect(circle?.related).toHaveLength(2);
    });
});

describe('freshness', () => {
    const map = (flow: string, use: string): string =>
        `system crm { master entity C { T : text(9)  U : text(9) } } system desk { entity D { same as crm.C  T : text(9) } }
        ${flow} journey j { stage s { touchpoint call { frontstage desk uses ${use} } } }`;

    test('a flow on the way to the touchpoint counts, one of another field does not', async () => {
        const flow = 'flow f: crm.C -> desk.D { timing scheduled "0 3 * * *" map T -> T }';
        expect(await saidBy('FLW003', map(flow, 'crm.C.T fresh within 1 hour'))).toEqual(['f']);
        expect(await saidBy('FLW003', map(flow, 'crm.C.U fresh within 1 hour'))).toEqual([]);
        expect(await saidBy('JRN005', map(flow, 'crm.C.U fresh within 1 hour'))).toEqual(['j.call']);
    });

    test('a daily flow is fresh within a day, and not over a weekend without one', async () => {
        const flow = (cron: string): string => `flow f: crm.C -> desk.D { timing scheduled "${cron}" }`;
        expect(await saidBy('FLW003', map(flow('0 3 * * *'), 'desk.D fresh within 1 day'))).toEqual([]);
        expect(await saidBy('FLW003', map(flow('0 3 * * 1-5'), 'desk.D fresh within 1 day'))).toEqual(['f']);
    });

    test('a flow without a timing is not called slow', async () => {
        expect(await saidBy('FLW003', map('flow f: crm.C -> desk.D', 'desk.D fresh within 1 second'))).toEqual([]);
    });
});

describe('single points of failure', () => {
    const map = (flows: string): string =>
        `system crm { master entity C } system desk { entity D { same as crm.C } } system one { category middleware } system two { category middleware }
        ${flows} journey j { stage s { touchpoint call { frontstage desk uses desk.D } } }`;

    test('two ways are none, two systems on one way are two', async () => {
        expect(await saidBy('SYS003', map('crm.C -> desk.D { via one } crm.C -> desk.D { via two }'))).toEqual([]);
        expect(await saidBy('SYS003', map('crm.C -> desk.D { via one, two }'))).toEqual(['one', 'two']);
    });
});

describe('regions', () => {
    const map = (regions: string): string =>
        `${regions} system crm { region eu master entity C { E : email personal } } system mail { region us entity M { E : email personal } }
        flow out: crm.C -> mail.M flow home: mail.M -> crm.C`;

    test('data that comes home needs no safeguard', async () => {
        expect(await saidBy('PII003', map('region eu region us { safeguard "Clauses" }'))).toEqual([]);
        expect(await saidBy('PII003', map('region us region eu'))).toEqual(['out']);
        expect(await saidBy('PII003', map('region eu region us { adequate }'))).toEqual([]);
    });
});

describe('the region that is home', () => {
    test('is the first one where as many masters stand in two, however many systems stand in the other', async () => {
        const text = `region eu region us system crm { region eu master entity C { E : email personal } } system mail { region us master entity M { E : email personal } }
            system more { region us } system most { region us } flow out: crm.C -> mail.M flow home: mail.M -> crm.C`;
        expect(await saidBy('PII003', text)).toEqual(['out']);
    });
});

describe('journeys', () => {
    const map = (ways: string): string => `journey j { stage s { touchpoint a touchpoint b } stage t { touchpoint c touchpoint d } ${ways} }`;

    test('may begin at several touchpoints of their first stage, and nowhere else', async () => {
        expect(await saidBy('JRN003', map('a -> c b -> c c -> d'))).toEqual([]);
        expect(await saidBy('JRN003', map('a -> b c -> d'))).toEqual(['j', 'j']);
        expect(await saidBy('JRN003', map('d -> a -> b -> c'))).toEqual([]);
        expect(await saidBy('JRN003', map('a -> b -> c'))).toEqual(['j']);
        expect(await saidBy('JRN003', map(''))).toEqual([]);
    });

    test('a circle that can be left is none without an exit', async () => {
        expect(await saidBy('JRN013', map('a -> b -> a b -> c c -> d'))).toEqual([]);
        expect(await saidBy('JRN013', map('a -> b -> c -> b c -> d d -> c'))).toHaveLength(1);
    });
});

describe('amounts', () => {
    test('the month in which growth passes a limit is named', async () => {
        const { findings } = await ruleMap(
            'system a { master entity E { volume 900 per day growing 12 percent per year } } system b { limit 1000 calls per day } a.E -> b { volume 900 per day }',
        );
        expect(findings.find(({ code }) => code === 'SYS008')?.message).toContain('in 2027-11');
    });

    test('of what is retired nothing is told', async () => {
        const { findings } = await ruleMap(
            'system a { lifecycle retired entity E { Email : email } } system b { owner t } team t { function it } flow f: a -> b { lifecycle retired }',
        );
        expect(named(findings, 'SYS002')).toEqual([]);
        expect(findings.map(({ code }) => code)).toEqual(['SYS001', 'GOV004']);
    });

    test('units of time are converted', async () => {
        const text = 'system a { limit 10 calls per minute } system b  a -> b { volume 500 per hour }';
        expect(await saidBy('FLW007', text)).toEqual([]);
        expect(await saidBy('FLW007', text.replace('500', '700'))).toEqual(['a']);
    });
});

describe('what is not yet, no longer or not in earnest', () => {
    test('a planned master, and one in a sandbox, are no second system of record', async () => {
        const map = (facts: string): string => `system old { master entity Contact } system crm { ${facts} master entity Contact }`;
        expect(await saidBy('SOR001', map(''))).toEqual(['crm.Contact']);
        expect(await saidBy('SOR001', map('lifecycle planned'))).toEqual([]);
        expect(await saidBy('SOR001', map('environment sandbox'))).toEqual([]);
        expect(await saidBy('SOR001', map('').replaceAll('{ ', '{ lifecycle planned '))).toEqual(['crm.Contact']);
    });

    test('a sandbox stands alone, and its copies are read by nobody', async () => {
        const { findings } = await ruleMap('system trial { environment sandbox master entity Contact }');
        expect(findings.map(({ code }) => code)).toEqual(['SYS002']);
    });

    test('a retired entity in the middle still joins those that are the same as it', async () => {
        const text = 'system a { master entity X } system b { lifecycle retired entity Y { same as a.X } } system c { entity Z { same as b.Y } }';
        expect(await saidBy('SOR002', text)).toEqual([]);
    });

    test('what a flow migrates, it may write', async () => {
        const text = 'system old { entity O { E : id } } system crm { master entity C { E : id } } flow f: old.O -> crm.C { map E -> E }';
        expect(await saidBy('SOR003', text)).toEqual(['f']);
        expect(await saidBy('SOR003', text.replace('map', 'kind migrates map'))).toEqual([]);
    });
});

describe('data that a touchpoint uses', () => {
    test('need not be brought to where it comes from', async () => {
        const map = (flow: string): string =>
            `system app { entity A { same as crm.C } } system crm { master entity C } ${flow} journey j { stage s { touchpoint look { frontstage app uses crm.C } } }`;
        expect(await saidBy('JRN005', map('app.A -> crm.C'))).toEqual([]);
        expect(await saidBy('JRN005', map(''))).toEqual(['j.look']);
    });
});

describe('whose a system is', () => {
    test('one that belongs to somebody else needs no owner here', async () => {
        expect(await saidBy('SYS002', 'system a system b { external }')).toEqual(['a']);
    });

    test('asking for consent is a use', async () => {
        const text = 'system ask system crm { entity C { basis consent consent from ask } }';
        expect(await saidBy('SYS001', text)).toEqual(['crm']);
    });

    test('a way over any other system is no middleware', async () => {
        const links = (via: string): string => `system crm system a system bus { ${via} } ${'crm -> a '.repeat(6)} crm -> a { via bus }`;
        expect(await saidBy('SYS004', links('category middleware'))).toEqual([]);
        expect(await saidBy('SYS004', links(''))).toEqual([]);
        expect(await saidBy('SYS004', links('category erp'))).toEqual(['crm', 'a']);
    });
});

describe('circles through a system as a whole', () => {
    test('go through the copy that it holds', async () => {
        const text = 'system crm { master entity C } system shop { entity B { same as crm.C } } flow f: shop.B -> crm.C flow g: crm.C -> shop';
        expect(await saidBy('FLW002', text)).toEqual(['f']);
        expect(await saidBy('FLW002', text.replace('same as crm.C', ''))).toEqual([]);
    });
});

describe('lengths', () => {
    const map = (source: string, target: string, line = 'map F -> F'): string =>
        `system a { entity A { F : ${source} } } system b { entity B { F : ${target} } } flow f: a.A -> b.B { ${line} }`;

    test('the digits of a number before its point count, those behind it where nothing rounds', async () => {
        expect(await saidBy('MAP003', map('number(12,2)', 'number(8,2)'))).toEqual(['a.A.F']);
        expect(await saidBy('MAP003', map('number(12,2)', 'number(8,2)', 'map F -> F using "round"'))).toEqual(['a.A.F']);
        expect(await saidBy('MAP003', map('number(8,4)', 'number(8,2)'))).toEqual(['a.A.F']);
        expect(await saidBy('MAP003', map('number(8,4)', 'number(8,2)', 'map F -> F using "round"'))).toEqual([]);
        expect(await saidBy('MAP003', map('number(8,2)', 'number(10,3)'))).toEqual([]);
    });

    test('of what is split on the way back the parts count together', async () => {
        const split = (room: number): string =>
            `system a { entity A { F : text(30) L : text(${room}) } } system b { entity B { N : text(60) } }
            flow f: a.A <-> b.B { map F, L -> N using "join" back "split at the blank" }`;
        expect(await saidBy('MAP003', split(29))).toEqual([]);
        expect(await saidBy('MAP003', split(20))).toEqual(['b.B.N', 'b.B.N']);
    });

    test('the words of a picklist count where it becomes a text as it stands', async () => {
        expect(await saidBy('MAP003', map('picklist("Day", "Night")', 'text(4)'))).toEqual(['a.A.F']);
        expect(await saidBy('MAP003', map('picklist("Day", "Night")', 'text(4)', 'map F -> F using "D or N"'))).toEqual([]);
    });
});

describe('two-way flows', () => {
    test('are told once of formats and types that differ', async () => {
        const map = (source: string, target: string): string =>
            `system a { entity A { F : ${source} } } system b { entity B { F : ${target} } } flow f: a.A <-> b.B { map F -> F }`;
        expect(await saidBy('MAP007', map('phone format "E.164"', 'phone format "national"'))).toEqual(['a.A.F']);
        expect(await saidBy('MAP002', map('email', 'phone'))).toEqual(['a.A.F']);
    });
});

describe('personal data', () => {
    test('one consent counts for all entities that are the same', async () => {
        const map = (more: string): string => `system app { entity A { same as crm.C basis consent ${more} } } system crm { entity C { basis consent } }`;
        expect(await saidBy('PII002', map('consent from app'))).toEqual([]);
        expect(await saidBy('PII002', map(''))).toEqual(['app.A', 'crm.C']);
    });

    test('is known by more names, and a cell is not only a telephone', async () => {
        const named = (field: string): Promise<string[]> => saidBy('PII006', `system a { entity E { ${field} } }`);
        for (const field of ['street : text(80)', 'GuestName : text(80)', 'WorkPhone : text(20)', 'Allergies : text(200)', 'YearOfBirth : integer'])
            expect(await named(field)).toHaveLength(1);
        for (const field of ['Cell : text(20)', 'CardNo : id', 'Name : text(80)', 'EmailSent : boolean']) expect(await named(field)).toEqual([]);
    });

    test('without authentication only what is mapped is named', async () => {
        const { findings } = await ruleMap(
            'system a { entity A { E : email personal P : phone personal } } system b { entity B { M : email personal } } flow f: a.A -> b.B { auth none map E -> M }',
        );
        const message = findings.find(({ code }) => code === 'FLW010')?.message;
        expect(message).toContain('`a.A.E`');
        expect(message).not.toContain('`a.A.P`');
    });
});

describe('what touchpoints lose without a system', () => {
    test('is told in words of its own where they capture', async () => {
        const { findings } = await ruleMap(
            `system web { entity D { same as crm.C } } system bus { category middleware } system crm { master entity C }
            web.D -> crm.C { via bus } journey j { stage s { touchpoint ask { frontstage web captures web.D } } }`,
        );
        expect(findings.find(({ code }) => code === 'SYS003')?.message).toBe(
            'Without `bus`, what `j.ask` captures does not reach its master: no other way leads there. Give the data a second way.',
        );
    });
});

describe('the preferred fix', () => {
    test('of a flow without error handling retries only where a key is known', async () => {
        const first = async (text: string): Promise<string | undefined> =>
            (await ruleMap(text)).findings
                .find(({ code }) => code === 'FLW005')
                ?.fixes()
                .at(0)?.title;
        expect(await first('system a system b a -> b')).toBe('Add `errors dead-letter`');
        expect(await first('system a { entity E { No : id key } } system b a.E -> b')).toBe('Add `errors retry 3 then dead-letter` and `key No`');
    });
});
