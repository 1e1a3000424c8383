import { placeBlock } from '../block.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { leastContent } from '../parts/page.ts';
import { line } from '../paths.ts';
import type { Style } from '../style-names.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { capitalised } from '../words/value-words.ts';
import type { AxisItem } from './axes.ts';
import { axisNouns } from './axes.ts';
import { cellBlock, cellGap, leastCellWidth } from './cell-marks.ts';
import type { MatrixContent } from './matrix-content.ts';
import { isNumber } from './matrix-content.ts';

/** Widths of a matrix in px. */
export interface MatrixColumns {
    readonly width: number;
    readonly titleWidth: number;
    readonly columnWidth: number;
    readonly countWidth: number;
    /** Where titles of rows stand at the right end again; 0 where they do not. */
    readonly endWidth: number;
    /** Words stand below the marks: there is more than one kind of them. */
    readonly withWords: boolean;
}

const leastColumn = 76;
const mostWord = 132;
const mostColumn = 220;
const leastTitle = 148;
const mostTitle = 280;
const subStyle: Style = 'small';
/** The titles of the columns stand again after so many rows, where so many are still to come. */
const rowsBetweenHeads = 20;
const leastRowsBelowHead = 10;
/** Rows of a wider table have their titles at the right end as well, in px. */
const wideTable = 1600;
const endGap = 16;

/** All columns are as wide as the longest word needs; many of them make the sheet wider. */
export function matrixColumns(content: MatrixContent): MatrixColumns {
    const { rows, columns, kinds } = content;
    const withWords = kinds.filter(({ shape }) => !isNumber(shape)).length > 1;
    const word = (items: readonly AxisItem[], most: number): number =>
        Math.min(
            most,
            Math.max(
                0,
                ...items.flatMap(({ title }) => title.split(/\s+/u).map((each) => textWidth(each, fontOf('name')))),
                ...items.flatMap(({ sub }) => (sub ?? '').split(/\s+/u).map((each) => textWidth(each, fontOf(subStyle)))),
            ),
        );
    const flows = content.cells.flat(2).filter(({ shape }) => isNumber(shape));
    const least = Math.ceil(Math.max(leastColumn, word(columns, mostWord) + cellGap, ...[...kinds, ...flows].map((mark) => leastCellWidth(mark, withWords))));
    const countWidth = Math.ceil(Math.max(64, textWidth(captionText(countCaption(content)), fontOf('caption'))));
    const whole = Math.max(0, ...rows.map(({ title }) => textWidth(title, fontOf('name'))));
    const title = Math.ceil(Math.max(leastTitle, word(rows, mostTitle), Math.min(220, whole)) + 16);
    const inner = title + least * columns.length + countWidth;
    const endWidth = inner > wideTable ? title + endGap : 0;
    const width = Math.max(leastContent, Math.ceil((inner + endWidth) / 4) * 4);
    const columnWidth = Math.min(Math.max(least, mostColumn), (width - title - countWidth - endWidth) / Math.max(1, columns.length));
    return { width, titleWidth: width - countWidth - endWidth - columnWidth * columns.length, columnWidth, countWidth, endWidth, withWords };
}

/** `System`, or `From system` and `To system` where both axes are the same. */
function axisCaption({ axes }: MatrixContent, side: 'row' | 'column'): string {
    const noun = axisNouns[axes[side === 'row' ? 0 : 1]][0];
    return axes[0] === axes[1] ? `${side === 'row' ? 'from' : 'to'} ${noun}` : noun;
}

function countCaption({ axes }: MatrixContent): string {
    return capitalised(axisNouns[axes[1]][1]);
}

/** Rows, columns and their marks, with a count at each end. */
export function matrixTable(content: MatrixContent, columns: MatrixColumns): Block {
    const head = headBlock(content, columns);
    const marks: Mark[] = [...head.marks];
    const guides: Mark[] = [];
    let y = head.height;
    const stops = new Set([0, ...content.columnGroups.map(({ from }) => from), content.columns.length]);
    let sinceHead = 0;
    content.rows.forEach((row, index) => {
        const group = content.rowGroups.find(({ from }) => from === index);
        if (sinceHead >= rowsBetweenHeads && content.rows.length - index >= leastRowsBelowHead) {
            // Column titles again, so that no cell is far from the name of its column.
            marks.push(placeBlock(withoutThings(head), 0, y));
            y += head.height;
            sinceHead = 0;
        }
        if (group !== undefined) {
            const band = bandBlock(group.title, columns.width);
            marks.push(placeBlock(band, 0, y));
            y += band.height;
        }
        sinceHead += 1;
        const block = rowBlock(content, index, row, columns);
        marks.push(placeBlock(block, 0, y));
        y += block.height;
        const isLast = index === content.rows.length - 1;
        marks.push({ type: 'path', d: line(0, y, columns.width, y), style: isLast ? ['stroke-mark', 'w1'] : 'hairline' });
    });
    for (let index = 0; index <= content.columns.length; index += 1) {
        const x = columns.titleWidth + index * columns.columnWidth;
        guides.push({
            type: 'path',
            d: line(x, head.height, x, y),
            style: content.columnGroups.length > 0 && stops.has(index) ? ['stroke-mark', 'w1'] : 'hairline',
        });
    }
    const counts = countsBlock(content, columns);
    marks.push(placeBlock(counts, 0, y));
    y += counts.height;
    marks.push({ type: 'path', d: line(0, y, columns.width, y), style: 'rule' });
    return { width: columns.width, height: y, marks: [...guides, ...marks] };
}

function headBlock(content: MatrixContent, columns: MatrixColumns): Block {
    const { titleWidth, columnWidth, width, endWidth } = columns;
    const room = columnWidth - cellGap;
    const titles = content.columns.map(({ title }) => wrapText(title, room, fontOf('name')));
    const subs = content.columns.map(({ sub }) => wrapText(sub ?? '', room, fontOf(subStyle)));
    const tall = Math.max(0, ...titles.map((lines, index) => lines.length * 15 + (subs[index] ?? []).length * 14));
    const bands = content.columnGroups.map(({ title, count }) => wrapText(title, count * columnWidth - cellGap, fontOf('name')));
    const band = Math.max(0, ...bands.map((lines) => lines.length)) * 15 + (bands.length === 0 ? 0 : 9);
    const height = 32 + band + tall + 12;
    const marks: Mark[] = [
        { type: 'path', d: line(0, 0, width, 0), style: 'rule' },
        { type: 'text', x: 0, y: height - 15, text: captionText(axisCaption(content, 'row')), style: 'caption' },
        { type: 'text', x: titleWidth + cellGap / 2, y: 17, text: captionText(axisCaption(content, 'column')), style: 'caption' },
        { type: 'text', x: width - endWidth, y: height - 15, text: captionText(countCaption(content)), anchor: 'end', style: 'caption' },
    ];
    content.columnGroups.forEach(({ from }, index) =>
        marks.push(...textLines(bands[index] ?? [], titleWidth + from * columnWidth + cellGap / 2, 36, 15, ['name', 'fill-ink2'])),
    );
    content.columns.forEach((column, index) => {
        const [lines, sub] = [titles[index] ?? [], subs[index] ?? []];
        const x = titleWidth + index * columnWidth;
        const top = height - 12 - lines.length * 15 - sub.length * 14;
        marks.push({
            type: 'group',
            thing: thingOf(column, spokenTies(content, 'column', index)),
            marks: [
                { type: 'rect', x: x + 1, y: 24 + band, width: columnWidth - 2, height: height - band - 25, style: 'fill-canvas' },
                ...textLines(lines, x + columnWidth / 2, top + 12, 15, 'name', 'middle'),
                ...textLines(sub, x + columnWidth / 2, top + lines.length * 15 + 11, 14, subStyle, 'middle'),
            ],
        });
    });
    marks.push({ type: 'path', d: line(0, height, width, height), style: ['stroke-mark', 'w1'] });
    return { width, height, marks };
}

/** The same to look at; what it shows is named already. */
function withoutThings(block: Block): Block {
    return { ...block, marks: block.marks.map((mark) => (mark.type === 'group' ? { type: 'group', marks: mark.marks } : mark)) };
}

/** The name of a group of rows, over the whole width. */
function bandBlock(title: string, width: number): Block {
    const lines = wrapText(title, width - 16, fontOf('name'));
    const height = 28 + (lines.length - 1) * 16;
    return { width, height, marks: [{ type: 'rect', x: 0, y: 0, width, height, style: 'frame' }, ...textLines(lines, 8, 18, 16, ['name', 'fill-ink2'])] };
}

function rowBlock(content: MatrixContent, index: number, row: AxisItem, columns: MatrixColumns): Block {
    const { titleWidth, columnWidth, width, endWidth, withWords } = columns;
    const titles = wrapText(row.title, titleWidth - 16, fontOf('name'));
    const subs = wrapText(row.sub ?? '', titleWidth - 16, fontOf(subStyle));
    const words = titles.length * 15 + subs.length * 14;
    const cells = (content.cells[index] ?? []).map((marks) => cellBlock(marks, columnWidth, withWords));
    const height = Math.ceil(Math.max(36, words + 20, ...cells.map((cell) => cell.height + 18)));
    const top = (height - words) / 2;
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 1, width: titleWidth - 1, height: height - 2, style: 'fill-canvas' },
        ...textLines(titles, 0, top + 12, 15, 'name'),
        ...textLines(subs, 0, top + titles.length * 15 + 11, 14, subStyle),
        ...cells.map((cell, column) => placeBlock(cell, titleWidth + column * columnWidth, (height - cell.height) / 2)),
        ...countMarks(content.rowCounts[index] ?? 0, width - endWidth, height / 2 + 4, 'end'),
        ...(endWidth === 0
            ? []
            : textLines(wrapText(row.title, endWidth - endGap, fontOf('name')), width - endWidth + endGap, top + 12, 15, ['name', 'fill-ink2'])),
    ];
    return { width, height, marks: [{ type: 'group', thing: thingOf(row, spokenTies(content, 'row', index)), marks }] };
}

function countsBlock(content: MatrixContent, { titleWidth, columnWidth, width }: MatrixColumns): Block {
    const caption = captionText(axisNouns[content.axes[0]][1]);
    const marks: Mark[] = content.columnCounts.flatMap((count, index) => countMarks(count, titleWidth + (index + 0.5) * columnWidth, 22, 'middle'));
    return { width, height: 36, marks: [{ type: 'text', x: 0, y: 22, text: caption, style: 'caption' }, ...marks] };
}

/** A number, or a warning sign with a word where there is nothing. */
function countMarks(count: number, x: number, y: number, anchor: 'middle' | 'end'): Mark[] {
    if (count > 0) {
        return [{ type: 'text', x, y, text: String(count), anchor, style: ['cell', 'tabular', 'fill-ink2'] }];
    }
    const word = Math.ceil(textWidth('none', fontOf('name')));
    const left = anchor === 'end' ? x - word : x - word / 2 + 8;
    return [
        { type: 'icon', icon: 'warning', x: left - 18, y: y - 11.5, scale: 0.85, style: ['icon', 'stroke-amber'] },
        { type: 'text', x: left, y, text: 'none', style: ['name', 'fill-amber'] },
    ];
}

function thingOf(item: AxisItem, ties: string): ThingRef {
    return { kind: item.kind, id: item.id, label: `${item.title}: ${ties}` };
}

/** `Salesforce provides; Web shop planned`, or `no system`. */
function spokenTies(content: MatrixContent, side: 'row' | 'column', index: number): string {
    const [rowAxis, columnAxis] = content.axes;
    const others = side === 'row' ? content.columns : content.rows;
    const ties = others.flatMap(({ title }, other) => {
        const cell = (side === 'row' ? content.cells[index]?.[other] : content.cells[other]?.[index]) ?? [];
        return cell.length === 0 ? [] : [`${title} (${cell.map(({ word }) => word).join(', ')})`];
    });
    return ties.length > 0 ? ties.join('; ') : `no ${axisNouns[side === 'row' ? columnAxis : rowAxis][0]}`;
}
