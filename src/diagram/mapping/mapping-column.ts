import type { Field } from '../../model/crm-model.ts';
import type { EntityHead } from '../fields/entity-head.ts';
import { entityHead, entityHeadWidth } from '../fields/entity-head.ts';
import type { FieldRowContent } from '../fields/field-row.ts';
import { fieldRow, fieldRowWidth } from '../fields/field-row.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { line } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import type { MappingCard, MappingColumn } from './mapping-parts.ts';

/** A card of a side before it has a size. */
export interface SideCard {
    readonly thing: ThingRef;
    readonly head: EntityHead;
    readonly rows: readonly SideRow[];
    /** Said in place of rows. */
    readonly empty?: string;
}

export interface SideRow {
    readonly content: FieldRowContent;
    /** Lines that end here, in this order, each with half the height that it needs at the port's level, where it goes on past plates. */
    readonly ports: readonly { readonly line: string; readonly half?: number }[];
    /** A ring stands at the port: nothing is mapped. */
    readonly ring?: 'quiet' | 'missing';
}

const rowHeight = 40;
/** Between the ports of one row, and between a plate and the next, in px. */
const portPitch = 24;
const plateGap = 8;
const cardGap = 24;
const narrowest = 240;
const widest = 320;
/** Below this a card is not made narrower for the sake of the sheet. */
const tight = 264;

/** A side with all its sizes, and the places of its ports by the line's id. */
export interface SizedSide {
    readonly column: MappingColumn;
    readonly ports: ReadonlyMap<string, number>;
}

/** Widths in px for the cards of both sides: by their words, and narrower where they would not leave `between` px of the content. */
export function sideWidths(left: readonly SideCard[], right: readonly SideCard[], between: number, content: number): readonly [number, number] {
    const [a, b] = [wantedWidth(left), wantedWidth(right)];
    const over = Math.max(0, a + b + between - content);
    const fromWider = Math.min(over, Math.abs(a - b));
    const rest = (over - fromWider) / 2;
    const shrunk = (width: number, by: number): number => Math.floor(Math.max(Math.min(width, tight), width - by) / 4) * 4;
    return a >= b ? [shrunk(a, fromWider + rest), shrunk(b, rest)] : [shrunk(a, rest), shrunk(b, fromWider + rest)];
}

function wantedWidth(cards: readonly SideCard[]): number {
    const wanted = cards.flatMap((card) => [entityHeadWidth(card.head), ...card.rows.map((row) => fieldRowWidth(row.content))]);
    return Math.ceil(Math.min(widest, Math.max(narrowest, ...wanted)) / 4) * 4;
}

/** Puts rows below each other so that plates at the level of their ports keep apart. */
export function sizedSide(cards: readonly SideCard[], width: number): SizedSide {
    const ports = new Map<string, number>();
    const rings: { y: number; missing: boolean }[] = [];
    const placed: MappingCard[] = [];
    // No plate reaches above the cards.
    let plateBottom = -plateGap;
    let top = 0;
    for (const card of cards) {
        const head = entityHead(card.head, width);
        const rows: { readonly y: number; readonly draw: ReturnType<typeof fieldRow>['draw'] }[] = [];
        let y = top + head.height;
        for (const row of card.rows) {
            const drawn = fieldRow(row.content, width, rowHeight);
            // Where plates are high, the row above grows, so that each port keeps to the first line of its row.
            const clear = (half: number | undefined): number => (half === undefined ? 0 : Math.ceil((plateBottom + plateGap + half) / 4) * 4);
            y = Math.max(y, clear(row.ports[0]?.half) - rowHeight / 2);
            let port = y + rowHeight / 2;
            row.ports.forEach((each, index) => {
                port = index === 0 ? port : Math.max(port + portPitch, clear(each.half));
                ports.set(each.line, port);
                plateBottom = each.half === undefined ? plateBottom : port + each.half;
            });
            if (row.ring !== undefined) {
                rings.push({ y: port, missing: row.ring === 'missing' });
            }
            rows.push({ y, draw: drawn.draw });
            y = Math.max(y + drawn.height, port + rowHeight / 2);
        }
        const words = card.empty === undefined ? undefined : emptyRow(card.empty, width);
        const bottom = y + (words?.height ?? 0);
        const marks: Mark[] = [
            { type: 'rect', x: 0, y: 0, width, height: bottom - top, radius: 8, style: 'card' },
            ...head.marks,
            ...rows.map((row, index) => row.draw(row.y - top, (rows[index + 1]?.y ?? bottom) - row.y, index === rows.length - 1)),
            ...(words === undefined ? [] : [{ type: 'group', y: y - top, marks: words.marks } as const]),
            // The border over the grounds of rows.
            { type: 'rect', x: 0, y: 0, width, height: bottom - top, radius: 8, style: ['fill-none', 'stroke-edge', 'w1'] },
        ];
        placed.push({ thing: card.thing, y: top, block: { width, height: bottom - top, marks } });
        top = bottom + cardGap;
    }
    return { column: { width, height: Math.max(0, top - cardGap), cards: placed, rings }, ports };
}

function emptyRow(text: string, width: number): Block {
    const lines = wrapText(text, width - 24, fontOf('body'));
    return {
        width,
        height: 24 + lines.length * 16,
        marks: [{ type: 'path', d: line(0, 0, width, 0), style: 'hairline' }, ...textLines(lines, 12, 24, 16, 'body')],
    };
}

/** The fields of a card that take part in something, by id. */
export function mappedFields(fields: readonly Field[], used: ReadonlySet<string>): number {
    return fields.filter((field) => used.has(field.id)).length;
}
