import type { Point } from '../../src/diagram/geometry.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { styleNames } from '../../src/diagram/style-names.ts';
import { fontOf, textWidth } from '../../src/diagram/text-metrics.ts';
import type { PlacedDiagram } from '../../src/layout/placed-diagram.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches, withoutSpare } from '../../src/layout/rects.ts';

/** What can be counted of any picture from its marks alone. The first four are faults. */
export interface PictureFigures {
    readonly boxOnBox: number;
    readonly textOnText: number;
    readonly lineThroughText: number;
    readonly lineThroughBox: number;
    readonly width: number;
    readonly height: number;
}

interface Flat {
    readonly boxes: Rect[];
    /** Grounds that keep a text clear of the line on which it stands. */
    readonly plates: Rect[];
    readonly texts: { readonly box: Rect; readonly own: Mark | undefined }[];
    readonly lines: { readonly points: readonly Point[]; readonly own: Mark | undefined }[];
}

export function pictureFigures({ width, height, marks }: PlacedDiagram): PictureFigures {
    const flat: Flat = { boxes: [], plates: [], texts: [], lines: [] };
    gather(marks, 0, 0, undefined, flat);
    const inner = (box: Rect): Rect => ({ x: box.x + 1.5, y: box.y + 1.5, width: box.width - 3, height: box.height - 3 });
    const holds = (a: Rect, b: Rect): boolean => a.x <= b.x + 1 && a.y <= b.y + 1 && a.x + a.width >= b.x + b.width - 1 && a.y + a.height >= b.y + b.height - 1;
    const [boxOnBox, textOnText] = [
        pairs(flat.boxes, (a, b) => overlap(inner(a), inner(b)) && !holds(a, b) && !holds(b, a)),
        pairs(
            flat.texts.map((text) => text.box),
            (a, b) => overlap(a, b, -1),
        ),
    ];
    const crossed = (box: Rect, line: Flat['lines'][number]): boolean =>
        stretches(line.points).some((part) => (part.box.width < 0.1 || part.box.height < 0.1) && overlap(part.box, box));
    const bare = flat.texts.filter((text) => !flat.plates.some((plate) => holds(plate, text.box)));
    return {
        boxOnBox,
        textOnText,
        lineThroughText: flat.lines.reduce((sum, line) => sum + bare.filter((text) => text.own !== line.own && crossed(text.box, line)).length, 0),
        lineThroughBox: flat.lines.reduce((sum, line) => sum + flat.boxes.filter((box) => crossed(inner(box), line)).length, 0),
        width,
        height,
    };
}

function gather(marks: readonly Mark[], x: number, y: number, thing: Mark | undefined, flat: Flat): void {
    for (const mark of marks) {
        if (mark.type === 'group') {
            gather(mark.marks, x + (mark.x ?? 0), y + (mark.y ?? 0), mark.thing && !mark.inner ? mark : thing, flat);
        } else if (mark.type === 'rect' && styleNames(mark.style).includes('label-plate')) {
            flat.plates.push({ x: x + mark.x, y: y + mark.y, width: mark.width, height: mark.height });
        } else if (mark.type === 'rect' && styleNames(mark.style).includes('card')) {
            flat.boxes.push({ x: x + mark.x, y: y + mark.y, width: mark.width, height: mark.height });
        } else if (mark.type === 'text') {
            const font = fontOf(mark.style);
            const text = typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('');
            const wide = textWidth(text, font);
            const left = mark.anchor === 'middle' ? mark.x - wide / 2 : mark.anchor === 'end' ? mark.x - wide : mark.x;
            flat.texts.push({ box: { x: x + left, y: y + mark.y - 0.74 * font.size, width: wide, height: 0.9 * font.size }, own: thing });
        } else if (mark.type === 'path' && styleNames(mark.style).includes('hit')) {
            flat.lines.push({ points: pointsOf(mark.d, x, y), own: thing });
        }
    }
}

/** The corners of a line whose corners are rounded: the ends of its stretches, and the middles of its curves. */
function pointsOf(d: string, x: number, y: number): Point[] {
    const points = [...d.matchAll(/([MLQ])(-?[\d.]+) (-?[\d.]+)/g)].map(([, , px, py]) => ({ x: x + Number(px), y: y + Number(py) }));
    return withoutSpare(points);
}

function pairs(boxes: readonly Rect[], meet: (a: Rect, b: Rect) => boolean): number {
    let count = 0;
    boxes.forEach((box, index) => {
        for (let other = 0; other < index; other += 1) if (meet(box, boxes[other] as Rect)) count += 1;
    });
    return count;
}
