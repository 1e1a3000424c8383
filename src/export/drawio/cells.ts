import { type Point, roundedNumber } from '../../diagram/geometry.ts';
import { attributes } from '../../render/xml.ts';

/** A part of a style, such as `rounded=1`; `undefined` values are left out. */
export type CellStyle = Readonly<Record<string, string | number | undefined>>;

/** A box of draw.io: a shape, a text or an image. Place and size are px, relative to the cell that holds it. */
export interface Vertex {
    readonly parent: string;
    readonly value?: string;
    /** The name of the shape, before the rest of the style: `text`, `ellipse`, `group`. */
    readonly shape?: string;
    readonly style: CellStyle;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** A connector through points in px, from the layer's top left corner. */
export interface Edge {
    readonly style: CellStyle;
    readonly source?: string;
    readonly target?: string;
    readonly points: readonly Point[];
}

/** The cells of a page, in the order of drawing. */
export class Cells {
    private readonly lines: (() => string)[] = [];
    private last = 1;

    /** Adds a box and gives its id. */
    vertex({ parent, value, shape, style, x, y, width, height }: Vertex): string {
        const id = this.nextId();
        const place = geometry({ x, y, width: Math.max(width, 0), height: Math.max(height, 0) });
        const cell = attributes({ id, value: value ?? '', style: styleText(shape, style), vertex: '1', parent });
        this.lines.push(() => `<mxCell${cell}>${place}</mxCell>`);
        return id;
    }

    /** Adds a connector; ends that are tied to a cell move with it. It is made when all cells are there, and drawn here. */
    edge(make: () => Edge): void {
        const id = this.nextId();
        this.lines.push(() => edgeXml(id, make()));
    }

    xml(): string {
        return ['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>', ...this.lines.map((line) => line())].join('\n');
    }

    private nextId(): string {
        this.last += 1;
        return String(this.last);
    }
}

function edgeXml(id: string, { style, source, target, points }: Edge): string {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return '';
    const between = points.slice(1, -1).map((point) => mxPoint(point));
    const stops = `${mxPoint(first, 'sourcePoint')}${mxPoint(last, 'targetPoint')}${between.length === 0 ? '' : `<Array as="points">${between.join('')}</Array>`}`;
    const cell = attributes({ id, style: styleText(undefined, style), edge: '1', parent: '1', source, target });
    return `<mxCell${cell}><mxGeometry relative="1" as="geometry">${stops}</mxGeometry></mxCell>`;
}

function geometry(box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): string {
    const numbers = Object.fromEntries(Object.entries(box).map(([name, value]) => [name, roundedNumber(value)]));
    return `<mxGeometry${attributes({ ...numbers, as: 'geometry' })}/>`;
}

function mxPoint({ x, y }: Point, as?: string): string {
    return `<mxPoint${attributes({ x: roundedNumber(x), y: roundedNumber(y), as })}/>`;
}

/** draw.io parts its styles by semicolons; no value that is written here holds one. */
function styleText(shape: string | undefined, style: CellStyle): string {
    const parts = Object.entries(style).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`));
    return [...(shape === undefined ? [] : [shape]), ...parts].map((part) => `${part};`).join('');
}
