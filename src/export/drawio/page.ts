import type { Point } from '../../diagram/geometry.ts';
import { isFilledIcon } from '../../diagram/icon-names.ts';
import type { GroupMark, IconMark, Mark, PathMark, RectMark, TextMark } from '../../diagram/marks.ts';
import { styleNames } from '../../diagram/style-names.ts';
import { fontOf, textWidth } from '../../diagram/text-metrics.ts';
import type { PlacedDiagram } from '../../layout/placed-diagram.ts';
import { partSvg } from '../../render/definitions.ts';
import { icons } from '../../render/icons.ts';
import { Cells, type CellStyle } from './cells.ts';
import { type Look, lookOf } from './look.ts';
import { type ClipBox, clipped } from './clip-path.ts';
import { boundsOf, cornersOf, pathSteps } from './path-data.ts';
import { base64, stencilOf } from './stencil.ts';

/** A box that connectors can be tied to. */
interface Anchor {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Where marks are drawn: the cell that holds them, and where its corner and their own origin stand on the page. */
interface Place {
    readonly parent: string;
    readonly corner: Point;
    readonly origin: Point;
    /** Areas are shown only within this box, by their own origin. */
    readonly clip?: ClipBox;
}

/** How near a connector ends at the box that it belongs to, in px. */
const near = 2;

/** The cells of a page as XML. Cards become shapes that hold what stands on them, interfaces connectors between them. */
export function pageCells(placed: PlacedDiagram): string {
    const page = new Page();
    page.draw(placed.marks, { parent: '1', corner: { x: 0, y: 0 }, origin: { x: 0, y: 0 } });
    return page.xml();
}

class Page {
    private readonly cells = new Cells();
    private readonly anchors: Anchor[] = [];

    draw(marks: readonly Mark[], place: Place): void {
        for (let index = 0; index < marks.length; index++) {
            const mark = marks[index] as Mark;
            if (mark.type === 'path' && has(mark, 'hit')) index += this.connector(mark, marks.slice(index + 1), place);
            else this.one(mark, place);
        }
    }

    xml(): string {
        return this.cells.xml();
    }

    private one(mark: Mark, place: Place): void {
        switch (mark.type) {
            case 'group':
                return this.group(mark, place);
            case 'rect':
                this.rect(mark, place);
                return;
            case 'circle': {
                const { radius } = mark;
                const box = { x: mark.x - radius, y: mark.y - radius, width: 2 * radius, height: 2 * radius };
                this.cells.vertex({
                    ...placeOf(place, box),
                    ...box2(box),
                    shape: 'ellipse',
                    style: { shape: 'ellipse', perimeter: 'ellipsePerimeter', ...boxStyle(lookOf(mark.style)) },
                });
                return;
            }
            case 'text':
                return this.text(mark, place);
            case 'icon':
                return this.icon(mark, place);
            case 'path':
                return this.path(mark, place);
        }
    }

    /** A thing whose first mark is its box holds the rest of its marks in that box. */
    private group(mark: GroupMark, place: Place): void {
        const origin = { x: place.origin.x + (mark.x ?? 0), y: place.origin.y + (mark.y ?? 0) };
        const [first, ...rest] = mark.marks;
        const inside = { ...place, origin, clip: mark.clip };
        if (mark.thing === undefined || mark.inner || first?.type !== 'rect') return this.draw(mark.marks, inside);
        const corner = { x: origin.x + first.x, y: origin.y + first.y };
        const parent = this.rect(first, inside, { container: 1, collapsible: 0, recursiveResize: 0 });
        this.anchors.push({ id: parent, ...corner, width: first.width, height: first.height });
        this.draw(rest, { parent, corner, origin, clip: mark.clip });
    }

    private rect(mark: RectMark, place: Place, more: CellStyle = {}): string {
        const radius = mark.radius ?? 0;
        const corners = radius === 0 ? {} : { rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius };
        return this.cells.vertex({ ...placeOf(place, mark), ...box2(mark), style: { ...boxStyle(lookOf(mark.style)), ...corners, ...more } });
    }

    private text(mark: TextMark, place: Place): void {
        const spans = typeof mark.text === 'string' ? [{ text: mark.text }] : mark.text;
        const value = spans.map(({ text }) => text).join('');
        const base = fontOf(mark.style);
        // A little more than the letters need: no program may break the line.
        const width = spans.reduce((sum, span) => sum + textWidth(span.text, fontOf('style' in span ? span.style : undefined, base)), 0) * 1.04 + 2;
        const height = base.size * 1.4;
        const anchor = mark.anchor ?? 'start';
        const left = mark.x - (anchor === 'start' ? 1 : anchor === 'end' ? width - 1 : width / 2);
        const box = { x: left, y: mark.y - base.size * 1.06, width, height };
        const look = lookOf(mark.style);
        this.cells.vertex({
            ...placeOf(place, box),
            ...box2(box),
            value,
            shape: 'text',
            style: {
                html: 0,
                strokeColor: 'none',
                fillColor: 'none',
                align: anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center',
                verticalAlign: 'middle',
                whiteSpace: 'nowrap',
                spacing: 0,
                fontFamily: 'Inter',
                fontSize: base.size,
                fontColor: look.fill ?? '#111B2B',
                fontStyle: (look.isBold ? 1 : 0) + (look.isItalic ? 2 : 0),
            },
        });
    }

    private icon(mark: IconMark, place: Place): void {
        const isFilled = isFilledIcon(mark.icon);
        const grid = isFilled || mark.icon === 'required' ? 12 : 16;
        const size = grid * (mark.scale ?? 1);
        const look = lookOf(mark.style);
        const stroke = isFilled ? look.stroke : (look.stroke ?? look.fill);
        const svg =
            `<svg xmlns="http://www.w3.org/2000/svg" width="${grid}" height="${grid}" viewBox="0 0 ${grid} ${grid}" fill="${(isFilled ? look.fill : undefined) ?? 'none'}"` +
            `${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${look.width ?? 1.4}" stroke-linecap="round" stroke-linejoin="round"`}>` +
            `${icons[mark.icon].map(partSvg).join('')}</svg>`;
        const box = { x: mark.x, y: mark.y, width: size, height: size };
        // A style has no room for a semicolon, so draw.io leaves `;base64` out.
        const image = `data:image/svg+xml,${base64([...svg].map((character) => character.charCodeAt(0)))}`;
        this.cells.vertex({ ...placeOf(place, box), ...box2(box), shape: 'shape=image', style: { imageAspect: 0, image } });
    }

    private path(mark: PathMark, place: Place): void {
        const look = lookOf(mark.style);
        const whole = pathSteps(mark.d);
        const steps = place.clip && look.fill !== undefined ? clipped(whole, place.clip) : whole;
        if (steps.length === 0 || has(mark, 'halo') || (look.fill === undefined && look.stroke === undefined)) return;
        const corners = look.fill === undefined ? cornersOf(steps) : undefined;
        if (corners) {
            const points = corners.map((point) => moved(point, place.origin));
            this.cells.edge(() => ({ points, style: { ...lineStyle(look), rounded: 1, startArrow: 'none', endArrow: 'none' } }));
            return;
        }
        const box = boundsOf(steps);
        this.cells.vertex({ ...placeOf(place, box), ...box2(box), shape: `shape=stencil(${stencilOf(steps, box)})`, style: boxStyle(look) });
    }

    /** An interface: the clear path that catches the pointer has its corners, the line behind it its look, and the heads follow. Returns how many marks these are. */
    private connector(hit: PathMark, following: readonly Mark[], place: Place): number {
        const corners = cornersOf(pathSteps(hit.d));
        const [line] = following;
        if (!corners || corners.length < 2 || line?.type !== 'path') return 0;
        const points = corners.map((point) => moved(point, place.origin));
        const heads: ('start' | 'end')[] = [];
        let used = 1;
        for (const mark of following.slice(1, 3)) {
            const [tip] = mark.type === 'path' && (has(mark, 'flow-head') || has(mark, 'fill-ink3')) ? pathSteps(mark.d) : [];
            if (tip?.type !== 'move') break;
            heads.push(isAt(moved(tip.to, place.origin), points.at(-1) as Point) ? 'end' : 'start');
            used += 1;
        }
        const look = lookOf(line.style);
        const [first, last] = [points[0] as Point, points.at(-1) as Point];
        this.cells.edge(() => {
            const [source, target] = [this.anchorAt(first), this.anchorAt(last)];
            const head = (end: 'start' | 'end'): string => (heads.includes(end) ? 'classicThin' : 'none');
            const ties = { ...(source && tiedAt(source, first, 'exit')), ...(target && tiedAt(target, last, 'entry')) };
            const style = { ...lineStyle(look), edgeStyle: 'orthogonalEdgeStyle', rounded: 1, startArrow: head('start'), endArrow: head('end'), ...ties };
            return { points, source: source?.id, target: target?.id, style };
        });
        return used;
    }

    /** The innermost box at whose border a connector ends: of those that hold each other, the later drawn. */
    private anchorAt({ x, y }: Point): Anchor | undefined {
        return this.anchors.findLast((box) => {
            const [right, bottom] = [box.x + box.width, box.y + box.height];
            const within = x >= box.x - near && x <= right + near && y >= box.y - near && y <= bottom + near;
            return within && Math.min(Math.abs(x - box.x), Math.abs(x - right), Math.abs(y - box.y), Math.abs(y - bottom)) <= near;
        });
    }
}

function has(mark: PathMark, name: string): boolean {
    return styleNames(mark.style).some((style) => style === name);
}

function isAt(a: Point, b: Point): boolean {
    return Math.abs(a.x - b.x) < 0.1 && Math.abs(a.y - b.y) < 0.1;
}

function moved(point: Point, by: Point): Point {
    return { x: point.x + by.x, y: point.y + by.y };
}

function placeOf({ parent, corner, origin }: Place, { x, y }: Point): { readonly parent: string; readonly x: number; readonly y: number } {
    return { parent, x: origin.x + x - corner.x, y: origin.y + y - corner.y };
}

function box2({ width, height }: { readonly width: number; readonly height: number }): { readonly width: number; readonly height: number } {
    return { width, height };
}

function boxStyle(look: Look): CellStyle {
    return { fillColor: look.fill ?? 'none', ...lineStyle(look), pointerEvents: look.fill === undefined ? 0 : undefined };
}

function lineStyle({ stroke, width, dash }: Look): CellStyle {
    return {
        strokeColor: stroke ?? 'none',
        strokeWidth: stroke === undefined ? undefined : width,
        ...(dash === undefined ? {} : { dashed: 1, fixDash: 1, dashPattern: dash.replace(/^\./, '0.') }),
    };
}

/** Where on its box an end is tied, as shares of width and height. */
function tiedAt(box: Anchor, { x, y }: Point, end: 'exit' | 'entry'): CellStyle {
    const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
    return { [`${end}X`]: share((x - box.x) / (box.width || 1)), [`${end}Y`]: share((y - box.y) / (box.height || 1)), [`${end}Perimeter`]: 0 };
}
