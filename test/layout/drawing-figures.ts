import type { Point } from '../../src/diagram/geometry.ts';
import type { PlacedLabel } from '../../src/layout/landscape/place-labels.ts';
import { labelBox } from '../../src/layout/landscape/place-labels.ts';
import type { Scene } from '../../src/layout/landscape/scene.ts';
import { cardsOf } from '../../src/layout/landscape/scene.ts';
import type { Rect, Stretch } from '../../src/layout/rects.ts';
import { crossing, overlap, stretches } from '../../src/layout/rects.ts';

/** A drawing of boxes, lines and labels, whoever placed it. */
export interface FlatDrawing {
    readonly cards: readonly { readonly id: string; readonly box: Rect }[];
    readonly frames: readonly Rect[];
    readonly labels: readonly { readonly line: string; readonly box: Rect }[];
    readonly lines: readonly { readonly id: string; readonly from: string; readonly to: string; readonly points: readonly Point[] }[];
}

/** What can be counted of a drawing. The first four are faults. Lengths are px, the area is in millions of square px. */
export interface Figures {
    readonly boxOnBox: number;
    readonly labelOnLabel: number;
    readonly labelOnOther: number;
    readonly lineThroughBox: number;
    readonly crossings: number;
    readonly bends: number;
    readonly length: number;
    readonly area: number;
    readonly ratio: number;
}

export function figuresOf(drawing: FlatDrawing): Figures {
    const { cards, frames, labels, lines } = drawing;
    const parts = lines.map((line) => stretches(line.points));
    const boxes = cards.map((card) => card.box);
    const bounds = [...boxes, ...frames, ...labels.map((label) => label.box), ...parts.flat().map((part) => part.box)];
    const width = Math.max(...bounds.map((box) => box.x + box.width)) - Math.min(...bounds.map((box) => box.x));
    const height = Math.max(...bounds.map((box) => box.y + box.height)) - Math.min(...bounds.map((box) => box.y));
    const labelBoxes = labels.map((label) => label.box);
    const onLine = labels.reduce(
        (sum, label) => sum + lines.filter((line, index) => line.id !== label.line && parts[index]?.some((part) => overlap(label.box, part.box))).length,
        0,
    );
    const onBox = labelBoxes.reduce((sum, label) => sum + boxes.filter((box) => overlap(label, box)).length, 0);
    return {
        boxOnBox: pairs(boxes, overlap) + pairs(frames, overlap),
        labelOnLabel: pairs(labelBoxes, overlap),
        labelOnOther: onLine + onBox,
        lineThroughBox: parts.reduce((sum, line) => sum + boxes.filter((box) => line.some((part) => overlap(part.box, inner(box)))).length, 0),
        crossings: crossingsOf(parts),
        bends: parts.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0),
        length: Math.round(parts.flat().reduce((sum, part) => sum + part.box.width + part.box.height, 0)),
        area: (width * height) / 1e6,
        ratio: width / height,
    };
}

/** The drawing that our own layout makes. */
export function sceneDrawing(scene: Scene, labels: readonly PlacedLabel[]): FlatDrawing {
    return {
        cards: cardsOf(scene).map(({ id, box }) => ({ id, box })),
        frames: scene.frames.filter((frame) => frame.framed).map((frame) => frame.box),
        labels: labels.map((label) => ({ line: label.hop, box: labelBox(label) })),
        lines: scene.lines.map(({ hop, points }) => ({ id: hop.id, from: hop.from, to: hop.to, points })),
    };
}

function inner(box: Rect): Rect {
    return { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
}

function pairs(boxes: readonly Rect[], meet: (a: Rect, b: Rect) => boolean): number {
    let count = 0;
    boxes.forEach((box, index) => {
        for (let other = 0; other < index; other += 1) if (meet(box, boxes[other] as Rect)) count += 1;
    });
    return count;
}

function crossingsOf(lines: readonly (readonly Stretch[])[]): number {
    const level = lines.flatMap((parts, line) => parts.filter((part) => part.level).map((part) => ({ line, part })));
    const upright = lines.flatMap((parts, line) => parts.filter((part) => !part.level).map((part) => ({ line, part })));
    let count = 0;
    for (const a of level) for (const b of upright) if (a.line !== b.line && crossing(a.part, b.part) !== undefined) count += 1;
    return count;
}
