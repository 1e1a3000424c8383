import { expect, test } from 'vitest';
import { journeyDiagram } from '../../../src/diagram/journey/journey-diagram.ts';
import type { DrawnLane, JourneyDiagram, JourneyLane, TouchpointLane } from '../../../src/diagram/journey/journey-parts.ts';
import type { Mark } from '../../../src/diagram/marks.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

async function drawn(text: string): Promise<JourneyDiagram> {
    const { model } = await parseMap(text);
    const view = viewsOf(model).find((candidate) => candidate.as === 'journey');
    const diagram = view && journeyDiagram(model, view);
    if (diagram === undefined) throw new Error('The map draws no journey.');
    return diagram;
}

async function reference(): Promise<JourneyDiagram> {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const view = viewsOf(model).find((candidate) => candidate.as === 'journey');
    const diagram = view && journeyDiagram(model, view);
    if (diagram === undefined) throw new Error('The reference map draws no journey.');
    return diagram;
}

/** The only row of a journey that is no longer than a sheet. */
function rowOf({ rows }: JourneyDiagram): JourneyDiagram['rows'][number] {
    expect(rows).toHaveLength(1);
    return rows[0] as JourneyDiagram['rows'][number];
}

function lane(diagram: JourneyDiagram, name: string): DrawnLane {
    const found = rowOf(diagram).lanes.find((candidate): candidate is DrawnLane => candidate.type === 'drawn' && candidate.name === name);
    if (found === undefined) throw new Error(`There is no lane ${name}.`);
    return found;
}

function touchpoints(diagram: JourneyDiagram): TouchpointLane {
    const found = rowOf(diagram).lanes.find((candidate): candidate is TouchpointLane => candidate.type === 'touchpoints');
    if (found === undefined) throw new Error('There are no touchpoints.');
    return found;
}

const names = (lanes: readonly JourneyLane[]): string[] => lanes.map((each) => each.name);
const ids = (marks: readonly Mark[]): string[] => thingsOf(marks).map(({ thing }) => `${thing.kind} ${thing.id}`);
const bodyTexts = (diagram: JourneyDiagram): string =>
    rowOf(diagram)
        .lanes.flatMap((each) => (each.type === 'drawn' ? textsOf(each.body.marks) : each.graph.nodes.flatMap((node) => textsOf(node.card.marks))))
        .join(' ');

test('the reference journey is as wide as its touchpoints and says what it shows', async () => {
    const diagram = await reference();
    expect(diagram.width).toBe(136 + 140 * 8 + 24);
    expect(diagram.sheet.facts.map(({ caption, value, second }) => [caption, value, second])).toEqual([
        ['State', 'Current', undefined],
        ['Shows', '4\u00a0stages', '8\u00a0touchpoints'],
        ['Reviewed', '30\u00a0Sep\u00a02026', 'next 29\u00a0Dec\u00a02026'],
    ]);
    expect(diagram.sheet.description).toBe(
        'Current-state journey of Emma, weekend hiker: 4\u00a0stages, 8\u00a0touchpoints; lowest emotion \u22122 at Tries to find her size. Moment of truth: Pays on her phone. 2\u00a0pains and 2\u00a0opportunities.',
    );
});

test('lanes stand in the order that the view names', async () => {
    expect(names(rowOf(await reference()).lanes)).toEqual(['touchpoints', 'channels', 'emotion', 'thoughts', 'pains', 'opportunities', 'systems', 'metrics']);
});

test('a view that names no lanes gets those that have something to show', async () => {
    const diagram = await drawn('journey j { stage s { touchpoint a { emotion +1 thought "Hm" } touchpoint b { pain p "Slow" } } }');
    expect(names(rowOf(diagram).lanes)).toEqual(['touchpoints', 'emotion', 'thoughts', 'pains']);
});

test('each thing has the id and kind of the model, and a label that says what it is', async () => {
    const diagram = await reference();
    const cards = touchpoints(diagram).graph.nodes.flatMap((node) => thingsOf(node.card.marks));
    expect(cards.map(({ thing }) => thing.label)).toContain('Tries to find her size, Website');
    expect(cards.map(({ thing }) => thing.label)).toContain('Pays on her phone, Website, moment of truth');
    expect(thingsOf(lane(diagram, 'pains').body.marks).map(({ thing }) => thing)).toContainEqual({
        kind: 'pain',
        id: 'firstBoots.sizes',
        label: 'Pain: Sizes differ by brand, severity high',
    });
    expect(ids(lane(diagram, 'opportunities').body.marks)).toEqual([
        'opportunity firstBoots.sizeAdvisor',
        'initiative advisor',
        'opportunity firstBoots.linkOrders',
        'initiative orderPane',
    ]);
    expect(ids(lane(diagram, 'emotion').body.marks)).toEqual(['evidence firstBoots.sizing.evidence-1']);
    expect(ids(rowOf(diagram).stages.body.marks)[0]).toBe('stage firstBoots.awareness');
    expect(ids(diagram.head.marks)).toEqual(['persona emma']);
    expect(ids(lane(diagram, 'metrics').body.marks)).toEqual(['metric repeatRate', 'metric checkout', 'metric checkout', 'metric csat']);
});

test('a system is one bar over the neighbours that it serves, also across a stage', async () => {
    const bars = thingsOf(lane(await reference(), 'systems').body.marks).filter(({ thing }) => thing.id === 'shop');
    const boxes = bars.map(({ marks }) => marks.find((mark) => mark.type === 'rect'));
    expect(boxes.map((box) => box && [box.x, box.width])).toEqual([
        [280, 272],
        [700, 132],
        [1120, 132],
    ]);
});

test('an arrow joins a pain to what addresses it only where the lanes are neighbours; words do it elsewhere', async () => {
    const map = (lanes: string): string => `
        journey j { stage s { touchpoint a { pain p "Slow lift" opportunity o "New lift" addresses p } touchpoint b { emotion +1 } } }
        view v as journey of j { lanes ${lanes} }`;
    const near = await drawn(map('pains, opportunities'));
    expect(lane(near, 'pains').arrows).toHaveLength(1);
    expect(bodyTexts(near)).not.toContain('against');
    const apart = await drawn(map('pains, emotion, opportunities'));
    expect(lane(apart, 'pains').arrows).toHaveLength(0);
    expect(bodyTexts(apart)).toContain('against: Slow lift');
});

test('names are written whole, however long they are', async () => {
    const title = 'Compares the offers of three competing suppliers of mountaineering boots with each other';
    const diagram = await drawn(`journey j { stage s { touchpoint a "${title}" } }`);
    const [node] = touchpoints(diagram).graph.nodes;
    expect(textsOf(node?.card.marks ?? []).join(' ')).toBe(title);
    expect(node?.card.height).toBeGreaterThan(72);
});

test('a curve needs two emotions; a touchpoint without one has no face', async () => {
    const faces = (diagram: JourneyDiagram): number => JSON.stringify(lane(diagram, 'emotion').body).split('"radius":11,').length - 1;
    const curves = (diagram: JourneyDiagram): boolean => JSON.stringify(lane(diagram, 'emotion').body).includes('tint-');
    const one = await drawn('journey j { stage s { touchpoint a { emotion -1 } touchpoint b } }');
    expect([faces(one), curves(one)]).toEqual([1, false]);
    const two = await drawn('journey j { stage s { touchpoint a { emotion -1 } touchpoint b touchpoint c { emotion +2 } } }');
    expect([faces(two), curves(two)]).toEqual([2, true]);
});

test('without a persona the scenario stands alone, and without both there is no panel', async () => {
    const body = 'stage s { touchpoint a }';
    const scenario = await drawn(`journey j { scenario "It rains" ${body} }`);
    const nothing = await drawn(`journey j { ${body} }`);
    expect(textsOf(scenario.head.marks)).toContain('It rains');
    expect(thingsOf(scenario.head.marks)).toEqual([]);
    expect(textsOf(nothing.head.marks)).not.toContain('SCENARIO');
    expect(nothing.head.height).toBeLessThan(scenario.head.height);
});

test('the legend explains what the lanes use and nothing else', async () => {
    const diagram = await drawn('channel web "Web" online journey j { stage s { touchpoint a { channel web emotion -2 } } }');
    expect(textsOf(diagram.legend.marks)).toEqual(['EMOTION', '\u22122', 'CHANNEL', 'Online']);
});

test('a journey without touchpoints says what to write', async () => {
    expect(bodyTexts(await drawn('journey j { stage s "Only" }'))).toContain('No touchpoints yet');
});

test('the same model gives the same picture', async () => {
    expect(JSON.stringify(await reference())).toBe(JSON.stringify(await reference()));
});

const stages = (counts: readonly number[]): string =>
    counts
        .map((count, stage) => `stage s${stage} { ${Array.from({ length: count }, (_, at) => `touchpoint t${stage}x${at} "T${stage}.${at}"`).join(' ')} }`)
        .join(' ');
const lengths = ({ rows }: JourneyDiagram): number[] =>
    rows.map((row) => row.lanes.flatMap((each) => (each.type === 'touchpoints' ? each.graph.nodes : [])).length);

test('stages with more than sixteen touchpoints stand in rows of about the same length, unless the view says otherwise', async () => {
    const long = `journey j { ${stages([5, 5, 5, 5])} }`;
    expect(lengths(await drawn(`${long} view v as journey of j`))).toEqual([10, 10]);
    expect(lengths(await drawn(`${long} view v as journey of j { direction right }`))).toEqual([20]);
    expect(lengths(await drawn(`${long} view v as journey of j { direction down }`))).toEqual([5, 5, 5, 5]);
    expect(lengths(await drawn(`journey j { ${stages([8, 8])} } view v as journey of j`))).toEqual([16]);
});

test('a stage that is longer than a row goes on in the next', async () => {
    const diagram = await drawn(`journey j { ${stages([20])} } view v as journey of j`);
    expect(lengths(diagram)).toEqual([10, 10]);
    expect(diagram.rows.map((row) => textsOf(row.stages.body.marks))).toEqual([['s0'], ['s0, continued']]);
});

test('ways to another row are said on both cards, and a line leads from row to row', async () => {
    const text =
        'journey j { stage s { touchpoint a "A" touchpoint b "B" touchpoint b1 "B1" } stage t { touchpoint c "C" touchpoint c1 "C1" touchpoint d "D" } a -> b -> b1 -> c -> c1 -> d -> a "again" b -> d }';
    const diagram = await drawn(`${text} view v as journey of j { direction down }`);
    const graphs = diagram.rows.flatMap((row) => row.lanes.flatMap((each) => (each.type === 'touchpoints' ? [each.graph] : [])));
    const words = graphs.flatMap((graph) => graph.nodes.map((node) => textsOf(node.card.marks)));
    expect(words).toEqual([['A', 'from D'], ['B', 'on to D'], ['B1'], ['C'], ['C1'], ['D', 'back to A: again', 'from B']]);
    expect(graphs.map(({ enters, leaves }) => [enters, leaves?.label])).toEqual([
        [undefined, 'B1 to C'],
        [true, undefined],
    ]);
});

test('a journey on paper takes the columns and rows with which it is largest there', async () => {
    const journey = `journey j { ${stages([4, 4, 4, 4])} }`;
    const wide = await drawn(`${journey} view v as journey of j { page a3 landscape }`);
    const high = await drawn(`${journey} view v as journey of j { page a4 portrait }`);
    expect(wide.rows.length).toBeLessThan(high.rows.length);
    expect(high.width).toBeLessThan(wide.width);
});

test('cards are as wide as the longest word of a title needs', async () => {
    const short = await drawn(`journey j { ${stages([8])} } view v as journey of j`);
    const long = await drawn(`journey j { ${stages([7])} stage z { touchpoint l "Haftpflichtversicherung kündigen" } } view v as journey of j`);
    const cards = (diagram: JourneyDiagram): number[] => touchpoints(diagram).graph.nodes.map((node) => node.card.width);
    expect(new Set(cards(short))).toEqual(new Set([116]));
    expect(Math.min(...cards(long))).toBeGreaterThan(150);
    expect(touchpoints(long).graph.nodes.flatMap((node) => textsOf(node.card.marks))).toContain('Haftpflichtversicherung');
});
