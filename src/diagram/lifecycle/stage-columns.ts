import type { CrmModel } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { leastContent } from '../parts/page.ts';
import { line } from '../paths.ts';
import type { Style } from '../style-names.ts';
import { captionText } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import type { LifecycleContent } from './lifecycle-content.ts';

/** One column for each stage, all of one width, in px. */
export interface StageColumns {
    readonly width: number;
    readonly pitch: number;
    /** Of cards and texts. */
    readonly cellWidth: number;
    /** Where a column starts. */
    bound(index: number): number;
    /** Where cards and texts of a column start: the notch of its chevron lies before it. */
    x(index: number): number;
}

const leastPitch = 160;
const mostPitch = 240;
const mostCell = 340;

/** Columns share the common sheet; many stages, or long words, make it wider. */
export function stageColumns(model: CrmModel, content: LifecycleContent): StageColumns {
    const count = Math.max(1, content.stages.length);
    const longest = (texts: readonly string[], style: Style): number =>
        Math.max(0, ...texts.flatMap((text) => text.split(/\s+/u)).map((word) => textWidth(word, fontOf(style))));
    const stages = content.stages.map(({ stage }) => stage);
    const activities = stages.flatMap((stage) => stage.activities);
    const used = new Set(activities.flatMap(({ systems }) => systems));
    const wanted = Math.max(
        longest(
            stages.map(({ title }) => title),
            'lifecycle-title',
        ) + 44,
        longest(
            activities.map(({ title }) => title),
            'name',
        ) + 56,
        longest(
            model.systems.filter(({ id }) => used.has(id)).map(({ title }) => title),
            'small',
        ) + 56,
        longest(
            content.stages.flatMap(({ metrics }) => metrics.map(({ title }) => title)),
            'name',
        ) + 24,
    );
    const least = Math.max(leastPitch, Math.min(mostPitch, Math.ceil(wanted)));
    const width = Math.max(leastContent, Math.ceil((least * count) / 4) * 4);
    const pitch = width / count;
    return { width, pitch, cellWidth: Math.min(mostCell, pitch - 16), bound: (index) => index * pitch, x: (index) => index * pitch + (index === 0 ? 0 : 10) };
}

export interface StageSection {
    readonly caption: string;
    /** Quiet words beside the caption. */
    readonly note?: string;
    /** Where the cells start, below the hairline. */
    readonly top: number;
    readonly bottom: number;
    /** The baseline of the first line of a cell. */
    readonly baseline: number;
    /** One for each stage; a dash stands where there is none. */
    readonly cells: readonly (Block | undefined)[];
}

/** A hairline, a caption, and a cell for each stage. */
export function stageSection(section: StageSection, columns: StageColumns): Block {
    const head = sectionHead(section.caption, section.note, columns.width);
    const top = section.top + head.height;
    const marks: Mark[] = [...head.marks];
    let height = 0;
    section.cells.forEach((cell, index) => {
        marks.push(
            cell
                ? placeBlock(cell, columns.x(index), top)
                : { type: 'text', x: columns.x(index), y: top + section.baseline, text: '–', style: ['body', 'fill-ink3'] },
        );
        height = Math.max(height, cell?.height ?? 18);
    });
    return { width: columns.width, height: Math.ceil(top + height + section.bottom), marks };
}

/** Hairline, caption and note; the height counts from the caption's baseline. */
export function sectionHead(caption: string, note: string | undefined, width: number): Block {
    const noteX = Math.ceil(textWidth(captionText(caption), fontOf('caption'))) + 13;
    const notes = wrapText(note ?? '', width - noteX, fontOf('small'));
    return {
        width,
        height: 20 + Math.max(0, notes.length - 1) * 15,
        marks: [
            { type: 'path', d: line(0, 0, width, 0), style: 'hairline' },
            { type: 'text', x: 0, y: 20, text: captionText(caption), style: 'caption' },
            ...notes.map((text, index): Mark => ({ type: 'text', x: noteX, y: 20 + index * 15, text, style: 'small' })),
        ],
    };
}
