import type { Entity } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { FieldRowContent } from '../fields/field-row.ts';
import { fieldRow, fieldRowWidth } from '../fields/field-row.ts';
import { copyStyle } from '../fields/samples.ts';
import type { Block, Mark } from '../marks.ts';
import { tag } from '../parts/badge.ts';
import { line } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { label } from '../words/vocabulary-words.ts';
import { lifeLook } from '../parts/life-look.ts';

/** An entity of the system before it has a size. */
export interface EntityContent {
    readonly entity: Entity;
    readonly facts: readonly { readonly key: string; readonly value: string }[];
    readonly rows: readonly FieldRowContent[];
    /** How many references come in. */
    readonly entries: number;
}

export interface EntityCard {
    readonly block: Block;
    /** The middle of each field's first line, from the top. */
    readonly levels: ReadonlyMap<string, number>;
    readonly entry: { readonly y: number; readonly pitch: number };
}

const entryPitch = 14;
const entryTop = 20;
const rowHeight = 32;
const textX = 34;
const side = 12;
const narrowest = 220;

/** One width in px for all cards of a picture. */
export function entityCardWidth(contents: readonly EntityContent[], widest: number): number {
    const wanted = contents.flatMap(({ entity, rows, facts }) => [
        textX + textWidth(entity.title, fontOf('card-title')) + side,
        ...rows.map(fieldRowWidth),
        ...facts.map(({ key, value }) => 2 * side + textWidth(key, fontOf('body')) + 16 + textWidth(value, fontOf('body'))),
    ]);
    return Math.ceil(Math.min(widest, Math.max(narrowest, ...wanted)) / 4) * 4;
}

/** The card of the width: name and facts on top, a row for each field. */
export function entityCard({ entity, facts, rows, entries }: EntityContent, width: number): EntityCard {
    const faded = entity.life === 'retiring' || entity.life === 'retired';
    const titles = wrapText(entity.title, width - textX - side, fontOf('card-title'));
    const purposes = wrapText(entity.purpose ?? '', width - textX - side, fontOf('small'));
    const marks: Mark[] = [
        { type: 'icon', icon: 'diamond', x: 14, y: 14, style: entity.master ? 'fill-blue' : copyStyle },
        ...textLines(titles, textX, 25, 18, faded ? ['card-title', 'fill-ink2'] : 'card-title'),
        ...textLines(purposes, textX, 42 + (titles.length - 1) * 18, 15, 'small'),
    ];
    let y = 40 + (titles.length - 1) * 18 + purposes.length * 15;
    if (entity.life !== undefined && entity.life !== 'active') {
        marks.push(placeBlock(tag(label(entity.life)), textX, y - 2));
        y += 24;
    }
    y = Math.ceil(Math.max(y, entryTop + Math.max(0, entries - 1) * entryPitch + 16) / 4) * 4;
    if (facts.length > 0) {
        marks.push({ type: 'path', d: line(side, y, width - side, y), style: 'hairline' });
        let baseline = y + 18;
        for (const { key, value } of facts) {
            const keyWidth = textWidth(key, fontOf('body'));
            const values = wrapText(value, width - 2 * side - keyWidth - 16, fontOf('body'));
            marks.push(...textLines([key], side, baseline, 16, ['body', 'fill-ink3']), ...textLines(values, width - side, baseline, 16, 'body', 'end'));
            baseline += 18 + (values.length - 1) * 16;
        }
        y = Math.ceil((baseline - 18 + 10) / 4) * 4;
    }
    const levels = new Map<string, number>();
    rows.forEach((content, index) => {
        const row = fieldRow(content, width, rowHeight);
        levels.set(content.field.id, y + rowHeight / 2);
        marks.push(row.draw(y, row.height, index === rows.length - 1));
        y += row.height;
    });
    if (rows.length === 0) {
        marks.push({ type: 'path', d: line(0, y, width, y), style: 'hairline' }, ...textLines(['No field is stated.'], side, y + 21, 16, 'body'));
        y += rowHeight;
    }
    const look = lifeLook(entity.life);
    const block: Block = { width, height: y, marks: [{ type: 'rect', x: 0, y: 0, width, height: y, radius: 8, style: look }, ...marks] };
    return { block, levels, entry: { y: entryTop, pitch: entryPitch } };
}

/** A small card for an entity of another system. */
export function outsideCard(entity: { readonly title: string; readonly master: boolean }, system: string, entries: number): EntityCard {
    const most = 180;
    const titles = wrapText(entity.title, most, fontOf('name'));
    const systems = wrapText(`in ${system}`, most, fontOf('small'));
    const width = Math.ceil((textX + Math.max(linesWidth(titles, fontOf('name')), linesWidth(systems, fontOf('small'))) + side) / 4) * 4;
    const words = 22 + (titles.length - 1) * 16 + systems.length * 15 + 12;
    const height = Math.ceil(Math.max(words, entryTop + Math.max(0, entries - 1) * entryPitch + 20) / 4) * 4;
    const entryY = Math.round((height - Math.max(0, entries - 1) * entryPitch) / 4) * 2;
    const block: Block = {
        width,
        height,
        marks: [
            { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: ['fill-frame', 'stroke-edge', 'w1'] },
            { type: 'icon', icon: 'diamond', x: 14, y: 12, style: entity.master ? 'fill-blue' : copyStyle },
            ...textLines(titles, textX, 22, 16, 'name'),
            ...textLines(systems, textX, 22 + (titles.length - 1) * 16 + 16, 15, 'small'),
        ],
    };
    return { block, levels: new Map(), entry: { y: entryY, pitch: entryPitch } };
}
