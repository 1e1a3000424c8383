import { describe, expect, it } from 'vitest';
import { applied, problemsOf } from './editor/actions/fixing.ts';
import { check } from './support.ts';

const map = 'map.crmmap';
const flow = (words: string): string => `system a { entity E { Id : id key } }\nsystem b { entity F { Id : id key } }\na.E -> b.F { ${words} }`;
const field = (words: string): string => `system a { entity E { ${words} } }`;
const system = (words: string): string => `system a { ${words} }`;
const stage = (words: string): string => `lifecycle l { stage s { ${words} } }`;
const touchpoint = (words: string): string => `journey j { stage s { touchpoint t { ${words} } } }`;
const initiative = (words: string): string => `initiative i { ${words} }`;
const team = (words: string): string => `team t { ${words} }`;

/** What an author writes who knows other notations, and what it is here. */
const written: readonly (readonly [within: (words: string) => string, wrong: string, right: string])[] = [
    [field, 'retention 3 yrs', 'retention 3 years'],
    [field, 'retention 3yrs', 'retention 3 years'],
    [field, 'retention 1 y', 'retention 1 year'],
    [field, 'retention "3 years"', 'retention 3 years'],
    [flow, 'latency 5s', 'latency 5 seconds'],
    [flow, 'latency an hour', 'latency 1 hour'],
    [stage, 'activity "R" takes 2d', 'activity "R" takes 2 days'],
    [initiative, 'due 31.03.2027', 'due 2027-03-31'],
    [initiative, 'due 31/03/2027', 'due 2027-03-31'],
    [initiative, 'due 2027/03/31', 'due 2027-03-31'],
    [initiative, 'due 20270331', 'due 2027-03-31'],
    [initiative, 'due March 31, 2027', 'due 2027-03-31'],
    [initiative, 'due 31 March 2027', 'due 2027-03-31'],
    [initiative, 'due "2027-03-31"', 'due 2027-03-31'],
    [touchpoint, 'evidence survey 12.06.2026 sample 412 "x"', 'evidence survey 2026-06-12 sample 412 "x"'],
    [flow, 'volume 900 a day', 'volume 900 per day'],
    [flow, 'volume 900/day', 'volume 900 per day'],
    [flow, 'volume 900 daily', 'volume 900 per day'],
    [flow, 'volume 1.5k records per h', 'volume 1500 per hour'],
    [flow, 'volume 1,000 per day', 'volume 1000 per day'],
    [flow, 'volume 1.000.000 per year', 'volume 1000000 per year'],
    [flow, 'volume 2,5 per minute', 'volume 2.5 per minute'],
    [system, 'cost €96k per year', 'cost 96000 EUR per year'],
    [system, 'cost USD 96,000.50', 'cost 96000.50 USD'],
    [system, 'cost 96000 p.a. vendor "X"', 'cost 96000 per year vendor "X"'],
    [system, 'users "240"', 'users 240'],
    [system, 'limit 100000 API calls/day', 'limit 100000 calls per day'],
    [stage, 'converts 6 pct', 'converts 6 percent'],
    [flow, 'timing every 5 minutes', 'timing scheduled "*/5 * * * *"'],
    [flow, 'timing nightly', 'timing scheduled "0 3 * * *"'],
    [flow, 'timing scheduled hourly', 'timing scheduled "0 * * * *"'],
    [flow, 'timing real time protocol "X"', 'timing real-time protocol "X"'],
    [flow, 'pattern "Batch sync"', 'pattern batch-sync'],
    [flow, 'pattern request/reply', 'pattern request-reply'],
    [flow, 'auth OAuth 2.0', 'auth oauth'],
    [flow, 'conflict latest', 'conflict most-recent'],
    [flow, 'errors retry(3) then dead-letter', 'errors retry 3 then dead-letter'],
    [flow, 'errors retry 3 times', 'errors retry 3'],
    [flow, 'errors retry 3, dead-letter', 'errors retry 3 then dead-letter'],
    [flow, 'errors retry 3 dead-letter', 'errors retry 3 then dead-letter'],
    [flow, 'Id -> Id', 'map Id -> Id'],
    [flow, 'map Id -> Id "upper case"', 'map Id -> Id using "upper case"'],
    [flow, 'map Id -> Id values "A" = "B"', 'map Id -> Id values "A" -> "B"'],
    [field, 'Name : text 80', 'Name : text(80)'],
    [field, 'Name : text(80', 'Name : text(80)'],
    [field, 'Total : number(10.2)', 'Total : number(10, 2)'],
    [field, 'Name : text not null', 'Name : text required'],
    [field, 'Name : text primary key', 'Name : text key'],
    [field, 'Name : text pii', 'Name : text personal'],
    [field, 'First Name : text', '`First Name` : text'],
    [field, '"First Name" : text', '`First Name` : text'],
    [field, 'field Name : text', 'Name : text'],
    [field, 'OptIn : boolean default no', 'OptIn : boolean default false'],
    [system, 'table Contact { Id : id }', 'entity Contact { Id : id }'],
    [system, 'Contact { Id : id }', 'entity Contact { Id : id }'],
    [system, 'lifecycle legacy', 'lifecycle retiring'],
    [system, 'link https://example.com/a?b=c', 'link "https://example.com/a?b=c"'],
    [team, 'contact crm@example.com function it', 'contact "crm@example.com" function it'],
    [team, 'email "crm@example.com"', 'contact "crm@example.com"'],
    [touchpoint, 'moment-of-truth', 'moment of truth'],
    [initiative, 'status in progress due 2027-03-31', 'status doing due 2027-03-31'],
    [initiative, 'status "in progress"', 'status doing'],
    [(words) => `persona p { ${words} }`, 'needs Fit, Fast delivery', 'needs "Fit", "Fast delivery"'],
    [(words) => `map { ${words} }`, 'version 1.2.3', 'version "1.2.3"'],
    [(words) => `map { ${words} }`, 'rules { SYS002: off }', 'rules { SYS002 off }'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'a, b -> c', 'a -> c\nb -> c'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'a and b -> c "X" { timing event }', 'a -> c "X" { timing event }\nb -> c "X" { timing event }'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'flow x: a -> b, c', 'flow x: a -> b\na -> c'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'flow x a b', 'flow x: a -> b'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'a to b', 'a -> b'],
    [(words) => `system a\nsystem b\nsystem c\n${words}`, 'flow x\na -> b', 'flow x:\na -> b'],
    [(words) => words, 'system "Web shop" { vendor "X" }', 'system webShop "Web shop" { vendor "X" }'],
    [(words) => words, 'system shop: "Web shop"', 'system shop "Web shop"'],
    [(words) => words, 'team ops "CRM operations"\nsystem a { owner "CRM operations" }', 'team ops "CRM operations"\nsystem a { owner ops }'],
];

/** What others write, and could mean several things here: each of them is offered. */
const ambiguous: readonly (readonly [text: string, choices: readonly string[]])[] = [
    [field('retention 3'), ['3 years', '3 months', '3 days']],
    [field('retention 3 m'), ['3 months', '3 minutes']],
    [initiative('due 03/04/2027'), ['2027-04-03', '2027-03-04']],
    [initiative('due Q1 2027'), ['2027-03-31']],
    [system('since Q1 2027'), ['2027-01-01']],
    [system('limit 100 per day'), ['100 calls per day', '100 records per day']],
    [stage('converts 0.06'), ['6 percent', '0.06 percent']],
    [touchpoint('opportunity o impact 3'), ['low', 'medium', 'high']],
    [touchpoint('emotion "Happy"'), ['+2 "Happy"', '+1 "Happy"', '0 "Happy"', '-1 "Happy"', '-2 "Happy"']],
    [touchpoint('evidence "x"'), ['survey "x"', 'interview "x"', 'analytics "x"', 'complaint "x"', 'observation "x"', 'crm-data "x"']],
];

describe('What authors write who know other notations', () => {
    it.each(written.map(([within, wrong, right]) => [within(wrong), within(right)]))(
        'is one mistake, and one key mends it: %j becomes %j',
        async (wrong, right) => {
            const problems = await problemsOf({ [map]: wrong });
            expect(problems.map(({ message }) => message)).toHaveLength(1);
            const fixes = problems[0]?.fixes() ?? [];
            const fix = fixes.find(({ preferred }) => preferred);
            if (!fix) throw new Error(`${problems[0]?.message} has no preferred fix.`);
            expect(applied({ [map]: wrong }, fix)[map]).toBe(right);
            expect(await check(right)).toEqual([]);
        },
    );

    it.each(ambiguous)('is mended by a choice where it could mean several things: %s', async (text, choices) => {
        const problems = await problemsOf({ [map]: text });
        expect(problems.map(({ message }) => message)).toHaveLength(1);
        const fixes = problems[0]?.fixes() ?? [];
        expect(fixes.map(({ title }) => title)).toEqual(choices.map((choice) => `Write \`${choice}\``));
        expect(fixes.filter(({ certain }) => certain)).toEqual([]);
        for (const fix of fixes) expect(await check(applied({ [map]: text }, fix)[map] ?? '')).toEqual([]);
    });

    it('is right here as well where it is right here', async () => {
        const text = [
            'map { currency EUR reviewed 2026-09-30 every 90 days version 1.2 }',
            'system t {cost 40000 USD per month limit 100_000 calls per day, 5 records per second users 1_000 since 2026-01-02 }',
            flow('volume 2200 per day peak 3000 latency 0.5 seconds timing scheduled "0 3 * * *" errors retry 3 then replay'),
            'system s { entity G { volume 410000 growing 8 % per year retention 1 hours a : text } }',
            'metric m { baseline 24% current 5 days target 30 points }',
            'segment g { share 12 size 41000 }',
            'journey j { stage s { touchpoint t { abandons 12.5 percent takes 2 day } } }',
        ].join('\n');
        expect(await check(text)).toEqual([]);
    });

    it('takes no name that JavaScript knows for a word of another notation', async () => {
        for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
            const found = await check(`system a { ${name} "x" entity E { F : boolean default ${name}\n G : ${name} ${name} } }\na -> a { timing ${name} }`);
            expect(found.map(({ code }) => code)).toEqual(['LNG002', 'LNG021', 'LNG020', 'LNG002', 'LNG020']);
        }
    });
});
