import type { System } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { categoryIcon } from '../icon-names.ts';
import type { Memory } from '../memory.ts';
import type { Block, GroupMark, Mark, ThingRef } from '../marks.ts';
import { tag } from '../parts/badge.ts';
import { line } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import type { Font } from '../text-metrics.ts';
import { fontOf, linesWidth, roomForWords, textWidth, wrapText } from '../text-metrics.ts';
import { lifeLook } from '../parts/life-look.ts';

/** What a card says of its system. */
export interface CardContent {
    readonly system: Pick<System, 'title' | 'category' | 'life'>;
    /** Vendor and owner. */
    readonly subtitle?: string;
    /** The region's code, where the group's frame does not say it. */
    readonly code?: string;
    /** `Retiring`, `Planned` and their like. */
    readonly tags: readonly string[];
    readonly entities: readonly CardEntity[];
    readonly facts: readonly CardFact[];
    /** Stand below the facts, apart. */
    readonly lists: readonly CardFact[];
}

export interface CardEntity {
    readonly thing: ThingRef;
    readonly title: string;
    readonly master: boolean;
    readonly personal: boolean;
}

export interface CardFact {
    readonly key: string;
    /** A line each; long ones are broken. */
    readonly values: readonly string[];
}

/** The narrowest card, and where lines of text are broken, in px. */
const leastWidth = 160;
const mostText = 184;
/** Up to this width in px a single word is not broken. */
const mostWord = 280;
/** Title and subtitle of a card widen it up to this, in px. */
const mostHead = 520;
const padding = 12;
const headHeight = 52;
const textX = 50;

/** A part of the card below its head; drawn for a width, and never higher for a wider one. */
interface Section {
    readonly width: number;
    readonly height: number;
    readonly draw: (width: number) => readonly Mark[];
}

/** The width in px that a card's words need. */
export function cardWidth(content: CardContent): number {
    const head = headOf(content);
    const widths = sectionsOf(content).map((section) => section.width);
    return Math.ceil(Math.max(leastWidth, head.width, ...widths) / 4) * 4;
}

/** The card, so wide, and as high as it needs or `minHeight`. */
export function systemCard(content: CardContent, width: number, minHeight: number): Block {
    const head = headOf(content);
    const marks: Mark[] = [...head.draw(width)];
    let y = head.height;
    for (const section of sectionsOf(content)) {
        marks.push({ type: 'path', d: line(padding, y, width - padding, y), style: 'hairline' });
        marks.push({ type: 'group', y, marks: section.draw(width) });
        y += section.height;
    }
    const height = Math.ceil(Math.max(minHeight, y + (y > head.height ? 8 : 4)) / 4) * 4;
    const look = lifeLook(content.system.life);
    return { width, height, marks: [{ type: 'rect', x: 0, y: 0, width, height, radius: 8, style: look }, ...marks] };
}

/** As `systemCard`: the same block again where the last picture had it. */
export function cardBlock(content: CardContent, width: number, minHeight: number, memory: Memory): Block {
    const block = memory.of('card', [content, width, minHeight], () => systemCard(content, width, minHeight));
    memory.keep(block.marks);
    return block;
}

function roomFor(text: string, font: Font): number {
    return roomForWords(text, font, mostText, mostWord);
}

/** Two lines, as wide as they must be for that; more only of a text that would make the card too wide. */
function headLines(text: string, font: Font): string[] {
    const lines = wrapText(text, roomFor(text, font), font, { maxLines: 2 });
    return linesWidth(lines, font) <= mostHead ? lines : wrapText(text, mostHead, font);
}

function headOf(content: CardContent): Section {
    const { system, subtitle, code } = content;
    const titles = headLines(system.title, fontOf('card-title'));
    const subtitles = headLines(subtitle ?? '', fontOf('body'));
    const codeWidth = code === undefined ? 0 : textWidth(code, fontOf('region')) + 12;
    const subtitleY = 40 + (titles.length - 1) * 18;
    const faded = system.life === 'retiring' || system.life === 'retired';
    // A name alone stands in the middle of its tile.
    const titleY = subtitles.length === 0 && titles.length === 1 ? 31 : 24;
    return {
        width: textX + Math.max(linesWidth(titles, fontOf('card-title')) + codeWidth, linesWidth(subtitles, fontOf('body'))) + padding + 2,
        height: headHeight + (titles.length - 1) * 18 + Math.max(0, subtitles.length - 1) * 16,
        draw: (width) => [
            { type: 'rect', x: 12, y: 12, width: 28, height: 28, radius: 6, style: 'sunk' },
            { type: 'icon', icon: categoryIcon(system.category), x: 18, y: 18, style: ['icon', 'stroke-ink'] },
            ...textLines(titles, textX, titleY, 18, faded ? ['card-title', 'fill-ink2'] : 'card-title'),
            ...textLines(subtitles, textX, subtitleY, 16, 'body'),
            ...(code === undefined ? [] : textLines([code], width - padding, titleY, 16, 'region', 'end')),
        ],
    };
}

function sectionsOf(content: CardContent): Section[] {
    const rows = [...(content.tags.length > 0 ? [tagRow(content.tags)] : []), ...content.entities.map(entityRow)];
    return [
        ...(rows.length > 0 ? [stacked(rows, 4)] : []),
        ...(content.facts.length > 0 ? [factList(content.facts, 20)] : []),
        ...(content.lists.length > 0 ? [factList(content.lists, 18)] : []),
    ];
}

function stacked(sections: readonly Section[], below: number): Section {
    return {
        width: Math.max(...sections.map((section) => section.width)),
        height: sections.reduce((sum, section) => sum + section.height, 0) + below,
        draw: (width) => {
            let y = 0;
            return sections.map((section): GroupMark => {
                const mark: GroupMark = { type: 'group', y, marks: section.draw(width) };
                y += section.height;
                return mark;
            });
        },
    };
}

function tagRow(words: readonly string[]): Section {
    const blocks = words.map(tag);
    return {
        width: blocks.reduce((sum, block) => sum + block.width + 8, 2 * padding),
        height: 28,
        draw: () => {
            let x = padding;
            return blocks.map((block) => {
                const mark = placeBlock(block, x, 8);
                x += block.width + 8;
                return mark;
            });
        },
    };
}

function entityRow(entity: CardEntity): Section {
    const lines = wrapText(entity.title, roomFor(entity.title, fontOf('entity')), fontOf('entity'));
    return {
        width: 34 + linesWidth(lines, fontOf('entity')) + (entity.personal ? 18 + 13 : padding),
        height: 24 + (lines.length - 1) * 16,
        draw: (width) => [
            {
                type: 'group',
                thing: entity.thing,
                inner: true,
                marks: [
                    { type: 'icon', icon: 'diamond', x: 14, y: 8, style: entity.master ? 'fill-blue' : ['fill-none', 'stroke-mark', 'w15'] },
                    ...textLines(lines, 34, 18, 16, 'entity'),
                    ...(entity.personal ? [{ type: 'icon', icon: 'person', x: width - 25, y: 8, style: 'fill-violet' } as const] : []),
                ],
            },
        ],
    };
}

function factList(facts: readonly CardFact[], pitch: number): Section {
    const rows = facts.map((fact) => ({ key: fact.key, lines: fact.values.flatMap((value) => wrapText(value, mostText - 24, fontOf('body'))) }));
    const lineCount = rows.reduce((sum, row) => sum + Math.max(1, row.lines.length), 0);
    return {
        width: Math.max(...rows.map((row) => textWidth(row.key, fontOf('body')) + 16 + linesWidth(row.lines, fontOf('body')))) + 2 * padding,
        height: lineCount * pitch + 8,
        draw: (width) => {
            let y = 19;
            return rows.flatMap((row) => {
                const marks = [
                    ...textLines([row.key], padding, y, pitch, ['body', 'fill-ink3']),
                    ...textLines(row.lines, width - padding, y, pitch, 'body', 'end'),
                ];
                y += Math.max(1, row.lines.length) * pitch;
                return marks;
            });
        },
    };
}
