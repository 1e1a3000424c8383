import type { Point } from '../../src/diagram/geometry.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';

/** A drawing as plain boxes and lines. */
export interface Drawing {
    readonly width: number;
    readonly height: number;
    readonly cards: readonly NamedBox[];
    /** Plates and labels, each on its own line. */
    readonly labels: readonly (NamedBox & { readonly line: string })[];
    readonly lines: readonly { readonly name: string; readonly points: readonly Point[] }[];
    /** Pairs of lines that may share a stretch: those that join. */
    readonly joined?: (a: string, b: string) => boolean;
}

export interface NamedBox {
    readonly name: string;
    readonly box: Rect;
}

/** Everything that a reader would call a fault of a drawing. */
export function drawingFaults({ width, height, cards, labels, lines, joined }: Drawing): string[] {
    const faults: string[] = [];
    const inner = (box: Rect): Rect => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });
    const inside = ({ x, y, width: w, height: h }: Rect): boolean => x >= -0.01 && y >= -0.01 && x + w <= width + 0.01 && y + h <= height + 0.01;
    cards.forEach((card, index) => {
        if (!inside(card.box)) faults.push(`${card.name} leaves the sheet`);
        cards.slice(0, index).forEach((other) => overlap(card.box, other.box) && faults.push(`${card.name} lies over ${other.name}`));
    });
    for (const line of lines) {
        const parts = stretches(line.points);
        for (const part of parts) {
            if (!inside(part.box)) faults.push(`${line.name} leaves the sheet`);
            if (part.box.width > 0.01 && part.box.height > 0.01) faults.push(`${line.name} is not at right angles`);
        }
        cards.forEach((card) => parts.some((part) => overlap(part.box, inner(card.box))) && faults.push(`${line.name} passes through ${card.name}`));
        labels.forEach(
            (label) =>
                label.line !== line.name &&
                parts.some((part) => overlap(part.box, label.box)) &&
                faults.push(`${line.name} passes through the label ${label.name}`),
        );
    }
    labels.forEach((label, index) => {
        if (!inside(label.box)) faults.push(`the label ${label.name} leaves the sheet`);
        labels
            .slice(0, index)
            .forEach((other) => overlap(label.box, other.box) && faults.push(`the labels ${label.name} and ${other.name} lie over each other`));
        cards.forEach((card) => overlap(label.box, card.box) && faults.push(`the label ${label.name} lies over ${card.name}`));
    });
    lines.forEach((line, index) => {
        for (const other of lines.slice(0, index)) {
            if (joined?.(line.name, other.name)) continue;
            const shared = stretches(line.points).some((a) =>
                stretches(other.points).some((b) => a.level === b.level && overlap(a.box, b.box, 3) && shareMoreThan(a.box, b.box, 4)),
            );
            if (shared) faults.push(`${line.name} and ${other.name} share a stretch`);
        }
    });
    return faults;
}

function shareMoreThan(a: Rect, b: Rect, length: number): boolean {
    const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return Math.max(along, down) > length;
}
