import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../../../language/checks/codes.ts';
import type { Files } from '../../support.ts';
import { applied, fixed, problemsOf, titles } from './fixing.ts';

const map = 'map.crmmap';

/** Each with the code of the mistake, and what the preferred fix makes of it; undefined where only the author can choose. */
const mended: readonly (readonly [code: string, wrong: string, right: string | undefined])[] = [
    ['LNG001', 'system a { owner: it }\nteam it', 'system a { owner it }\nteam it'],
    ['LNG001', 'system a { users 3, owner it }\nteam it', 'system a { users 3 owner it }\nteam it'],
    ['LNG001', 'system a { users 1,200 }', 'system a { users 1200 }'],
    ['LNG001', 'system a system b system c\na -> b -> c', 'system a system b system c\na -> b\nb -> c'],
    ['LNG001', 'system a\na -> a: "T"', 'system a\na -> a "T"'],
    ['LNG001', 'system a { "A text" }', 'system a { note "A text" }'],
    ['LNG002', 'system a { vender "X" }', 'system a { vendor "X" }'],
    ['LNG002', 'journey j { stage s { touchpoint a touchpoint b } a b }', 'journey j { stage s { touchpoint a touchpoint b } a -> b }'],
    ['LNG003', 'sytem a', 'system a'],
    ['LNG004', 'system a { vendor Shopify Plus region eu }\nregion eu', 'system a { vendor "Shopify Plus" region eu }\nregion eu'],
    ['LNG004', 'system a { category "crm" }', 'system a { category crm }'],
    ['LNG004', 'system a system b\nflow x: a b', 'system a system b\nflow x: a -> b'],
    ['LNG004', 'system a\nflow x a -> a', 'system a\nflow x: a -> a'],
    ['LNG004', 'system 365', 'system `365`'],
    ['LNG004', 'system a { entity b { Email email } }', 'system a { entity b { Email : email } }'],
    ['LNG004', 'persona a { needs "One" "Two" }', 'persona a { needs "One", "Two" }'],
    ['LNG005', 'system a { users 3\nsystem b', 'system a { users 3 }\nsystem b'],
    ['LNG005', 'system a {\n  users 3\nsystem b', 'system a {\n  users 3\n}\nsystem b'],
    ['LNG005', 'system a { users 3 } }', 'system a { users 3 }'],
    ['LNG005', 'system a\n  users 3\n}\nsystem b', 'system a {\n  users 3\n}\nsystem b'],
    ['LNG006', 'region a { safeguard "none }', 'region a { safeguard "none" }'],
    ['LNG006', 'system a "Shop\nsystem b', 'system a "Shop"\nsystem b'],
    ['LNG006', 'system `my shop\nsystem b', 'system `my shop`\nsystem b'],
    ['LNG006', 'system a /* the shop\n\nsystem b', 'system a /* the shop */\n\nsystem b'],
    ['LNG006', 'system a" { users 3 }', 'system a { users 3 }'],
    ['LNG007', 'system a { category = crm }', 'system a { category crm }'],
    ['LNG007', 'system a { category=crm }', 'system a { category crm }'],
    ['LNG007', 'system a;', 'system a'],
    ['LNG007', 'system a\na --> a', 'system a\na -> a'],
    ['LNG007', 'system a “Shop”', 'system a "Shop"'],
    ['LNG007', "system a { vendor 'X' }", 'system a { vendor "X" }'],
    ['LNG007', '# the shop\nsystem a', '// the shop\nsystem a'],
    ['LNG010', 'team it\nsystem a { owner itt }', 'team it\nsystem a { owner it }'],
    ['LNG010', 'system a { owner sales }', 'system a { owner sales }\nteam sales\n'],
    ['LNG010', 'system a\na -> shop', 'system a\nsystem shop\na -> shop'],
    ['LNG010', 'system a\na -> b.Order', 'system a\nsystem b { entity Order }\na -> b.Order'],
    ['LNG010', 'system a { users 3 }\nsystem b\na.Order -> b', 'system a { users 3  entity Order }\nsystem b\na.Order -> b'],
    ['LNG010', 'system a { entity X {\n  N : id\n} }\na.X -> a { key Mail }', 'system a { entity X {\n  N : id\n  Mail : text\n} }\na.X -> a { key Mail }'],
    [
        'LNG010',
        'system a { entity X { N : id } }\nsystem b { entity Y { N : id } }\na.X -> b.Y { map N -> Other }',
        'system a { entity X { N : id } }\nsystem b { entity Y { N : id  Other : text } }\na.X -> b.Y { map N -> Other }',
    ],
    ['LNG010', 'journey j { stage s { touchpoint look }\n  look -> buy }', 'journey j { stage s { touchpoint look  touchpoint buy }\n  look -> buy }'],
    ['LNG010', 'lifecycle l { stage win }\njourney j { stage s { in l.keep } }', 'lifecycle l { stage win  stage keep }\njourney j { stage s { in l.keep } }'],
    [
        'LNG010',
        'journey j { stage s { touchpoint t { opportunity o addresses slow } } }',
        'journey j { stage s { touchpoint t { pain slow "What hurts here"  opportunity o addresses slow } } }',
    ],
    ['LNG011', 'team it\nsystem a { region it }', 'team it\nsystem a { region it }\nregion it\n'],
    ['LNG020', 'system a { category comerce }', 'system a { category commerce }'],
    ['LNG020', 'system a { environment real }', undefined],
    ['LNG020', 'system a { entity b { F : string } }', 'system a { entity b { F : text } }'],
    ['LNG020', 'system a\na -> a { errors retri 3 }', 'system a\na -> a { errors retry 3 }'],
    ['LNG021', 'system a { entity b { F : text("x") } }', 'system a { entity b { F : text(80) } }'],
    ['LNG021', 'system a { entity b { F : email(80) } }', 'system a { entity b { F : email } }'],
    ['LNG021', 'system a { entity b { F : picklist(New, Old) } }', 'system a { entity b { F : picklist("New", "Old") } }'],
    ['LNG021', 'system a { entity b { F : picklist("A", "A") } }', 'system a { entity b { F : picklist("A") } }'],
    ['LNG021', 'system a { entity b { F : boolean default 1 } }', undefined],
    ['LNG021', 'system a { entity b { F : integer default "x" } }', 'system a { entity b { F : integer default 0 } }'],
    ['LNG021', 'system a { entity b { F : reference } }', 'system a { entity b { F : reference(a.b) } }'],
    ['LNG022', 'system a\na -> a { timing event "0 3 * * *" }', 'system a\na -> a { timing scheduled "0 3 * * *" }'],
    ['LNG022', 'system a\na -> a { timing scheduled "daily" }', undefined],
    ['LNG023', 'system a { since 2026-6-31 }', 'system a { since 2026-06-30 }'],
    ['LNG023', 'system a { since 2026-06-30  until 2025-01-01 }', 'system a { since 2025-01-01  until 2026-06-30 }'],
    ['LNG024', 'journey j { stage s { touchpoint t { emotion +3 } } }', 'journey j { stage s { touchpoint t { emotion 2 } } }'],
    ['LNG025', 'map { rules { sys002 off } }', 'map { rules { SYS002 off } }'],
    ['LNG026', 'system a { link "ftp://example.com/x" }', 'system a { link "https://example.com/x" }'],
    ['LNG030', 'team it\nteam it2\nteam it', 'team it\nteam it2\nteam it3'],
    ['LNG030', 'system a { entity `An X` entity `An X` }', 'system a { entity `An X` entity `An X2` }'],
    ['LNG031', 'system a { users 3  vendor "X"  users 4 }', 'system a { users 3  vendor "X" }'],
    ['LNG031', 'system a { entity b { F : text required personal required } }', 'system a { entity b { F : text required personal } }'],
    [
        'LNG031',
        'map { reviewed 2026-01-01 every 3 months reviewed 2026-02-01 every 1 month version "2" }',
        'map { reviewed 2026-01-01 every 3 months version "2" }',
    ],
    ['LNG031', 'metric m { lower is better unit count lower is better target 4 }', 'metric m { lower is better unit count target 4 }'],
    ['LNG032', 'map "A"\nsystem a\nmap "B" { version "2" }\n', 'map "A"\nsystem a\n'],
    ['LNG041', 'import "teams"\nsystem a', 'import "teams.crmmap"\nsystem a'],
    ['LNG041', 'import "parts\\teams.crmmap"', 'import "parts/teams.crmmap"'],
    ['LNG042', 'import "./map.crmmap"\nsystem a', 'system a'],
    ['LNG050', 'system a\nview v as journey of a', 'system a\nview v as data of a'],
    ['LNG050', 'system a\nview v as landscape of a', 'system a\nview v as data of a'],
    ['LNG050', 'system a\nsystem b\nview v as data', undefined],
    ['LNG050', 'system a\nview v as matrix of a', 'system a\nview v as matrix of capabilities by systems'],
    ['LNG050', 'system a\nview v as data of goals by teams', 'system a\nview v as matrix of goals by teams'],
    ['LNG051', 'journey j { stage s { touchpoint a touchpoint b }\n a -> k.x }\njourney k { stage s { touchpoint x } }', undefined],
    ['LNG052', 'goal a { supports a  due 2027-01-01 }', 'goal a { due 2027-01-01 }'],
    ['LNG052', 'goal b\ngoal a { supports a, b }', 'goal b\ngoal a { supports b }'],
    ['LNG053', 'system a\nview v as landscape { theme dark lanes touchpoints, emotion }', 'system a\nview v as landscape { theme dark }'],
    ['LNG053', 'journey j\nview v as journey of j { hide register, legend }', 'journey j\nview v as journey of j { hide legend }'],
    ['LNG053', 'journey j\nview v as journey of j { hide legend, register }', 'journey j\nview v as journey of j { hide legend }'],
];

const inSeveralFiles: readonly (readonly [code: string, files: Files])[] = [
    ['LNG012', { 'teams.crmmap': 'team it', [map]: 'system a { owner it }' }],
    ['LNG012', { 'teams.crmmap': 'team it', 'x.crmmap': '', [map]: '// A map\r\nimport "./x.crmmap"\r\n\r\nsystem a { owner it }' }],
    ['LNG040', { 'systems.crmmap': 'system b', [map]: 'import "./sistems.crmmap"\nsystem a' }],
    ['LNG040', { [map]: 'import "./other.crmmap"\nsystem a' }],
    ['LNG044', { 'b.crmmap': 'system b', [map]: 'import "./b.crmmap"\nimport "./b.crmmap"\nsystem a' }],
];

/** What is wrong with what the fixes of a file's mistakes do, in words. */
async function faultsOf(files: Files): Promise<string[]> {
    const before = await problemsOf(files);
    const faults: string[] = [];
    for (const problem of before) {
        const same = ({ code, message }: typeof problem): boolean => code === problem.code && message === problem.message;
        for (const fix of problem.fixes()) {
            const after = applied(files, fix);
            const left = await problemsOf(after);
            if (left.filter(same).length >= before.filter(same).length) faults.push(`${problem.code} ${fix.title}: is still told\n${after[map]}`);
            if (left.length >= before.length + (problem.code === 'LNG041' ? 1 : 0))
                faults.push(`${problem.code} ${fix.title}: ${left.map(({ message }) => message).join(' ')}\n${after[map]}`);
        }
    }
    return faults;
}

describe('The quick fix of a mistake', () => {
    it.each(mended)('%s: %j becomes %j', async (code, wrong, right) => {
        const preferred = (await titles(wrong, code)).filter((title) => title.startsWith('* '));
        expect(preferred).toHaveLength(right === undefined ? 0 : 1);
        if (right !== undefined) expect((await fixed({ [map]: wrong }, code))[map]).toBe(right);
    });

    it.each(mended)('%s: every fix of %j takes the mistake away, and brings no other', async (code, wrong) => {
        expect(await titles(wrong, code)).not.toEqual([]);
        expect(await faultsOf({ [map]: wrong })).toEqual([]);
    });

    it.each(inSeveralFiles)('%s: in %j as well', async (code, files) => {
        expect((await problemsOf(files)).map((problem) => problem.code)).toContain(code);
        expect(await faultsOf(files)).toEqual([]);
    });

    it('is there for every kind of mistake, but for sizes and what stands outside of the workspace', () => {
        const covered = new Set([...mended.map(([code]) => code), ...inSeveralFiles.map(([code]) => code)]);
        expect(Object.keys(languageCodes).filter((code) => !covered.has(code))).toEqual(['LNG008', 'LNG009', 'LNG043', 'LNG090']);
    });

    it('declares a thing in the file in which its kind stands, with the indentation and line ends of that file', async () => {
        const files = {
            'systems.crmmap': 'system crm {\r\n\tmaster entity Contact {\r\n\t\tEmail : email\r\n\t}\r\n}\r\n',
            [map]: 'import "./systems.crmmap"\nsystem shop\ncrm.Order -> shop',
        };
        const after = await fixed(files, 'LNG010', 'Declare the entity `crm.Order`');
        expect(after['systems.crmmap']).toBe('system crm {\r\n\tmaster entity Contact {\r\n\t\tEmail : email\r\n\t}\r\n\tentity Order\r\n}\r\n');
    });

    it('imports behind the last import, or at the top', async () => {
        const files = { 'a.crmmap': 'team it', 'b.crmmap': 'team it', [map]: 'system shop { owner it }' };
        expect((await fixed(files, 'LNG012'))[map]).toBe('import "./a.crmmap"\nsystem shop { owner it }');
        expect((await fixed(files, 'LNG012', 'Add import "./b.crmmap"'))[map]).toBe('import "./b.crmmap"\nsystem shop { owner it }');
        const second = { ...files, 'c.crmmap': '', [map]: 'import "./c.crmmap" // first\nsystem shop { owner it }' };
        expect((await fixed(second, 'LNG012'))[map]).toBe('import "./c.crmmap" // first\nimport "./a.crmmap"\nsystem shop { owner it }');
    });

    it('makes the file that is imported', async () => {
        const [problem] = await problemsOf({ [map]: 'import "./parts/teams.crmmap"' });
        expect(problem?.fixes().map(({ title, creates }) => [title, creates?.path])).toEqual([
            ['Create teams.crmmap', '/maps/parts/teams.crmmap'],
            ['Remove the import', undefined],
        ]);
    });
});
