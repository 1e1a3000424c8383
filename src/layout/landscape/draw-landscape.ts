import { placeBlock } from '../../diagram/block.ts';
import type { Point } from '../../diagram/geometry.ts';
import type { LandscapeDiagram } from '../../diagram/landscape/landscape-parts.ts';
import type { Mark } from '../../diagram/marks.ts';
import type { Memory } from '../../diagram/memory.ts';
import { noMemory } from '../../diagram/memory.ts';
import { flowLine } from '../../diagram/parts/flow-line.ts';
import { line as straight } from '../../diagram/paths.ts';
import { fontOf, textWidth } from '../../diagram/text-metrics.ts';
import type { Rect, Stretch } from '../rects.ts';
import { crossing, stretches } from '../rects.ts';
import type { PlacedLabel } from './place-labels.ts';
import type { Line, Scene } from './scene.ts';

/** Half the length of the gap that a later line leaves in an earlier one, in px. */
const gapReach = 6;

/** Between a caption and a line beside it, in px; less only where there is no room. */
const captionClearances = [16, 14, 12, 10, 8, 6, 4];

/** Frames, cards, then lines with their labels: the reading order of the sheet. */
export function landscapeMarks(diagram: LandscapeDiagram, scene: Scene, labels: readonly PlacedLabel[], memory: Memory = noMemory): Mark[] {
    const cards = new Map(diagram.groups.flatMap((group) => group.cards.map((card) => [card.id, card] as const)));
    const cardMarks = scene.frames.flatMap((frame) =>
        frame.cards.flatMap(({ id, box }): Mark[] => {
            const card = cards.get(id);
            return card === undefined ? [] : [{ ...placeBlock(card.block, box.x, box.y), thing: card.thing }];
        }),
    );
    return [...frameMarks(diagram, scene), ...cardMarks, ...flowMarks(diagram, scene, labels, memory)];
}

function frameMarks(diagram: LandscapeDiagram, scene: Scene): Mark[] {
    const groups = new Map(diagram.groups.map((group) => [group.id, group]));
    return scene.frames
        .filter((frame) => frame.framed)
        .flatMap(({ group: id, box }): Mark[] => {
            const group = groups.get(id);
            const caption = group?.caption?.toUpperCase() ?? '';
            const code = group?.code === undefined ? 0 : textWidth(group.code, fontOf('region')) + 12;
            const x = captionX(box, textWidth(caption, fontOf('caption')), box.x + box.width - 8 - code, scene);
            return [
                { type: 'rect', ...box, radius: 12, style: 'frame' },
                { type: 'text', x, y: box.y + 16.5, text: caption, style: 'caption' },
                ...(group?.code === undefined
                    ? []
                    : [{ type: 'text', x: box.x + box.width - 12, y: box.y + 16.5, text: group.code, anchor: 'end', style: 'region' } as const]),
            ];
        });
}

/** Where the caption starts: as far left as it stands clear of the lines that cross the frame's top, the widest clearance first; it ends before `right`. */
function captionX(box: Rect, width: number, right: number, scene: Scene): number {
    const crossings = scene.lines
        .flatMap((line) => stretches(line.points))
        .filter((part) => !part.level && part.box.y < box.y + 20 && part.box.y + part.box.height > box.y)
        .map((part) => part.from.x)
        .filter((x) => x > box.x && x < box.x + box.width)
        .sort((a, b) => a - b);
    for (const clear of captionClearances) {
        for (const start of [box.x + 12, ...crossings.map((x) => x + clear)]) {
            const free = crossings.every((x) => x <= start - clear || x >= start + width + clear);
            if (free && start + width <= right) {
                return start;
            }
        }
    }
    return box.x + 12;
}

function flowMarks(diagram: LandscapeDiagram, scene: Scene, labels: readonly PlacedLabel[], memory: Memory): Mark[] {
    const lines = groupedBy(scene.lines, (line) => line.hop.flow);
    const ways = diagram.flows.map(({ id }) => (lines.get(id) ?? []).map(({ points }) => points));
    const gaps = memory.of('gaps', ways, () => gapsOf(ways));
    const flowOf = new Map(scene.lines.map(({ hop }) => [hop.id, hop.flow] as const));
    const labelsOf = groupedBy(labels, ({ hop }) => flowOf.get(hop) ?? '');
    return diagram.flows.map(({ id, timing, look, thing }, index): Mark => {
        const own = lines.get(id) ?? [];
        const parts = own.map(({ points, hop: { heads } }) => ({ points, timing, heads, ...(look ? { look } : {}) }));
        const words = (labelsOf.get(id) ?? []).map(({ label, x, y }) => ({ block: label.block, x, y }));
        const marks = memory.of('flow', [gaps[index], parts, words], () => [
            ...(gaps[index] ?? []),
            ...parts.flatMap((part) => flowLine(part)),
            ...words.map(({ block, x, y }) => placeBlock(block, x, y)),
        ]);
        memory.keep(marks);
        return { type: 'group', thing, marks };
    });
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
    const groups = new Map<string, T[]>();
    for (const one of all) {
        const key = keyOf(one);
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
    }
    return groups;
}

/** The gaps that the lines of each flow leave in those of the flows before it. */
function gapsOf(ways: readonly (readonly Line['points'][])[]): Mark[][] {
    const earlier: Stretch[] = [];
    return ways.map((lines) => {
        const gaps = lines.flatMap((points) => crossingGaps(points, earlier));
        earlier.push(...lines.flatMap((points) => stretches(points)));
        return gaps;
    });
}

function crossingGaps(points: Line['points'], earlier: readonly Stretch[]): Mark[] {
    return stretches(points).flatMap((own) => {
        const crossed = earlier.flatMap((other) => crossing(own, other) ?? []);
        return crossed.map((point): Mark => ({ type: 'path', d: gapPath(point, own.level), style: 'halo' }));
    });
}

function gapPath({ x, y }: Point, level: boolean): string {
    return level ? straight(x - gapReach, y, x + gapReach, y) : straight(x, y - gapReach, x, y + gapReach);
}
