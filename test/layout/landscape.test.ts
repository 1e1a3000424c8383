import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { fontOf, textWidth } from '../../src/diagram/text-metrics.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { landscapeMarks } from '../../src/layout/landscape/draw-landscape.ts';
import { toElk } from '../../src/layout/landscape/elk-landscape.ts';
import { placeLabels } from '../../src/layout/landscape/place-labels.ts';
import { placeLandscape } from '../../src/layout/landscape.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';
import { flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';
import { parseMap } from '../helpers/maps.ts';

const engine = createElkEngine();

function thingsOf(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark) =>
        mark.type === 'group' ? [...(mark.thing && !mark.inner ? [`${mark.thing.kind} ${mark.thing.id}`] : []), ...thingsOf(mark.marks)] : [],
    );
}

/** The texts of some marks, names before numbers before timings. */
function wordsOf(marks: readonly Mark[]): string[] {
    const words = marks.flatMap((mark): string[] =>
        mark.type === 'group' ? wordsOf(mark.marks) : mark.type === 'text' && typeof mark.text === 'string' ? [mark.text] : [],
    );
    const rank = (word: string): number => (word.startsWith('I-') ? 1 : /^[a-z]/.test(word) ? 2 : 0);
    return words.sort((a, b) => rank(a) - rank(b));
}

async function arranged(model: Parameters<typeof landscapeDiagram>[0], more: Parameters<typeof landscapeView>[0] = {}) {
    const { scene } = await arrange(landscapeDiagram(model, landscapeView(more)), engine, 852);
    return scene;
}

describe('The landscape of the reference map', () => {
    const northwind = parseMap(readFileSync('examples/northwind.crmmap', 'utf8')).then((map) => landscapeDiagram(map.model, landscapeView()));

    test('fits a sheet of 900 px', async () => {
        expect((await placeLandscape(await northwind, engine)).width).toBe(900);
    });
    test('draws all flows straight, but for those whose ends are too far from each other', async () => {
        const { scene } = await arrange(await northwind, engine, 852);
        const bent = scene.lines.filter((line) => line.points.length > 2).map((line) => line.hop.id);
        expect(bent).toEqual(['customers#1', 'tills#0']);
    });
    test('gives every stretch its label, the words of each flow once', async () => {
        const { scene } = await arrange(await northwind, engine, 852);
        const labels = placeLabels(scene);
        expect(labels).toHaveLength(8);
        expect(labels.filter((label) => label.label.runs === 'level')).toHaveLength(6);
    });
    test('starts its columns at one level, and puts the records of the CRM at the right', async () => {
        const { scene } = await arrange(await northwind, engine, 852);
        const top = (card: string): number | undefined => scene.frames.find((frame) => frame.cards[0]?.id === card)?.box.y;
        expect([top('shop'), top('bus'), top('erp')]).toEqual([0, 0, 0]);
        const crm = scene.frames.find((frame) => frame.cards[0]?.id === 'crm')?.box;
        expect((crm?.x ?? 0) + (crm?.width ?? 0)).toBeCloseTo(852, 0);
    });
    test('names its things in reading order: systems, flows, and the flows again in the register', async () => {
        const { marks } = await placeLandscape(await northwind, engine);
        const flows = ['signUps', 'customers', 'audiences', 'orders', 'tickets', 'tills'].map((id) => `flow ${id}`);
        const things = thingsOf(marks);
        expect(things.slice(0, 7).sort()).toEqual(['bus', 'crm', 'desk', 'erp', 'marketing', 'pos', 'shop'].map((id) => `system ${id}`));
        expect(things.slice(7)).toEqual([...flows, ...flows]);
    });
    test('is the same every time', async () => {
        const [one, two] = [await placeLandscape(await northwind, engine), await placeLandscape(await northwind, createElkEngine())];
        expect(one).toEqual(two);
    });
});

describe('A landscape', () => {
    test('of one system and no flow needs no engine', async () => {
        const never = { layout: () => Promise.reject(new Error('not wanted')) };
        const placed = await placeLandscape(landscapeDiagram(mapOf([system('crm')]), landscapeView()), never);
        expect(thingsOf(placed.marks)).toEqual(['system crm']);
    });
    test('of an empty map says so on its sheet', async () => {
        const placed = await placeLandscape(landscapeDiagram(mapOf([]), landscapeView()), engine);
        expect(JSON.stringify(placed.marks)).toContain('This map has no systems yet.');
    });
    test('draws systems that no flow reaches below the others', async () => {
        const { frames } = await arranged(mapOf([system('lone'), system('a'), system('b')], [flow('f', 'a', 'b')]));
        const y = (id: string): number => frames.find((frame) => frame.cards[0]?.id === id)?.box.y ?? 0;
        expect(y('lone')).toBeGreaterThan(y('a'));
    });
    test('hangs a flow of a system to itself below its card', async () => {
        const { frames, lines } = await arranged(mapOf([system('a')], [flow('f', 'a', 'a')]));
        const card = frames[0]?.cards[0]?.box;
        expect(lines[0]?.points.map((point) => point.y >= (card?.y ?? 0) + (card?.height ?? 0))).toEqual([true, true, true, true]);
    });
    test('keeps five flows between two systems straight and a label apart', async () => {
        const { lines } = await arranged(
            mapOf(
                [system('a'), system('b')],
                [0, 1, 2, 3, 4].map((index) => flow(`f${index}`, index % 2 ? 'b' : 'a', index % 2 ? 'a' : 'b')),
            ),
        );
        expect(lines.map((line) => line.points.length)).toEqual([2, 2, 2, 2, 2]);
        const levels = lines.map((line) => line.points[0]?.y ?? 0).sort((a, b) => a - b);
        expect(levels.slice(1).every((level, index) => level - (levels[index] ?? 0) >= 48)).toBe(true);
    });
    test('names the flows within one group, however short their names, as it names those between groups', async () => {
        const inOne = { category: 'data-warehouse' };
        const flows = [
            flow('one', 'a', 'b', { title: 'Baskets', timing: 'real-time' }),
            flow('two', 'b', 'c', { title: 'Tokens', twoWay: true }),
            flow('three', 'c', 'd', { title: 'A', timing: 'manual' }),
        ];
        const model = mapOf([system('a', inOne), system('b', inOne), system('c', inOne), system('d', inOne)], flows);
        for (const direction of ['right', 'down'] as const) {
            const labels = placeLabels(await arranged(model, { direction }));
            expect(labels.map(({ label }) => wordsOf(label.block.marks))).toEqual([
                ['Baskets', 'I-01', 'real-time'],
                ['Tokens', 'I-02'],
                ['A', 'I-03', 'manual'],
            ]);
        }
    });
    test('that runs downwards keeps the captions of its frames well clear of the lines', async () => {
        const systems = [
            system('low', { category: 'marketing-automation' }),
            system('a', { category: 'crm' }),
            system('top', { category: 'marketing-automation' }),
        ];
        const diagram = landscapeDiagram(mapOf(systems, [flow('f', 'a', 'top'), flow('g', 'top', 'low')]), landscapeView({ direction: 'down' }));
        const { scene } = await arrange(diagram, engine, 852);
        const captions = landscapeMarks(diagram, scene, []).filter((mark) => mark.type === 'text' && mark.style === 'caption');
        expect(captions).toHaveLength(2);
        const uprights = scene.lines.flatMap((line) => stretches(line.points)).filter((part) => !part.level);
        for (const caption of captions) {
            if (caption.type !== 'text' || typeof caption.text !== 'string') throw new Error('A caption is a text.');
            const box = { x: caption.x, y: caption.y - 12, width: textWidth(caption.text, fontOf('caption')), height: 14 };
            expect(uprights.filter((part) => overlap(part.box, box, 15))).toEqual([]);
        }
    });
    test('that runs downwards keeps the captions of its frames off the codes of regions', () => {
        const systems = [system('a'), system('b', { category: 'billing-and-credit', region: 'eu' })];
        const diagram = landscapeDiagram(mapOf(systems, [flow('f', 'a', 'b'), flow('g', 'a', 'b')]), landscapeView({ direction: 'down' }));
        const group = diagram.groups[1]?.id ?? '';
        const label = { x: 0, y: -60, width: 0, height: 0 };
        const lines = diagram.hops.map((hop, index) => ({
            hop,
            label,
            points: [60, 200].slice(index, index + 1).flatMap((x) => [-100, 24].map((y) => ({ x, y }))),
        }));
        const texts = landscapeMarks(diagram, { frames: [{ group, framed: true, cards: [], box: { x: 0, y: 0, width: 352, height: 100 } }], lines }, []);
        const at = (words: string) => texts.flatMap((mark) => (mark.type === 'text' && mark.text === words ? [mark.x] : []))[0] ?? Number.NaN;
        expect(at('BILLING AND CREDIT')).toBeGreaterThan(60);
        expect(at('BILLING AND CREDIT') + textWidth('BILLING AND CREDIT', fontOf('caption'))).toBeLessThan(200);
        expect(at('EU')).toBe(340);
    });
    test('that runs downwards has its sources on top', async () => {
        const { frames } = await arranged(mapOf([system('a'), system('b')], [flow('f', 'a', 'b')]), { direction: 'down' });
        expect(frames[0]?.box.y).toBeLessThan(frames[1]?.box.y ?? 0);
    });
});

describe('The engine', () => {
    test('leaves the graph that it is given as it is', async () => {
        const diagram = landscapeDiagram(mapOf([system('a'), system('b')], [flow('f', 'a', 'b')]), landscapeView());
        const graph = toElk(diagram, diagram.groups);
        const before = JSON.stringify(graph);
        const placed = await engine.layout(graph);
        expect(JSON.stringify(graph)).toBe(before);
        expect(placed.children?.[1]?.x).toBeGreaterThan(100);
    });
    test('says in words that a graph is not sound, and goes on with the next', async () => {
        const broken = {
            id: 'root',
            layoutOptions: { 'elk.algorithm': 'layered' },
            children: [],
            edges: [{ id: 'e', sources: ['nowhere'], targets: ['nobody'] }],
        };
        await expect(engine.layout(broken)).rejects.toThrow('The layout engine cannot place this picture');
        await expect(engine.layout({ id: 'root', children: [] })).resolves.toBeDefined();
    });
});
