import type { Point } from '../../src/diagram/geometry.ts';
import type { Box } from '../../src/diagram/journey/boxes.ts';
import { boxesMeet } from '../../src/diagram/journey/boxes.ts';
import type { TouchpointGraph } from '../../src/diagram/journey/journey-parts.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { fontOf, textWidth } from '../../src/diagram/text-metrics.ts';
import type { PlacedTouchpoints } from '../../src/layout/journey-touchpoints.ts';

/** What a reader would complain of in placed touchpoints; nothing where all is well. */
export function graphFaults(graph: TouchpointGraph, placed: PlacedTouchpoints, left: number, right: number): string[] {
    const faults: string[] = [];
    const cards = placed.cards.map(
        (card, index): Box => ({ ...card, width: graph.nodes[index]?.card.width ?? 0, height: graph.nodes[index]?.card.height ?? 0 }),
    );
    const name = (index: number): string => graph.nodes[index]?.id ?? '';
    cards.forEach((card, index) => {
        if (index > 0 && card.x < (cards[index - 1]?.x ?? 0) + 140) faults.push(`${name(index)} is not a column right of ${name(index - 1)}`);
        cards.slice(0, index).forEach((other, before) => {
            if (boxesMeet(card, other)) faults.push(`${name(index)} stands on ${name(before)}`);
        });
    });
    const inside = (box: Box): boolean => box.x >= left && box.x + box.width <= right && box.y >= 0 && box.y + box.height <= placed.height;
    cards.forEach((card, index) => inside(card) || faults.push(`${name(index)} stands out of the lane`));
    const lines = placed.ways.map(segments);
    graph.ways.forEach((way, index) => {
        const points = placed.ways[index] ?? [];
        const title = `way ${index} ${way.from} to ${way.to}`;
        if (points.length < 2) faults.push(`${title} is not drawn`);
        if (points.slice(1).some((point, at) => point.x !== points[at]?.x && point.y !== points[at]?.y))
            faults.push(`${title} is not orthogonal: ${JSON.stringify(points)}`);
        const borders: readonly [Point | undefined, string][] = [
            [points[0], way.from],
            [points[points.length - 1], way.to],
        ];
        for (const [point, id] of borders) {
            const card = cards[graph.nodes.findIndex((node) => node.id === id)];
            if (point && card && !onBorder(point, card)) faults.push(`${title} does not touch ${id}`);
        }
        for (const segment of lines[index] ?? []) {
            cards.forEach((card, at) => boxesMeet(segment, card, -1) && faults.push(`${title} goes through ${name(at)}`));
            if (!inside(segment)) faults.push(`${title} leaves the lane`);
        }
        lines.slice(0, index).forEach((other, before) => {
            if ((lines[index] ?? []).some((a) => other.some((b) => share(a, b)))) faults.push(`${title} runs on way ${before}`);
        });
        const label = placed.labels[index];
        if (way.label === undefined) return;
        if (label === undefined) {
            faults.push(`the words of ${title} are missing`);
            return;
        }
        if (!inside(label)) faults.push(`the words of ${title} leave the lane`);
        cards.forEach((card, at) => boxesMeet(label, card) && faults.push(`the words of ${title} stand on ${name(at)}`));
        lines.forEach((other, at) => at !== index && other.some((line) => boxesMeet(label, line)) && faults.push(`the words of ${title} stand on way ${at}`));
        placed.labels
            .slice(0, index)
            .forEach((other, at) => other && boxesMeet(label, other) && faults.push(`the words of ${title} stand on those of way ${at}`));
    });
    return faults;
}

function segments(points: readonly Point[]): Box[] {
    return points.slice(1).map((to, index) => {
        const from = points[index] as Point;
        return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
    });
}

function onBorder({ x, y }: Point, card: Box): boolean {
    const within = x >= card.x && x <= card.x + card.width && y >= card.y && y <= card.y + card.height;
    return within && (x === card.x || x === card.x + card.width || y === card.y || y === card.y + card.height);
}

/** Two stretches lie on each other for more than a point. */
function share(a: Box, b: Box): boolean {
    const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return (a.width === 0 && b.width === 0 && x === 0 && y > 0.5) || (a.height === 0 && b.height === 0 && y === 0 && x > 0.5);
}

export interface TextBox extends Box {
    readonly text: string;
}

/** Where the letters of every text stand, on the sheet: from the height of a capital to just below the baseline. */
export function textBoxes(marks: readonly Mark[], x = 0, y = 0): TextBox[] {
    return marks.flatMap((mark): TextBox[] => {
        if (mark.type === 'group') return textBoxes(mark.marks, x + (mark.x ?? 0), y + (mark.y ?? 0));
        if (mark.type !== 'text') return [];
        const text = typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('');
        const font = fontOf(mark.style);
        const width = textWidth(text, font);
        const left = x + mark.x - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0);
        return [{ text, x: left, y: y + mark.y - font.size * 0.72, width, height: font.size * 0.78 }];
    });
}

/** Texts that stand on each other, or leave the sheet. */
export function textFaults(marks: readonly Mark[], width: number, height: number): string[] {
    const boxes = textBoxes(marks);
    const outside = boxes.filter((box) => box.x < 20 || box.x + box.width > width - 16 || box.y < 0 || box.y + box.height > height);
    const meeting = boxes.flatMap((box, index) =>
        boxes
            .slice(0, index)
            .filter((other) => boxesMeet(box, other))
            .map((other) => `“${box.text}” stands on “${other.text}”`),
    );
    return [...outside.map((box) => `“${box.text}” leaves the sheet`), ...meeting];
}
