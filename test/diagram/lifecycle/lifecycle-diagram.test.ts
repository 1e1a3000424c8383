import { expect, test } from 'vitest';
import { lifecycleDiagram } from '../../../src/diagram/lifecycle/lifecycle-diagram.ts';
import type { Mark } from '../../../src/diagram/marks.ts';
import { placePage } from '../../../src/layout/page.ts';
import type { PlacedDiagram } from '../../../src/layout/placed-diagram.ts';
import type { View } from '../../../src/model/crm-model.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { viewOf } from '../../helpers/page-maps.ts';

async function lifecycle(text: string, view?: View): Promise<PlacedDiagram> {
    const { model, findings } = await parseMap(text);
    expect(findings).toEqual([]);
    const diagram = lifecycleDiagram(model, view ?? model.views[0] ?? viewOf('lifecycle'));
    if (!diagram) throw new Error('The model has no lifecycle.');
    return placePage(diagram);
}

const plain = (placed: PlacedDiagram): string[] => textsOf(placed.marks).map((one) => one.replaceAll('\u00a0', ' '));

function pathsOf(marks: readonly Mark[]): { readonly d: string; readonly style: unknown }[] {
    return marks.flatMap((mark) => (mark.type === 'group' ? pathsOf(mark.marks) : mark.type === 'path' ? [mark] : []));
}

test('Northwind’s lifecycle says what the target picture says', async () => {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const diagram = lifecycleDiagram(model, model.views.find((view) => view.as === 'lifecycle') ?? viewOf('lifecycle'));
    if (!diagram) throw new Error('There is no lifecycle.');
    const placed = await placePage(diagram);
    expect(plain(placed)).toEqual(
        expect.arrayContaining([
            'Customer lifecycle',
            '5 stages',
            '7 activities',
            'Store sales',
            '6 %',
            '1 000',
            '60',
            '13',
            '7',
            'rate not stated',
            '4 hours',
            '51 to 54 %',
            'target 65',
            'Awareness',
            'First pair of boots',
        ]),
    );
    const labels = thingsOf(placed.marks).map(({ thing }) => `${thing.kind} ${thing.id}: ${thing.label}`.replaceAll('\u00a0', ' '));
    expect(labels).toContain('lifecycle-stage selling.attract: Lead generation, owner Growth: Find people who plan a trip');
    expect(labels).toContain('activity selling.nurture.activity-2: Lead scoring, manual in Salesforce, takes 2 days');
    expect(labels).toContain('stage firstBoots.awareness: Awareness');
    expect(placed.width).toBe(900);
});

test('a stage narrows to its own rate in true proportion', async () => {
    const placed = await lifecycle('lifecycle l { stage a { converts 25 percent } stage b }');
    const funnel = pathsOf(placed.marks).find(({ style }) => Array.isArray(style) && style.includes('tint-blue'));
    const ys = [...(funnel?.d ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[CLz ])/g)].map(([, , y]) => Number(y));
    const [top = 0, bottom = 0] = [Math.min(...ys), Math.max(...ys)];
    const [, upper = '', lower = ''] = /C[\d. ]+ ([\d.]+)L[\d.]+ ([\d.]+)C/.exec(funnel?.d ?? '') ?? [];
    expect(bottom - top).toBe(64);
    expect(Number(lower) - Number(upper)).toBe(16);
});

test('many stages make the sheet wider, few do not make it narrower', async () => {
    const many = (count: number): Promise<PlacedDiagram> =>
        lifecycle(`lifecycle l { ${Array.from({ length: count }, (_, index) => `stage s${index}`).join(' ')} }`);
    expect((await many(1)).width).toBe(900);
    expect((await many(5)).width).toBe(900);
    expect((await many(7)).width).toBe(7 * 160 + 48);
    expect((await many(12)).width).toBe(12 * 160 + 48);
});

test('an owner of an activity is named only where it is not the owner of the stage', async () => {
    const texts = plain(
        await lifecycle('team a "Team A"  team b "Team B"  lifecycle l { stage s { owner a  activity "One" owner a  activity "Two" owner b } }'),
    );
    expect(texts.filter((one) => one === 'Team A')).toHaveLength(1);
    expect(texts.filter((one) => one === 'Team B')).toHaveLength(1);
});

test('rates count the stages that a view leaves out, and it says which they are', async () => {
    const texts = plain(
        await lifecycle(
            'lifecycle l { stage a "A" { converts 50 percent } stage b "B" { converts 10 percent } stage c "C" }  view v as lifecycle of l { exclude l.b }',
        ),
    );
    expect(texts).toEqual(expect.arrayContaining(['2 of 3 stages', '1 000', '50']));
    expect(texts.join(' ')).toContain('Left out of this view: B.');
});

test('only the journeys of those that it is for stand below', async () => {
    const map =
        'persona ana  persona ben  lifecycle l { stage s }  journey a "Hers" { persona ana stage x "Her stage" { in l.s } }  journey b "His" { persona ben stage y "His stage" { in l.s } }';
    expect(plain(await lifecycle(map))).toEqual(expect.arrayContaining(['Her stage', 'His stage', 'IN THE JOURNEYS']));
    const hers = plain(await lifecycle(`${map} view v as lifecycle of l { for ana }`));
    expect(hers).toEqual(expect.arrayContaining(['Her stage', 'IN THE JOURNEY']));
    expect(hers).not.toContain('His stage');
});

test('what no stage states is said in words; no stage at all, too', async () => {
    expect(plain(await lifecycle('lifecycle l { stage s }')).join(' ')).toContain(
        'Not stated for any stage: conversion, activities, metrics, exit criteria, journey stages.',
    );
    expect(plain(await lifecycle('lifecycle l')).join(' ')).toContain('This lifecycle has no stages yet.');
});

test('nothing is drawn of a lifecycle that is not there', async () => {
    const { model } = await parseMap('system a');
    expect(lifecycleDiagram(model, viewOf('lifecycle'))).toBeUndefined();
});

test('overlays speak of systems, owners and pains, and a view for somebody names the journeys that it leaves out', async () => {
    const map = `region eu  team a "A"  persona x "X"  persona y "Y"
        system crm "CRM" { region eu  owner a  entity E { F : text personal } }
        lifecycle l { stage s { owner a  activity "Waits" manual in crm }  stage t { activity "Asks" in crm  owner a } }
        journey j "Of X" { persona x  stage p "P" { in l.s  touchpoint q { pain one "One" severity low  pain two "Two" severity high } } }
        journey k "Of Y" { persona y  stage p "R" { in l.s  touchpoint q } }`;
    const all = plain(await lifecycle(`${map} view v as lifecycle of l { overlay region, lifecycle, personal, timing, owner, pain }`)).join('\n');
    for (const words of ['CRM: EU \u00b7 active', 'no interface', '1 personal field', '2 pains, high', 'Pains of the journey, and the worst'])
        expect(all).toContain(words);
    expect(all.match(/^A$/gm)?.length).toBe(3);
    const forX = plain(await lifecycle(`${map} view v as lifecycle of l { for x }`)).join('\n');
    expect(forX).toContain('Left out because they are of other people: Of Y.');
    expect(forX).not.toContain('pains');
});

test('a view chooses stages by what happens in them', async () => {
    const map = 'system crm { lifecycle retiring }  system shop  lifecycle l { stage s { activity "A" in crm }  stage t { activity "B" in shop }  stage u }';
    const titles = async (options: string): Promise<string[]> =>
        thingsOf((await lifecycle(`${map} view v as lifecycle of l { ${options} }`)).marks).flatMap(({ thing }) =>
            thing.kind === 'lifecycle-stage' ? [thing.id] : [],
        );
    expect(await titles('include crm')).toEqual(['l.s']);
    expect(await titles('exclude lifecycle retiring')).toEqual(['l.t', 'l.u']);
    expect(await titles('include neighbours of l.u')).toEqual(['l.t', 'l.u']);
});
