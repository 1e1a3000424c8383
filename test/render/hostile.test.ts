import { DOMParser, type Element } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { viewKinds } from '../../language/vocabulary.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { hostile, nasty, retoldThroughout } from '../export/hostile-texts.ts';
import { exampleFiles, parseFiles } from '../helpers/maps.ts';

const engine = createElkEngine();
let model: CrmModel;

beforeAll(async () => {
    const { model: northwind } = await parseFiles(exampleFiles('northwind.crmmap'));
    const more = { include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [] };
    const trace: View = { ...more, kind: 'view', id: 'trace', name: 'trace', as: 'trace', of: { kind: 'system', id: 'crm' } };
    const views = viewsOf({ ...northwind, views: [] });
    // One of each kind, with all that overlays say.
    const first = [...views, trace].filter((view, index, all) => all.findIndex(({ as }) => as === view.as) === index);
    model = { ...northwind, views: first.map((view) => ({ ...view, overlays: ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'] })) };
});

const allowed = new Set([
    'svg',
    'title',
    'desc',
    'style',
    'defs',
    'pattern',
    'linearGradient',
    'stop',
    'clipPath',
    'symbol',
    'use',
    'g',
    'rect',
    'circle',
    'path',
    'text',
    'tspan',
]);
/** Attributes that hold words of the map, which nothing interprets. */
const words = new Set(['aria-label', 'data-id', 'aria-roledescription']);

/** What a picture holds besides drawn things and words. */
function dangers(svg: string): string[] {
    const parser = new DOMParser({
        onError: (level, message) => {
            // It warns of U+FFFD, which stands there on purpose.
            if (level !== 'warning') throw new Error(`${level}: ${message}`);
        },
    });
    const found: string[] = [];
    const visit = (element: Element): void => {
        if (!allowed.has(element.tagName)) found.push(`<${element.tagName}>`);
        for (const { name, value } of Array.from(element.attributes)) {
            if (/^on/i.test(name) || name === 'style') found.push(`${name} on ${element.tagName}`);
            if (/href$/i.test(name) && !/^#[\w-]+$/.test(value)) found.push(`${name}="${value}"`);
            if (!words.has(name) && /script:|data:|url\((?!#[\w-]+\))/i.test(value)) found.push(`${name}="${value}"`);
        }
        if (element.tagName === 'style' && /<|@import|script:|expression|url\((?!#[\w-]+\))/i.test(element.textContent ?? ''))
            found.push('a style sheet that reaches out');
        for (const child of Array.from(element.childNodes)) if (child.nodeType === child.ELEMENT_NODE) visit(child as Element);
    };
    const root = parser.parseFromString(svg, 'image/svg+xml').documentElement;
    if (!root) throw new Error('The picture has no root.');
    visit(root);
    return found;
}

async function dangersOfAll(texts: readonly string[]): Promise<string[]> {
    const retold = retoldThroughout(model, texts);
    const found: string[] = [];
    for (const view of retold.views) found.push(...dangers(await drawView(retold, view, engine)).map((danger) => `${view.as}: ${danger}`));
    return found;
}

test('there is a picture of every kind to try', () => {
    expect(model.views.map(({ as }) => as).sort()).toEqual(Object.keys(viewKinds).sort());
});

test('with hostile text in place of every string of a map, pictures of all kinds are valid XML, and nothing in them acts', async () => {
    const attacks = [
        '"><script>alert(1)</script>',
        "' onload='alert(1)",
        '" onload="alert(1)',
        'javascript:alert(1)',
        '</text></svg><img src=x onerror=alert(1)>',
        ']]><script/>',
        '</style><style>*{background:url(//evil.example)}',
        '}#x{fill:url(javascript:alert(1))}',
        '&lt;script&gt;&#60;b&#62;',
        '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
        '<a xlink:href="javascript:alert(1)">x</a>',
        '<foreignObject><iframe src="//evil.example"/></foreignObject>',
        '--><script>',
        '\u0000\u0008\ud800\uffff',
        '\u202e<b>\u2066',
        '<?xml version="1.0"?>',
    ];
    for (let start = 0; start < attacks.length; start += 8) {
        expect(await dangersOfAll(attacks.slice(start, start + 8))).toEqual([]);
    }
});

test('the same with any texts made of what is nasty', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(hostile, fc.constantFrom(...nasty)), { minLength: 4, maxLength: 12 }), async (texts) => {
            expect(await dangersOfAll(texts)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 6), endOnFailure: true },
    );
});

test('a text that is no markup stays readable as it was written', async () => {
    const retold = retoldThroughout(model, ['<b>"R&D"</b>']);
    const landscape = retold.views.find(({ as }) => as === 'landscape');
    if (!landscape) throw new Error('There is no landscape.');
    const root = new DOMParser({ onError: () => undefined }).parseFromString(await drawView(retold, landscape, engine), 'image/svg+xml').documentElement;
    expect(root?.textContent).toContain('<b>"R&D"</b>');
});
