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
