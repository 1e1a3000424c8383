import { expect, test } from 'vitest';
import { scorecardDiagram } from '../../../src/diagram/scorecard/scorecard-diagram.ts';
import { placePage } from '../../../src/layout/page.ts';
import type { View } from '../../../src/model/crm-model.ts';
import { renderSvg } from '../../../src/render/svg.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { viewOf } from '../../helpers/page-maps.ts';

/** The texts of a scorecard, with plain spaces. */
async function scorecard(text: string, view?: View): Promise<string[]> {
    const { model, findings } = await parseMap(text);
    expect(findings).toEqual([]);
    const drawn = await placePage(scorecardDiagram(model, view ?? model.views[0] ?? viewOf('scorecard')));
    return textsOf(drawn.marks).map((one) => one.replaceAll('\u00a0', ' ').trim());
}

test('Northwind’s scorecard says what the target picture says', async () => {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const diagram = scorecardDiagram(model, model.views.find((view) => view.as === 'scorecard') ?? viewOf('scorecard'));
    const placed = await placePage(diagram);
    const texts = textsOf(placed.marks).map((one) => one.replaceAll('\u00a0', ' '));
    expect(texts).toEqual(
        expect.arrayContaining([
            'Duplicate contacts',
            '6 %',
            '1 %',
            '38 %',
            'lower is better',
            'Goal: Grow repeat purchases   Growth',
            'No goal stated',
            'Together',
            '52 000',
            '118 000',
            '5.3 months',
        ]),
    );
    expect(diagram.sheet.description.replaceAll('\u00a0', ' ')).toBe(
        '4 metrics, 2 goals and 2 initiatives. 0 of 4 targets met. The initiatives cost EUR 52 000 and bring EUR 118 000 a year; payback 5.3 months.',
    );
    const labels = thingsOf(placed.marks).map(({ thing }) => `${thing.kind} ${thing.id}: ${thing.label}`.replaceAll('\u00a0', ' '));
    expect(labels).toContain('metric repeatRate: Repeat purchase rate: baseline 24 %, now 27 %, target 32 %, 38 % of the gap closed');
    expect(labels).toContain('initiative advisor: Build the size advisor: planned, cost EUR 40 000, benefit EUR 100 000 a year, payback 4.8 months');
});

test('a metric without figures, a goal without metrics and an initiative without money say so', async () => {
    const texts = await scorecard('metric m "Bare"  goal g "Alone"  initiative i "Silent"');
    expect(texts).toEqual(
        expect.arrayContaining([
            'no figures stated',
            'not',
            'measured',
            'No metric measures this goal.',
            'No status',
            'no date',
            'no owner',
            'no goal stated',
            '–  not stated',
        ]),
    );
});

test('a metric of two goals has one row, and is named at the second goal', async () => {
    const texts = await scorecard('metric m "Shared"  goal a { measured by m }  goal b { measured by m }');
    expect(texts.filter((one) => one === 'Shared')).toHaveLength(1);
    expect(texts).toContain('Also measured by Shared (above)');
});

test('amounts of two currencies stand apart, and the sheet says so', async () => {
    const texts = await scorecard(
        'map "M" { currency EUR }  initiative a { cost 10 benefit 20 per year }  initiative b { cost 30 USD benefit 40 USD per year }',
    );
    expect(texts).toEqual(
        expect.arrayContaining([
            'EUR 10',
            'USD 30',
            'Together in EUR',
            'Together in USD',
            'Different currencies are not added up; the bars of each have a scale of their own.',
        ]),
    );
    expect(texts).not.toContain('Together');
});

test('what was dropped is shown and not summed', async () => {
    const texts = await scorecard(
        'initiative a { cost 10 benefit 20 per year }  initiative b { cost 5 benefit 10 per year }  initiative c { status dropped cost 900 benefit 1 per year }',
    );
    expect(texts).toEqual(expect.arrayContaining(['Dropped', '900', '15', '30', 'The sums leave out 1 dropped initiative.']));
});

test('the legend explains only what is there', async () => {
    const texts = await scorecard('metric m { current 3 }');
    expect(texts).toContain('now');
    for (const absent of ['baseline', 'target', 'still to go', 'opportunity delivered', 'goal supported']) expect(texts).not.toContain(absent);
});

const people = `
    persona ana  persona ben
    metric hers "Hers"  metric his "His"
    journey a { persona ana  stage s { metric hers  touchpoint t { pain p  opportunity o addresses p } } }
    journey b { persona ben  stage s { metric his  touchpoint t { pain p  opportunity o addresses p } } }
    initiative forHer "For her" { delivers a.o }  initiative forHim "For him" { delivers b.o }`;

test('for a persona it keeps what her journeys are measured by, and what helps her', async () => {
    const texts = await scorecard(`${people} view v as scorecard { for ana }`);
    expect(texts).toEqual(expect.arrayContaining(['Hers', 'For her', 'FOR', 'ana']));
    expect(texts).not.toContain('His');
    expect(texts).not.toContain('For him');
});

test('a selector that names a goal means its metrics and what supports it', async () => {
    const map =
        'metric m "In"  metric n "Out"  goal g { measured by m }  goal h { measured by n }  initiative i "Helps" { supports g }  initiative j "Other" { supports h }';
    const included = await scorecard(`${map} view v as scorecard { include g }`);
    expect(included).toEqual(expect.arrayContaining(['In', 'Helps']));
    expect(included).not.toContain('Out');
    expect(included).not.toContain('Other');
    const excluded = await scorecard(`${map} view v as scorecard { exclude g }`);
    expect(excluded).toEqual(expect.arrayContaining(['Out', 'Other']));
    expect(excluded).not.toContain('In');
});

test('a map without anything to score says what to write', async () => {
    expect((await scorecard('')).join(' ')).toContain('This map has no goals, metrics or initiatives yet.');
    expect((await scorecard('metric m  view v as scorecard { include tag x }')).join(' ')).toContain('No goal, metric or initiative matches');
});

test('hostile text stays text', async () => {
    const nasty = '</text><script>alert(1)</script>&"';
    const { model } = await parseMap('metric m  goal g { measured by m }  initiative i');
    const hostile = {
        ...model,
        metrics: model.metrics.map((one) => ({ ...one, title: nasty })),
        goals: model.goals.map((one) => ({ ...one, title: nasty })),
        initiatives: model.initiatives.map((one) => ({ ...one, title: nasty })),
    };
    const svg = renderSvg(await placePage(scorecardDiagram(hostile, viewOf('scorecard'))));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script');
});
