import type { LandscapeGraph } from '../../diagram/landscape/landscape-parts.ts';
import type { LayoutEngine } from '../engine.ts';
import type { Point } from '../../diagram/geometry.ts';
import { turnedPoint, turnedRect } from '../rects.ts';
import { placeColumns } from './columns/place-columns.ts';
import { compact } from './compact.ts';
import { fromElk, toElk } from './elk-landscape.ts';
import { levelTops } from './level-tops.ts';
import { loneGroups, placeLoneGroups } from './lone-groups.ts';
import { placeLabels } from './place-labels.ts';
import { loopPoints, loopReaches, loopsOf } from './loops.ts';
import type { Line, Scene } from './scene.ts';
import { changed, turned } from './scene.ts';
import { straighten } from './straighten.ts';

/** A scene with its size in px. */
export interface Arranged {
    readonly scene: Scene;
    readonly width: number;
    readonly height: number;
}

/** Between the systems that flows reach and the others, in px. */
const loneGap = 24;

/** Places boxes and lines: by the engine, then with fewer bends and no idle room, then what stands apart below it. */
export async function arrange(diagram: LandscapeGraph, engine: LayoutEngine, leastWidth: number): Promise<Arranged> {
    const { columns } = diagram;
    const inColumns = new Set(columns?.flat());
    const lone = columns === undefined ? loneGroups(diagram) : diagram.groups.filter((group) => !inColumns.has(group.id));
    const linked = diagram.groups.filter((group) => !lone.includes(group));
    const core =
        linked.length === 0
            ? { frames: [], lines: [] }
            : columns === undefined
              ? await linkedScene(diagram, linked, engine, leastWidth)
              : columnScene(diagram, columns, leastWidth);
    const size = extent(core);
    const frames = [...core.frames, ...placeLoneGroups(diagram, lone, size.height === 0 ? 0 : size.height + loneGap, Math.max(leastWidth, size.width))];
    const scene = rounded({ frames, lines: core.lines });
    const whole: Scene = { ...scene, lines: [...scene.lines, ...loopLines(diagram, scene)] };
    return { scene: whole, ...extent(whole) };
}

/** Lines that came last do without room for a label, as long as each finds some; then those that find none have it in the strips that they pass, and only then all of them. */
function columnScene(diagram: LandscapeGraph, columns: readonly (readonly string[])[], leastWidth: number): Scene {
    const badges = new Set<string>();
    const full = new Set<string>();
    for (let round = 0; round < 7; round += 1) {
        if (round === 4) for (const hop of diagram.hops) if (hop.late) badges.add(hop.id);
        const { scene, isBare } = placeColumns(diagram, columns, leastWidth, badges, full);
        if (!isBare) return moved(scene);
        const labelled = new Set(placeLabels(scene).map((label) => label.hop));
        const missing = scene.lines.map((line) => line.hop.id).filter((id) => !labelled.has(id));
        if (missing.length === 0) return moved(scene);
        for (const id of missing) {
            badges.add(id);
            if (round >= 3) full.add(id);
        }
    }
    return moved(placeColumns(diagram, columns, leastWidth, 'all').scene);
}

async function linkedScene(diagram: LandscapeGraph, linked: LandscapeGraph['groups'], engine: LayoutEngine, leastWidth: number): Promise<Scene> {
    const placed = await engine.layout(toElk(diagram, linked));
    const rough = fromElk(placed, { ...diagram, groups: linked });
    const down = diagram.direction === 'down';
    const straight = levelTops(straighten(down ? turned(rough) : rough));
    const tidy = down ? turned(straight) : compact(straight, { width: leastWidth, mostStretch: 1.6 });
    return moved(tidy);
}

function loopLines(diagram: LandscapeGraph, scene: Scene): Line[] {
    const down = diagram.direction === 'down';
    return scene.frames.flatMap((frame) =>
        frame.cards.flatMap((card) => {
            const hops = loopsOf(diagram, card.id);
            const reaches = loopReaches(hops.map((hop) => (down ? 0 : (hop.labels[0]?.block.width ?? 0))));
            return hops.map((hop, index): Line => {
                const reach = reaches[index] ?? 0;
                const points = down ? loopPoints(turnedRect(card.box), index, reach).map(turnedPoint) : loopPoints(card.box, index, reach);
                return { hop, points, label: card.loops, inside: frame.group };
            });
        }),
    );
}

function boundsOf(scene: Scene): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
    const boxes = [
        ...scene.frames.map((frame) => frame.box),
        ...scene.lines.filter((line) => line.hop.from !== line.hop.to).map((line) => line.label),
        ...scene.lines.flatMap((line) => line.points.map((point) => ({ ...point, width: 0, height: 0 }))),
    ];
    return {
        left: Math.min(...boxes.map((box) => box.x)),
        top: Math.min(...boxes.map((box) => box.y)),
        right: Math.max(...boxes.map((box) => box.x + box.width)),
        bottom: Math.max(...boxes.map((box) => box.y + box.height)),
    };
}

function extent(scene: Scene): { readonly width: number; readonly height: number } {
    const { right, bottom } = boundsOf(scene);
    return { width: Math.max(0, right), height: Math.max(0, bottom) };
}

/** The scene with its top left corner at 0,0. */
function moved(scene: Scene): Scene {
    const { left, top } = boundsOf(scene);
    return shifted(
        scene,
        (x) => x - left,
        (y) => y - top,
    );
}

/** Boxes and lines on half pixels. */
function rounded(scene: Scene): Scene {
    const half = (value: number): number => Math.round(value * 2) / 2;
    return shifted(scene, half, half);
}

function shifted(scene: Scene, toX: (x: number) => number, toY: (y: number) => number): Scene {
    const at = <T extends Point>(place: T): T => ({ ...place, x: toX(place.x), y: toY(place.y) });
    return changed(scene, at, at);
}
