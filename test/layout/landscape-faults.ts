import type { PlacedLabel } from '../../src/layout/landscape/place-labels.ts';
import { labelBox } from '../../src/layout/landscape/place-labels.ts';
import type { Scene } from '../../src/layout/landscape/scene.ts';
import { cardsOf } from '../../src/layout/landscape/scene.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';

/** Everything that a reader would call a fault of the drawing. */
export function faultsOf(scene: Scene, labels: readonly PlacedLabel[]): string[] {
    const faults: string[] = [];
    const cards = cardsOf(scene);
    const inner = (box: Rect): Rect => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });
    cards.forEach((card, index) => {
        for (const other of cards.slice(index + 1)) {
            if (overlap(card.box, other.box)) faults.push(`card ${card.id} lies over card ${other.id}`);
        }
        for (const line of scene.lines) {
            if (stretches(line.points).some((part) => overlap(part.box, inner(card.box)))) faults.push(`line ${line.hop.id} passes through card ${card.id}`);
        }
    });
    scene.frames.forEach((frame, index) => {
        for (const other of scene.frames.slice(index + 1)) {
            if (overlap(frame.box, other.box)) faults.push(`frame ${frame.group} lies over frame ${other.group}`);
        }
    });
    labels.forEach((label, index) => {
        const box = labelBox(label);
        for (const other of labels.slice(index + 1)) {
            if (overlap(box, labelBox(other))) faults.push(`label of ${label.hop} lies over the label of ${other.hop}`);
        }
        for (const card of cards) {
            if (overlap(box, card.box)) faults.push(`label of ${label.hop} lies over card ${card.id}`);
        }
        for (const line of scene.lines) {
            if (line.hop.id !== label.hop && stretches(line.points).some((part) => overlap(box, part.box)))
                faults.push(`label of ${label.hop} lies over line ${line.hop.id}`);
        }
    });
    for (const line of scene.lines) {
        const ends = [line.points[0], line.points[line.points.length - 1]];
        [line.hop.from, line.hop.to].forEach((id, index) => {
            const box = cards.find((card) => card.id === id)?.box;
            const end = ends[index];
            if (!box || !end || !overlap({ ...end, width: 0, height: 0 }, box, 0.6) || overlap({ ...end, width: 0, height: 0 }, inner(box)))
                faults.push(`line ${line.hop.id} does not end on the border of ${id}`);
        });
        for (const part of stretches(line.points)) {
            if (part.box.width > 0.01 && part.box.height > 0.01) faults.push(`line ${line.hop.id} is not at right angles`);
        }
    }
    scene.lines.forEach((line, index) => {
        for (const other of scene.lines.slice(index + 1)) {
            const shared = stretches(line.points).some((a) =>
                stretches(other.points).some((b) => a.level === b.level && overlap(a.box, b.box, 1.5) && sharedLength(a.box, b.box) > 4),
            );
            if (shared) faults.push(`lines ${line.hop.id} and ${other.hop.id} share a stretch`);
        }
    });
    const named = new Set(labels.map((label) => label.hop));
    for (const line of scene.lines) {
        if (line.hop.id.endsWith('#0') && !named.has(line.hop.id)) faults.push(`line ${line.hop.id} has no number`);
    }
    return faults;
}

function sharedLength(a: Rect, b: Rect): number {
    const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return Math.max(along, down);
}
