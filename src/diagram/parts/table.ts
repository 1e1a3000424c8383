import { placeBlock } from '../block.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import type { Memory } from '../memory.ts';
import { noMemory } from '../memory.ts';
import { line } from '../paths.ts';
import type { Style, StyleName } from '../style-names.ts';
import type { RichText } from '../text-lines.ts';
import { captionText, richWidth, spansOf, textLines, wrapRich } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { columnWidths } from './column-widths.ts';

export interface TableColumn {
    readonly caption: string;
    /** Fixed, in px; measured from the cells without it. */
    readonly width?: number;
    /** `end` for numbers. */
    readonly align?: 'start' | 'end';
}

export interface TableLine {
    readonly text: RichText;
    /** `cell` for the first line of a cell and `body` for the others, without it. */
    readonly style?: Style;
    /** Stands before the text, its middle 4 above the baseline. */
    readonly before?: Block;
    /** Follows the last word, its middle 4 above the baseline. */
    readonly after?: Block;
}

/** Lines of text, or a drawing such as a badge or a bar. */
export type TableCell = string | readonly TableLine[] | Block;

export interface TableRow {
    readonly cells: readonly TableCell[];
    /** Makes the row a thing. */
    readonly thing?: ThingRef;
    /** Ground of the row. */
    readonly ground?: StyleName;
}

export interface TableOptions {
    readonly title?: string;
    /** Quiet words beside the title. */
    readonly titleNote?: string;
    /** Without any caption there is no head row. */
    readonly columns: readonly TableColumn[];
    readonly rows: readonly TableRow[];
    /** What the columns are fitted to, where it is known already, or is more than these rows: those of all parts of a table have the same columns. */
    readonly measured?: readonly RowWidths[];
    /** Of the content, in px. */
    readonly width: number;
    /** Height of a row of one or two lines; 44 without it. */
    readonly rowHeight?: number;
    /** Small line below the table. */
    readonly note?: string;
    /** Has cells measured and drawn once for several pictures. */
    readonly memory?: Memory;
}

/** What a cell shows where nothing is stated. */
export const notStated: readonly TableLine[] = [{ text: '–', style: ['cell', 'fill-ink3'] }];

export const columnGap = 12;
/** Numbers, which end at the right, stay so much further from the words of the next column where there is room, in px. */
const afterEnd = 8;
const lineHeight = 16;
/** Up to this width in px a single word is not broken. */
const mostWord = 220;

/** A table with hairlines only and an ink rule on top, 0,0 at its top left; rows grow with the lines in them. */
export function table(options: TableOptions): Block {
    const { columns, rows, width, memory = noMemory } = options;
    const rowHeight = options.rowHeight ?? 44;
    const marks: Mark[] = [];
    let y = 0;
    if (options.title !== undefined) {
        const titles = wrapText(options.title, width, fontOf('table-title'));
        marks.push(...textLines(titles, 0, 16, 20, 'table-title'));
        y = 28 + Math.max(0, titles.length - 1) * 20;
        if (options.titleNote) {
            const x = Math.ceil(textWidth(titles[titles.length - 1] ?? '', fontOf('table-title'))) + 12;
            marks.push({ type: 'text', x, y: y - 12, text: options.titleNote, style: ['body', 'fill-ink3'] });
        }
    }
    marks.push({ type: 'path', d: line(0, y, width, y), style: 'rule' });

    const places = columnPlaces(options);
    if (columns.some((column) => column.caption !== '')) {
        const captions = columns.map((column, index) => wrapText(captionText(column.caption), places[index]?.width ?? width, fontOf('caption')));
        captions.forEach((lines, index) => {
            const place = places[index];
            if (place) {
                marks.push(...textLines(lines, place.anchorX, y + 17, 13, 'caption', place.anchor));
            }
        });
        y += 26 + (Math.max(1, ...captions.map((lines) => lines.length)) - 1) * 13;
        marks.push({ type: 'path', d: line(0, y, width, y), style: 'hairline' });
    }

    const shape: RowShape = { places, width, rowHeight };
    for (const row of rows) {
        const top = y;
        const drawn = memory.of('row', [row, top, shape], () => drawnRow(row, top, shape, memory));
        memory.keep(drawn.marks);
        marks.push({ type: 'group', ...(row.thing ? { thing: row.thing } : {}), marks: drawn.marks });
        y += drawn.height;
        marks.push({ type: 'path', d: line(0, y, width, y), style: 'hairline' });
    }
    if (options.note) {
        const notes = wrapText(options.note, width, fontOf('small'));
        marks.push(...textLines(notes, 0, y + 22, 16, 'small'));
        y += 28 + (notes.length - 1) * 16;
    }
    return { width, height: y, marks };
}

interface ColumnPlace {
    readonly x: number;
    readonly width: number;
    readonly anchorX: number;
    readonly anchor?: 'end';
}

/** What the rows of a table have in common. */
interface RowShape {
    readonly places: readonly ColumnPlace[];
    readonly width: number;
    readonly rowHeight: number;
}

function drawnRow(
    row: TableRow,
    y: number,
    { places, width, rowHeight }: RowShape,
    memory: Memory,
): { readonly height: number; readonly marks: readonly Mark[] } {
    const cells = row.cells.map((cell, index) => {
        const place: Pick<ColumnPlace, 'width' | 'anchor'> = places[index] ?? { width };
        const key = [cell, place.width, place.anchor, rowHeight];
        const block = memory.of('cell', key, () => cellBlock(cell, place, rowHeight));
        memory.keep(block.marks);
        return block;
    });
    const height = Math.max(rowHeight, ...cells.map((cell) => cell.height));
    const ground: Mark = { type: 'rect', x: 0, y, width, height, style: row.ground ?? 'fill-canvas' };
    const content: Mark[] = cells.map((cell, index) => placeBlock(cell, places[index]?.x ?? 0, y));
    return { height, marks: row.thing || row.ground ? [ground, ...content] : content };
}

function columnPlaces(options: TableOptions): ColumnPlace[] {
    const { memory = noMemory } = options;
    const ofRows = options.measured ?? measuredRows(options.rows, memory);
    const afterOf = (index: number): number =>
        options.columns[index]?.align === 'end' && index < options.columns.length - 1 && options.columns[index + 1]?.align !== 'end' ? afterEnd : 0;
    const measured = options.columns.map((column, index) => {
        const cells = ofRows.map((widths) => widths[index] ?? nothing);
        const captionFont = fontOf('caption');
        const caption = captionText(column.caption);
        const captionWidth = textWidth(caption, captionFont);
        const captionWord = Math.max(...caption.split(/\s+/u).map((word) => textWidth(word, captionFont)));
        const widest = (of: keyof CellWidths): number => Math.max(0, ...cells.map((widths) => widths[of]));
        const wanted = widest('wanted');
        const twoLines = widest('twoLines');
        const least = Math.max(captionWord, column.align === 'end' ? wanted : widest('least'));
        return {
            fixed: column.width,
            steps: [
                Math.max(captionWidth, wanted),
                Math.max(captionWidth, twoLines),
                Math.max(captionWord, twoLines),
                Math.max(least, Math.min(twoLines, wanted / 3)),
                least,
            ].map(Math.ceil),
            grows: column.align !== 'end' && column.width === undefined,
        };
    });
    const gaps = options.columns.reduce((sum, _, index) => sum + columnGap + afterOf(index), -columnGap);
    const isRoomy = measured.reduce((sum, { fixed, steps }) => sum + (fixed ?? steps[0] ?? 0), gaps) <= options.width;
    const after = options.columns.map((_, index) => (isRoomy ? afterOf(index) : 0));
    const widths = columnWidths(measured, options.width - after.reduce((sum, each) => sum + each, 0), columnGap);
    let x = 0;
    return widths.map((width, index) => {
        const atEnd = options.columns[index]?.align === 'end';
        const place: ColumnPlace = atEnd ? { x, width, anchorX: x + width, anchor: 'end' } : { x, width, anchorX: x };
        x += width + columnGap + (after[index] ?? 0);
        return place;
    });
}

/** What a cell needs, in px: all on one line, within two lines, at least. */
interface CellWidths {
    readonly wanted: number;
    readonly twoLines: number;
    readonly least: number;
}

/** How wide the cells of a row would be, in px. */
export type RowWidths = readonly CellWidths[];

const nothing: CellWidths = { wanted: 0, twoLines: 0, least: 0 };

/** What the columns of a table are fitted to, row by row. */
export function measuredRows(rows: readonly TableRow[], memory: Memory = noMemory): RowWidths[] {
    return rows.map(({ cells }) => memory.of('row-widths', cells, () => cells.map((cell) => widthsOf(cell, memory))));
}

function widthsOf(cell: TableCell, memory: Memory): CellWidths {
    return memory.of('cell-widths', cell, () => ({ wanted: wantedWidth(cell), twoLines: twoLineWidth(cell), least: leastWidth(cell) }));
}

function isBlock(cell: TableCell): cell is Block {
    return typeof cell === 'object' && 'marks' in cell;
}

function cellLines(cell: string | readonly TableLine[]): readonly TableLine[] {
    return typeof cell === 'string' ? (cell === '' ? [] : [{ text: cell }]) : cell;
}

function lineStyle(textLine: TableLine, index: number): Style {
    return textLine.style ?? (index === 0 ? 'cell' : 'body');
}

function besides(textLine: TableLine): number {
    return (textLine.before ? textLine.before.width + 6 : 0) + (textLine.after ? textLine.after.width + 6 : 0);
}

function wantedWidth(cell: TableCell): number {
    return isBlock(cell) ? cell.width : Math.max(0, ...cellLines(cell).map((item, index) => richWidth(item.text, lineStyle(item, index)) + besides(item)));
}

/** What a cell needs to stay within the two lines of a common row. */
function twoLineWidth(cell: TableCell): number {
    if (isBlock(cell)) {
        return cell.width;
    }
    const items = cellLines(cell);
    const only = items[0];
    if (items.length !== 1 || !only) {
        return wantedWidth(cell);
    }
    const style = lineStyle(only, 0);
    const lines = wrapRich(only.text, 1, style, { maxLines: 2 });
    return Math.max(0, ...lines.map((spans) => richWidth(spans, style))) + besides(only);
}

function leastWidth(cell: TableCell): number {
    if (isBlock(cell)) {
        return cell.width;
    }
    return Math.max(
        0,
        ...cellLines(cell).map((item, index) => {
            const style = lineStyle(item, index);
            const words = spansOf(item.text).flatMap((span) => span.text.split(/\s+/u).map((text) => ({ ...span, text })));
            return Math.min(mostWord, Math.max(0, ...words.map((word) => richWidth([word], style)))) + besides(item);
        }),
    );
}

function cellBlock(cell: TableCell, place: Pick<ColumnPlace, 'width' | 'anchor'>, rowHeight: number): Block {
    if (isBlock(cell)) {
        const top = cell.height <= 18 ? Math.min(9, (rowHeight - cell.height) / 2) : Math.max(4, (rowHeight - cell.height) / 2);
        const x = place.anchor === 'end' ? place.width - cell.width : 0;
        return { width: place.width, height: cell.height + top * 2, marks: [placeBlock(cell, x, top)] };
    }
    const first = rowHeight >= 44 ? 18 : Math.round(rowHeight / 2 + 4);
    const marks: Mark[] = [];
    let baseline = first - lineHeight;
    cellLines(cell).forEach((item, index) => {
        const style = lineStyle(item, index);
        const indent = item.before ? item.before.width + 6 : 0;
        const tail = item.after ? item.after.width + 6 : 0;
        const room = Math.max(16, place.width - indent - tail);
        const lines = wrapRich(item.text, room, style);
        lines.forEach((text, lineIndex) => {
            baseline += lineHeight;
            const isLast = lineIndex === lines.length - 1;
            if (place.anchor === 'end') {
                marks.push({ type: 'text', x: place.width - (isLast ? tail : 0), y: baseline, text, anchor: 'end', style });
            } else {
                marks.push({ type: 'text', x: indent, y: baseline, text, style });
            }
            if (item.before && lineIndex === 0) {
                marks.push(placeBlock(item.before, 0, baseline - 4 - item.before.height / 2));
            }
            if (item.after && isLast) {
                const x = place.anchor === 'end' ? place.width - item.after.width : indent + Math.ceil(richWidth(text, style)) + 6;
                marks.push(placeBlock(item.after, x, baseline - 4 - item.after.height / 2));
            }
        });
    });
    return { width: place.width, height: baseline + (rowHeight >= 44 ? 10 : rowHeight - first), marks };
}
