import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlueprintDiagram, BlueprintRow } from '../../src/diagram/blueprint/blueprint-diagram.ts';
import { blueprintDiagram } from '../../src/diagram/blueprint/blueprint-diagram.ts';
import { arrangeBlueprint } from '../../src/layout/blueprint/arrange-blueprint.ts';
import { placeBlueprint } from '../../src/layout/blueprint.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';
import type { Activity, CrmModel, Journey, Lifecycle, Touchpoint, View } from '../../src/model/crm-model.ts';
import { boxFaults } from './box-faults.ts';
import { anyJourney, journeyView } from './journey-arbitrary.ts';
import { textBoxes, textFaults } from './journey-faults.ts';

const settings = { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 120), endOnFailure: true };
const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

const activity = fc.record({
    title: fc.constantFrom('Ticket triage', 'Next-trip recommendations', 'Prüfung der Unterlagen', '与信審査'),
    mode: fc.constantFrom('manual' as const, 'assisted' as const, 'automated' as const, undefined),
    systems: fc.subarray(['s0', 's1', 's2']),
});

/** Any journey, some of its touchpoints done by the company, its stages in a stage of a lifecycle with up to five activities. */
const anyBlueprint = fc
    .tuple(anyJourney, fc.infiniteStream(fc.boolean()), fc.array(activity, { maxLength: 5 }), fc.boolean())
    .map(([model, flips, drafts, isIn]): CrmModel => {
        const activities = drafts.map((draft, index): Activity => ({ ...declared, ...draft, kind: 'activity', id: `l.a.${index}`, name: `${index}` }));
        const lifecycle: Lifecycle = {
            ...declared,
            kind: 'lifecycle',
            id: 'l',
            name: 'l',
            title: 'Life',
            stages: [{ ...declared, kind: 'lifecycle-stage', id: 'l.a', name: 'a', title: 'Lend', lifecycle: 'l', metrics: [], activities }],
        };
        const by = (touchpoint: Touchpoint): Touchpoint => (flips.next().value === true ? { ...touchpoint, by: 'company' } : touchpoint);
        const journeys = model.journeys.map(
            (journey): Journey => ({
                ...journey,
                stages: journey.stages.map((stage) => ({ ...stage, within: isIn ? ['l.a'] : [], touchpoints: stage.touchpoints.map(by) })),
            }),
        );
        return { ...model, journeys, lifecycles: [lifecycle] };
    });

function drawn(model: CrmModel, overlays: readonly string[] = [], change: Partial<View> = {}): BlueprintDiagram {
    const diagram = blueprintDiagram(model, { ...journeyView, as: 'blueprint', overlays, ...change });
    if (diagram === undefined) throw new Error('The model has no journey.');
    return diagram;
}

const inner = (box: Rect): Rect => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });

function faultsOf(diagram: BlueprintDiagram): string[] {
    return diagram.rows.flatMap(rowFaults);
}

function rowFaults(diagram: BlueprintRow): string[] {
    const scene = arrangeBlueprint(diagram);
    const { graph } = diagram;
    const faults: string[] = [];
    const cards = scene.rows.cards.map((card, index) => ({
        name: `card ${graph.nodes[index]?.id}`,
        ...card,
        width: 116,
        height: graph.nodes[index]?.card.height ?? 0,
    }));
    const boxes = [
        ...cards,
        ...scene.bars.map((bar, index) => ({ name: `bar ${index}`, ...bar })),
        ...scene.activities.map((card, index) => ({ name: `activity ${index}`, ...card })),
    ];
    const lines = [
        ...scene.rows.ways.map((points, index) => ({ name: `way ${graph.ways[index]?.from} to ${graph.ways[index]?.to}`, points })),
        ...scene.spines.map((points, index) => ({ name: `spine ${index}`, points })),
    ];
    const isInside = (box: Rect): boolean => box.x >= diagram.left && box.x + box.width <= diagram.right && box.y >= 0 && box.y + box.height <= scene.height;
    boxes.forEach((box, index) => {
        if (!isInside(box)) faults.push(`${box.name} leaves the lanes`);
        for (const other of boxes.slice(0, index)) if (overlap(box, other)) faults.push(`${box.name} stands on ${other.name}`);
        for (const line of lines)
            if (stretches(line.points).some((part) => overlap(part.box, inner(box)))) faults.push(`${line.name} goes through ${box.name}`);
    });
    scene.rows.labels.forEach((label, index) => {
        const title = `words of way ${index}`;
        if (label === undefined) return;
        if (!isInside(label)) faults.push(`${title} leave the lanes`);
        for (const box of boxes) if (overlap(label, box)) faults.push(`${title} stand on ${box.name}`);
        lines.forEach((line, at) => {
            if (at !== index && stretches(line.points).some((part) => overlap(label, part.box))) faults.push(`${line.name} goes through the ${title}`);
        });
        scene.rows.labels.slice(0, index).forEach((other, at) => {
            if (other && overlap(label, other)) faults.push(`${title} stand on those of way ${at}`);
        });
    });
    lines.forEach((line, index) => {
        if (line.points.length < 2) faults.push(`${line.name} is not drawn`);
        for (const part of stretches(line.points)) {
            if (part.box.width > 0.01 && part.box.height > 0.01) faults.push(`${line.name} is not at right angles`);
            if (!isInside(part.box)) faults.push(`${line.name} leaves the lanes`);
            for (const other of lines.slice(0, index)) {
                if (stretches(other.points).some((against) => against.level === part.level && runsOn(part.box, against.box)))
                    faults.push(`${line.name} runs on ${other.name}`);
            }
        }
    });
    graph.nodes.forEach((node, index) => {
        const card = cards[index];
        const isBelow = card !== undefined && card.y > scene.interaction;
        if (isBelow !== diagram.company.includes(node.id)) faults.push(`${node.id} stands on the wrong side of the line of interaction`);
    });
    const { interaction, visibility, internal } = scene;
    const inOrder = [0, interaction, visibility, internal, scene.height];
    if (inOrder.some((y, index) => index > 0 && y <= (inOrder[index - 1] ?? 0))) faults.push(`the lines are out of order: ${inOrder.join(', ')}`);
    for (const y of [interaction, visibility, internal]) {
        for (const box of boxes) if (box.y < y && box.y + box.height > y) faults.push(`a line goes through ${box.name}`);
        scene.rows.labels.forEach((label, at) => {
            if (label && label.y < y && label.y + label.height > y) faults.push(`a line goes through the words of way ${at}`);
        });
    }
    return faults;
}

/** Two stretches lie on each other for more than a point. */
function runsOn(a: Rect, b: Rect): boolean {
    const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return (a.width === 0 && b.width === 0 && x === 0 && y > 0.5) || (a.height === 0 && b.height === 0 && y === 0 && x > 0.5);
}

test('whatever its ways, systems and activities, a blueprint keeps boxes, lines and words apart and its lanes in order', () => {
    fc.assert(
        fc.property(anyBlueprint, (model) => {
            expect(faultsOf(drawn(model))).toEqual([]);
        }),
        settings,
    );
});

test('whatever a blueprint holds, no text stands on another, is lost or leaves the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyBlueprint, async (model) => {
            const diagram = drawn(model);
            for (const lane of diagram.rows.flatMap((row) => [...(row.evidence ? [row.evidence] : []), ...row.below])) {
                const height = Math.max(lane.body.height, lane.label.height);
                expect(textBoxes([...lane.body.marks, ...lane.label.marks]).filter((box) => box.y < 0 || box.y + box.height > height)).toEqual([]);
            }
            const placed = await placeBlueprint(diagram);
            const bare = (texts: readonly string[]): string => texts.join('').replace(/\s/gu, '');
            const said = bare(textBoxes(placed.marks).map((box) => box.text));
            expect(diagram.rows.flatMap((row) => row.graph.ways).filter((way) => !said.includes(bare(way.label?.lines ?? [])))).toEqual([]);
            expect(textFaults(placed.marks, placed.width, placed.height)).toEqual([]);
        }),
        settings,
    );
});

test('so it is with all overlays, and no text reaches out of its box', async () => {
    await fc.assert(
        fc.asyncProperty(anyBlueprint, async (model) => {
            const diagram = drawn(model, ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain']);
            expect(faultsOf(diagram)).toEqual([]);
            const placed = await placeBlueprint(diagram);
            expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
        }),
        settings,
    );
});

test('so it is with stages in several rows, and on paper', async () => {
    await fc.assert(
        fc.asyncProperty(anyBlueprint, fc.boolean(), async (model, isPaper) => {
            const diagram = drawn(model, [], isPaper ? { page: { size: 'a4', orientation: 'portrait' } } : { direction: 'down' });
            expect(faultsOf(diagram)).toEqual([]);
            const placed = await placeBlueprint(diagram);
            expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
        }),
        { ...settings, numRuns: Math.ceil(settings.numRuns / 3) },
    );
});
