import type { Entity, Field } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { copyStyle } from '../fields/samples.ts';
import type { Block, Mark } from '../marks.ts';
import { line } from '../paths.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';

/** A field with the numbers of the interfaces that fill and read it. */
export interface CentreRow {
    readonly field: Field;
    /** For the ear. */
    readonly label: string;
    readonly filledBy: readonly string[];
    readonly readBy: readonly string[];
    /** Lines that end at the row, on the side with more of them. */
    readonly lines: number;
}

export interface CentreCard {
    readonly block: Block;
    readonly rows: readonly { readonly field: string; readonly y: number }[];
}

const side = 8;
const leastWidth = 216;
const mostName = 176;
const rowHeight = 32;
const chipHeight = 16;
const chipGap = 4;
const chipPitch = 20;
/** Between two lines that end at one row. */
export const rowPitch = 10;
/** Chips of one field that stand side by side. */
const chipsAcross = 2;

/** The entity with its fields; as high as it needs or `least` px. */
export function centreCard(entity: Entity, rows: readonly CentreRow[], least: number): CentreCard {
    const across = (lists: readonly (readonly string[])[]): number => Math.max(32, ...lists.map((list) => Math.max(0, ...chipLines(list).map(chipsWidth))));
    const left = across(rows.map((row) => row.filledBy));
    const names = rows.map((row) => wrapText(row.field.name, mostName, fontOf('name')));
    const rowWidths = rows.map(
        (row, index) => 2 * side + left + 8 + linesWidth(names[index] ?? [], fontOf('name')) + marksWidth(row.field) + 12 + across([row.readBy]),
    );
    const titles = wrapText(entity.title, Math.max(leastWidth - 48, mostName), fontOf('table-title'));
    const captions = textWidth('FILLED BY', fontOf('caption')) + textWidth('READ BY', fontOf('caption')) + 32;
    const wanted = Math.max(...rowWidths, linesWidth(titles, fontOf('table-title')) + 48, captions);
    const width = Math.ceil(Math.max(leastWidth, wanted) / 4) * 4;
    const nameX = side + left + 8;
    const marks: Mark[] = [
        { type: 'icon', icon: 'diamond', x: 10, y: 14, scale: 1.1, style: entity.master ? 'fill-blue' : copyStyle },
        ...textLines(titles, 32, 26, 20, 'table-title'),
    ];
    let y = 64 + (titles.length - 1) * 20;
    marks.push({ type: 'text', x: side, y: y - 8, text: captionText('Filled by'), style: 'caption' });
    marks.push({ type: 'text', x: width - side, y: y - 8, text: captionText('Read by'), anchor: 'end', style: 'caption' });
    const places = rows.map((row, index) => {
        const lines = names[index] ?? [];
        const [filled, read] = [chipLines(row.filledBy), chipLines(row.readBy)];
        const height = Math.max(rowHeight, 16 + lines.length * 16, 12 + Math.max(filled.length, read.length) * chipPitch, 24 + (row.lines - 1) * rowPitch);
        const baseline = y + 20;
        marks.push({
            type: 'group',
            thing: { kind: 'field', id: row.field.id, label: row.label },
            inner: true,
            marks: [
                { type: 'path', d: line(0, y, width, y), style: 'hairline' },
                ...chips(filled, side, y + 8, 'start'),
                ...textLines(lines, nameX, baseline, 16, row.filledBy.length + row.readBy.length === 0 ? ['name', 'fill-ink2'] : 'name'),
                ...fieldMarks(row.field, nameX + textWidth(lines[lines.length - 1] ?? '', fontOf('name')), baseline + (lines.length - 1) * 16),
                ...chips(read, width - side, y + 8, 'end'),
            ],
        });
        const place = { field: row.field.id, y: y + Math.max(16, 12 + ((row.lines - 1) * rowPitch) / 2) };
        y += height;
        return place;
    });
    if (rows.length === 0) {
        const words = wrapText('No field is stated.', width - 2 * side, fontOf('body'));
        marks.push({ type: 'path', d: line(0, y, width, y), style: 'hairline' }, ...textLines(words, side, y + 20, 16, 'body'));
        y += 16 + words.length * 16;
    }
    const height = Math.ceil(Math.max(least, y + 4) / 4) * 4;
    return { block: { width, height, marks: [{ type: 'rect', x: 0, y: 0, width, height, radius: 8, style: ['card', 'emphasis'] }, ...marks] }, rows: places };
}

function marksWidth(field: Field): number {
    return (field.required ? 15 : 0) + (field.personal ? 18 : 0) + (field.key ? 22 : 0);
}

function fieldMarks(field: Field, from: number, baseline: number): Mark[] {
    const marks: Mark[] = [];
    let x = from;
    if (field.required) {
        marks.push({ type: 'icon', icon: 'required', x: x + 4, y: baseline - 11.5, scale: 0.8, style: ['stroke-ink', 'w15'] });
        x += 15;
    }
    if (field.personal) {
        marks.push({ type: 'icon', icon: 'person', x: x + 6, y: baseline - 10.5, scale: 0.95, style: 'fill-violet' });
        x += 18;
    }
    if (field.key) {
        marks.push({ type: 'icon', icon: 'key', x: x + 4, y: baseline - 12, style: ['stroke-ink', 'w15'] });
    }
    return marks;
}

function chipLines(numbers: readonly string[]): string[][] {
    return Array.from({ length: Math.ceil(numbers.length / chipsAcross) }, (_, index) => numbers.slice(index * chipsAcross, (index + 1) * chipsAcross));
}

function chipWidth(number: string): number {
    return Math.max(32, Math.ceil(textWidth(number, fontOf(['tag', 'tabular']))) + 8);
}

function chipsWidth(numbers: readonly string[]): number {
    return numbers.reduce((width, number) => width + chipWidth(number) + chipGap, -chipGap);
}

function chips(lines: readonly (readonly string[])[], x: number, y: number, anchor: 'start' | 'end'): Mark[] {
    return lines.flatMap((numbers, index) => {
        let left = anchor === 'start' ? x : x - chipsWidth(numbers);
        return numbers.map((number) => {
            const mark = placeBlock(chip(number), left, y + index * chipPitch);
            left += chipWidth(number) + chipGap;
            return mark;
        });
    });
}

function chip(number: string): Block {
    const width = chipWidth(number);
    return {
        width,
        height: chipHeight,
        marks: [
            { type: 'rect', x: 0, y: 0, width, height: chipHeight, radius: 8, style: 'card' },
            { type: 'text', x: width / 2, y: 12, text: number, anchor: 'middle', style: ['tag', 'tabular'] },
        ],
    };
}
