import { describe, expect, test } from 'vitest';
import { buildModel } from '../../src/model/build-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { checkFiles, mistakesOf } from '../language/support.ts';
import { faultsOf } from './subject.ts';

// Other tests may run beside this one.

/** A map in which one name is that of everything, with a view of each kind. */
const everything = (name: string): string => `
map "${name}" { tags ${name} }
team ${name} goal ${name} { measured by ${name} } metric ${name} { unit percent current 1 target 2 }
segment ${name} persona ${name} { segment ${name} } channel ${name} online region ${name} { adequate } capability ${name}
system ${name} { owner ${name} region ${name} tags ${name} provides ${name} category crm
  master entity ${name} { ${name} : id key  b : reference(${name}.${name}) match ${name} } }
system other { entity ${name} { ${name} : text(3) } }
flow ${name}: ${name}.${name} -> other.${name} { map ${name} -> ${name} timing real-time }
lifecycle ${name} { stage ${name} { activity ${name} in ${name} } }
journey ${name} { persona ${name} stage ${name} { in ${name}.${name} touchpoint ${name} { channel ${name} frontstage ${name} uses ${name}.${name}
  emotion -1 pain ${name} "P" severity high opportunity ${name} "O" addresses ${name} } touchpoint b } ${name} -> b }
initiative ${name} { delivers ${name}.${name} changes ${name} supports ${name} }
view ${name} as landscape { include ${name} or tag ${name} group by owner overlay region, owner }
view a as profile of ${name}.${name}
view b as mapping of ${name}
view c as data of ${name}
view d as journey of ${name}
view e as blueprint of ${name}
view f as lifecycle of ${name}
view g as trace of ${name}.${name}
view h as scorecard
view i as matrix of capabilities by systems
`;

const objectWords = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '`__proto__`'];
const signs = ['`a\u202Eb`', '`a\u200Bb`', '`\u2028`', '`\u0000`', '`\uD800`', '`<script>`', '`]]>`', '`&amp;`', 'раураl', 'שם'];

describe('A name that means something to a program', () => {
    test.each([...objectWords, ...signs])('names everything, in the model and in each picture: %j', async (name) => {
        const text = everything(name);
        expect((await mistakesOf(text)).filter((line) => !line.includes('LNG025'))).toEqual([]);
        expect(await faultsOf(text, 'picture')).toEqual([]);
        const { document, services } = await checkFiles({ 'map.crmmap': text });
        const model = buildModel(document('map.crmmap'), services, (uri) => uri.path);
        expect(JSON.parse(JSON.stringify(model))).toMatchObject({ systems: [{ name: name.replaceAll('`', ''), entities: [{ fields: [{}, {}] }] }, {}] });
        expect(viewsOf(model)).toHaveLength(10);
    });

    test('is shown as it is written', async () => {
        const { document, services } = await checkFiles({ 'map.crmmap': 'system `</text><script>alert(1)</script>`\nsystem __proto__' });
        const model = buildModel(document('map.crmmap'), services, (uri) => uri.path);
        const [view] = viewsOf(model);
        const svg = view ? await drawView(model, view, createElkEngine()) : '';
        expect(svg).toContain('&lt;script');
        expect(svg).toContain('__proto__');
        expect(svg).not.toContain('<script');
    });
});

describe('A file that holds next to nothing', () => {
    test.each([
        ['no character', ''],
        ['a byte order mark', '\uFEFF'],
        ['a comment', '// x'],
        ['a comment that ends with the file', '/**/'],
        ['line separators', '\u2028\u2029'],
        ['a carriage return', '\r'],
    ])('%s is an empty map', async (_what, text) => {
        expect(await mistakesOf(text)).toEqual([]);
        expect(await faultsOf(text, 'picture')).toEqual([]);
    });

    test('A null character is told of where it stands', async () => {
        expect(await mistakesOf('system a\u0000')).toEqual([expect.stringMatching(/^1 LNG007 \u0000 /)]);
    });

    test('Carriage returns alone end lines, in diagnostics too', async () => {
        const { diagnostics } = await checkFiles({ 'map.crmmap': 'system a\rsytem b\rsystem c' });
        expect(diagnostics('map.crmmap')).toMatchObject([{ code: 'LNG003', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } } }]);
    });
});

describe('Values beyond all bounds', () => {
    test.each([
        ['numbers', `segment a { size 1${'0'.repeat(400)} } segment b { size -0 } segment c { size 00012 } segment d { size 99999999999999999999 }`],
        ['dates', 'system a { since 9999-99-99 until 0000-00-00 } map { reviewed 9999-12-31 every 1_000_000_000_000 years }'],
        [
            'durations',
            `system s { entity e { retention 1${'0'.repeat(400)} years } }\nsystem t\ns -> t { latency 1${'0'.repeat(400)} days timing daily volume 1${'0'.repeat(400)} per second }`,
        ],
        ['money', `system s { cost 1${'0'.repeat(400)} EUR per second benefit 1${'0'.repeat(309)} } initiative i { cost 0 benefit 0 }`],
        ['metrics', `metric m { baseline 1${'0'.repeat(400)} current -0 target 1${'0'.repeat(400)} }`],
        ['emotions', 'journey j { stage s { touchpoint t { emotion -99999999999 } touchpoint u { emotion 0.5 abandons 1e9 } } t -> u }'],
    ])('of %s are told of or drawn, and break nothing', async (_what, text) => {
        expect(await faultsOf(text, 'picture')).toEqual([]);
    });
});

describe('Imports in circles and chains', () => {
    const ring = (length: number): Record<string, string> =>
        Object.fromEntries(
            Array.from({ length }, (_, index) => [
                `f${index}.crmmap`,
                `import "./f${(index + 1) % length}.crmmap"\nsystem s${index}\ns${index} -> s${(index + 7) % length}\n`,
            ]),
        );

    test('A file that imports itself is told so, and nothing else', async () => {
        const { diagnostics } = await checkFiles({ 'f0.crmmap': 'import "./f0.crmmap"\nsystem a' });
        expect(diagnostics('f0.crmmap').map(({ code }) => code)).toEqual(['LNG042']);
    });

    test.each([2, 3, 100])('A ring of %i files is one map, wherever it begins', async (length) => {
        const { diagnostics, document, services } = await checkFiles(ring(length));
        for (const name of [`f0.crmmap`, `f${length - 1}.crmmap`]) {
            expect(diagnostics(name)).toEqual([]);
            expect(buildModel(document(name), services, (uri) => uri.path).systems).toHaveLength(length);
        }
    });

    test('A chain of 600 files is one map', async () => {
        const files = Object.fromEntries(
            Array.from({ length: 600 }, (_, index) => [`f${index}.crmmap`, index < 599 ? `import "./f${index + 1}.crmmap"` : 'system last']),
        );
        const { diagnostics, document, services } = await checkFiles({ ...files, 'root.crmmap': 'import "./f0.crmmap"\nlast -> last' });
        expect(diagnostics('root.crmmap')).toEqual([]);
        expect(services.references.ImportGraph.documentsOf(document('root.crmmap'))).toHaveLength(601);
    });

    test('Names that differ in the case of their letters only are different names', async () => {
        const text = 'system shop "A"\nsystem Shop "B"\nsystem SHOP "C"\nshop -> Shop\nShop -> SHOP\n';
        expect(await mistakesOf(text)).toEqual([]);
        const { document, services } = await checkFiles({ 'map.crmmap': text });
        expect(buildModel(document('map.crmmap'), services, (uri) => uri.path).flows.map(({ from, to }) => [from.system, to.system])).toEqual([
            ['shop', 'Shop'],
            ['Shop', 'SHOP'],
        ]);
    });
});
