import { expect, test } from 'vitest';
import { journeyDiagram } from '../../src/diagram/journey/journey-diagram.ts';
import type { JourneyDiagram, TouchpointGraph } from '../../src/diagram/journey/journey-parts.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { placeJourney } from '../../src/layout/journey.ts';
import type { PlacedTouchpoints } from '../../src/layout/journey-touchpoints.ts';
import { placeTouchpoints } from '../../src/layout/journey-touchpoints.ts';
import { viewsOf } from '../../src/model/views.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { textsOf } from '../helpers/marks.ts';

const engine = createElkEngine();

async function diagramOf(text?: string): Promise<JourneyDiagram> {
    const { model } = text === undefined ? await parseFiles(exampleFiles('northwind.crmmap')) : await parseMap(text);
    const view = viewsOf(model).find((candidate) => candidate.as === 'journey');
    const diagram = view && journeyDiagram(model, view);
    if (diagram === undefined) throw new Error('The map draws no journey.');
    return diagram;
}

async function placedGraph(text?: string): Promise<{ readonly graph: TouchpointGraph; readonly placed: PlacedTouchpoints }> {
    const diagram = await diagramOf(text);
    const lane = diagram.rows[0]?.lanes.find((candidate) => candidate.type === 'touchpoints');
    if (lane === undefined) throw new Error('The journey has no touchpoints.');
    return { graph: lane.graph, placed: await placeTouchpoints(lane.graph, diagram, engine) };
}

test('the reference journey runs along the upper row, and what a branch passes by stands in the lower one', async () => {
    const { placed } = await placedGraph();
    expect(placed.cards.map((card) => card.x)).toEqual([148, 288, 428, 568, 708, 848, 988, 1128]);
    const upper = placed.cards[0]?.y ?? 0;
    expect(placed.cards.map((card) => Math.abs(card.y - upper) > 90)).toEqual([false, false, false, true, false, false, true, false]);
    expect(placed.cards[3]?.y).toBe(placed.cards[6]?.y);
});

test('a branch leaves at the bottom, turns once, and comes back from below', async () => {
    const { placed } = await placedGraph();
    const [down, back] = [placed.ways[2] ?? [], placed.ways[4] ?? []];
    expect(down.map((point) => point.x)).toEqual([486, 486, 568]);
    expect(back.map((point) => point.x)).toEqual([684, 766, 766]);
    expect(back[2]?.y).toBe((placed.cards[4]?.y ?? 0) + 72);
});

test('the words of a branch stand on its own line', async () => {
    const { graph, placed } = await placedGraph();
    const index = graph.ways.findIndex((way) => way.label?.lines.join(' ') === 'no size chart');
    const label = placed.labels[index];
    const [from] = placed.ways[index] ?? [];
    expect((label?.x ?? 0) + (label?.width ?? 0) / 2).toBe(from?.x);
});

test('a loop in the upper row goes over it, and a shorter one below a longer one', async () => {
    const { placed } = await placedGraph(
        'journey j { stage s { touchpoint a touchpoint b touchpoint c touchpoint d } a -> b -> c -> d d -> a "again" c -> b }',
    );
    const [long, short] = [placed.ways[3] ?? [], placed.ways[4] ?? []];
    const row = placed.cards[0]?.y ?? 0;
    expect(short[1]?.y).toBeLessThan(row);
    expect(long[1]?.y).toBeLessThan(short[1]?.y ?? 0);
});

test('what a short cut with a condition passes by drops to the lower row where it is one touchpoint, and stays in the upper one where it is more', async () => {
    const one = await placedGraph('journey j { stage s { touchpoint a touchpoint b touchpoint c touchpoint d } a -> b -> c -> d a -> c "in a hurry" }');
    const [a, b, c, d] = one.placed.cards.map((card) => card.y);
    expect([c, d]).toEqual([a, a]);
    expect(b).toBeGreaterThan(a ?? 0);
    const way = one.placed.ways[3] ?? [];
    expect(new Set(way.map((point) => point.y)).size).toBe(1);
    expect(one.placed.labels[3]?.lines.join(' ')).toBe('in a hurry');
    const two = await placedGraph('journey j { stage s { touchpoint a touchpoint b touchpoint c touchpoint d } a -> b -> c -> d a -> d "in a hurry" }');
    expect(new Set(two.placed.cards.map((card) => card.y)).size).toBe(1);
});

test('words stand beside a way on which they have no room', async () => {
    const { graph, placed } = await placedGraph(
        'journey j { stage s { touchpoint pay touchpoint declined touchpoint gives touchpoint done } pay -> done pay -> declined "no cover" declined -> pay "other card" declined -> gives "no other card" }',
    );
    expect(placed.labels.map((label) => label?.lines.join(' '))).toEqual([undefined, 'no cover', 'other card', 'no other card']);
    const end = placed.ways[3]?.at(-1);
    const gives = placed.cards[2];
    expect([end?.x, (end?.y ?? 0) > (gives?.y ?? 0)]).toEqual([gives?.x, true]);
    expect(graph.ways[3]?.thing).toEqual({ kind: 'way', id: 'j.declined..j.gives', label: 'declined to gives: no other card' });
});

test('several ways between the same two touchpoints are one, with the words of all', async () => {
    const { graph } = await placedGraph('journey j { stage s { touchpoint a touchpoint b } a -> b "yes" a -> b "no" }');
    expect(graph.ways.map((way) => way.label?.lines.join(' '))).toEqual(['yes, or no']);
});

test('lanes stand one below the other inside the sheet, and the same diagram is placed the same', async () => {
    const diagram = await diagramOf();
    const before = JSON.stringify(diagram);
    const placed = await placeJourney(diagram, engine);
    expect(JSON.stringify(diagram)).toBe(before);
    expect(JSON.stringify(await placeJourney(diagram, engine))).toBe(JSON.stringify(placed));
    const [row] = diagram.rows;
    const height =
        diagram.head.height +
        (row?.stages.body.height ?? 0) +
        (row?.lanes ?? []).reduce((sum, lane) => sum + (lane.type === 'drawn' ? lane.body.height : 100), 0);
    expect(placed.height).toBeGreaterThan(height + diagram.legend.height);
    expect(placed.width).toBe(diagram.width);
});

test('words that find no room on their way are written below the touchpoints', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const ways = names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from} -> ${to} "when ${from} meets ${to} again"`));
    const text = `journey j { stage s { ${names.map((name) => `touchpoint ${name}`).join(' ')} } ${ways.join(' ')} }`;
    const { graph, placed } = await placedGraph(text);
    const written = textsOf((await placeJourney(await diagramOf(text), engine)).marks);
    const homeless = graph.ways.filter((_, index) => placed.labels[index] === undefined);
    expect(homeless.length).toBeGreaterThan(0);
    for (const way of homeless) {
        const [from, to] = [way.from, way.to].map((id) => graph.nodes.find((node) => node.id === id)?.title);
        expect(written).toContain(`${from} \u2192 ${to}: when ${from} meets ${to} again`);
    }
});
