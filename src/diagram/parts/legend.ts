import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { line } from '../paths.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';

export interface LegendEntry {
    /** The real mark at real size; no sample for a line of words. */
    readonly sample?: Block;
    readonly label: string;
}

export interface LegendGroup {
    readonly caption: string;
    readonly entries: readonly LegendEntry[];
}

export interface LegendOptions {
    /** Of the content, in px. */
    readonly width: number;
    readonly groups: readonly LegendGroup[];
    /** Columns with captions (without it), or all entries in rows without captions. */
    readonly form?: 'columns' | 'row';
    /** A hairline on top; there without it. */
    readonly rule?: boolean;
    /** Quiet words at the right end of a row legend, such as `– not stated`. */
    readonly note?: string;
}

const pitch = 20;
const labelGap = 12;
const mostLabel = 180;

/** The legend, 0,0 at its top left; nothing at all (height 0) without an entry. */
export function legend(options: LegendOptions): Block {
    const groups = options.groups.filter((group) => group.entries.length > 0);
    if (groups.length === 0 && !options.note) {
        return { width: options.width, height: 0, marks: [] };
    }
    const body = options.form === 'row' ? rowLegend(groups, options) : columnLegend(groups, options.width);
    if (options.rule === false) {
        return body;
    }
    return { ...body, marks: [{ type: 'path', d: line(0, 0, options.width, 0), style: 'hairline' }, ...body.marks] };
}

function columnLegend(groups: readonly LegendGroup[], width: number): Block {
    const columns = groups.map((group) => column(group, Math.min(mostLabel, width - 80)));
    const slot = width / Math.max(4, columns.length);
    const inSlots = columns.every((block, index) => block.width + (index < columns.length - 1 ? 16 : 0) <= slot);
    const marks: Mark[] = [];
    let x = 0;
    let y = 0;
    let bandHeight = 0;
    const total = columns.reduce((sum, block) => sum + block.width, 0);
    const gap = columns.length > 1 ? Math.max(24, Math.min(64, (width - total) / (columns.length - 1))) : 0;
    columns.forEach((block, index) => {
        if (inSlots) {
            x = index * slot;
        } else if (x > 0 && x + block.width > width) {
            x = 0;
            y += bandHeight + 8;
            bandHeight = 0;
        }
        marks.push(placeBlock(block, x, y));
        bandHeight = Math.max(bandHeight, block.height);
        x += block.width + gap;
    });
    return { width, height: y + bandHeight, marks };
}

function column(group: LegendGroup, labelWidth: number): Block {
    const font = fontOf('body');
    const sampleWidth = Math.max(0, ...group.entries.map((entry) => entry.sample?.width ?? 0));
    const textX = sampleWidth > 0 ? sampleWidth + labelGap : 0;
    const captions = wrapText(captionText(group.caption), textX + labelWidth, fontOf('caption'));
    const marks: Mark[] = textLines(captions, 0, 22, 14, 'caption');
    let width = linesWidth(captions, fontOf('caption'));
    let y = 30 + (captions.length - 1) * 14;
    for (const entry of group.entries) {
        const lines = wrapText(entry.label, labelWidth, font);
        const firstHeight = Math.max(pitch, (entry.sample?.height ?? 0) + 4);
        const middle = y + firstHeight / 2;
        if (entry.sample) {
            marks.push(placeBlock(entry.sample, (sampleWidth - entry.sample.width) / 2, middle - entry.sample.height / 2));
        }
        marks.push(...textLines(lines, textX, middle + 4, 16, 'body'));
        width = Math.max(width, textX + linesWidth(lines, font));
        y += firstHeight + Math.max(0, lines.length - 1) * 16;
    }
    return { width: Math.ceil(width), height: y, marks };
}

function rowLegend(groups: readonly LegendGroup[], options: LegendOptions): Block {
    const { width, note, rule = true } = options;
    const font = fontOf('body');
    const marks: Mark[] = [];
    const top = rule ? 12 : 0;
    let x = 0;
    let row = 0;
    const middleOf = (index: number): number => top + 12 + index * 24;
    for (const entry of groups.flatMap((group) => group.entries)) {
        const sample = entry.sample;
        const textX = sample ? sample.width + 10 : 0;
        const lines = wrapText(entry.label, Math.max(40, width - textX), font);
        const entryWidth = textX + linesWidth(lines, font);
        if (x > 0 && x + entryWidth > width) {
            x = 0;
            row += 1;
        }
        if (sample) {
            marks.push(placeBlock(sample, x, middleOf(row) - sample.height / 2));
        }
        marks.push(...textLines(lines, x + textX, middleOf(row) + 4, 16, 'body'));
        row += Math.max(0, lines.length - 1);
        x += Math.ceil(entryWidth) + 24;
    }
    if (note) {
        if (x > 0 && x + textWidth(note, font) > width) {
            row += 1;
        }
        marks.push({ type: 'text', x: width, y: middleOf(row) + 4, text: note, anchor: 'end', style: ['body', 'fill-ink3'] });
    }
    return { width, height: top + (row + 1) * 24, marks };
}
