import type { Life } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { copyStyle } from '../fields/samples.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { tag } from '../parts/badge.ts';
import { line } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, roomForWords, textWidth, wrapText } from '../text-metrics.ts';
import { lifeLook } from '../parts/life-look.ts';

/** A system beside the entity, with what it holds of the concept. */
export interface OuterSystem {
    readonly icon: IconName;
    readonly title: string;
    readonly subtitle: string;
    readonly life?: Life;
    readonly tags: readonly string[];
    readonly entities: readonly OuterEntity[];
    /** What overlays add. */
    readonly facts: readonly OuterFact[];
}

export interface OuterFact {
    readonly key: string;
    readonly value: string;
}

export interface OuterEntity {
    readonly thing: ThingRef;
    readonly title: string;
    readonly master: boolean;
    readonly personal: boolean;
    /** Small words below it. */
    readonly notes: readonly string[];
}

const textX = 48;
const side = 10;
/** Between words and the right border. */
const end = 6;
const factGap = 12;
const mostWord = 280;

/** The width in px at which neither title nor entities wrap. */
export function outerCardWidth(system: OuterSystem): number {
    const head = textX + Math.max(textWidth(system.title, fontOf('card-title')), textWidth(system.subtitle, fontOf('body'))) + end;
    const rows = system.entities.map((entity) => 32 + textWidth(entity.title, fontOf('entity')) + 32);
    const facts = system.facts.map(({ key, value }) => 2 * side + textWidth(key, fontOf('body')) + factGap + textWidth(value, fontOf('body')));
    return Math.ceil(Math.max(head, ...rows, ...facts));
}

/** The width in px at which no word is broken that is shorter than `mostWord`. */
export function leastOuterWidth(system: OuterSystem): number {
    const head = Math.max(roomForWords(system.title, fontOf('card-title'), 0, mostWord), roomForWords(system.subtitle, fontOf('body'), 0, mostWord));
    const rows = system.entities.map((entity) => 32 + roomForWords(entity.title, fontOf('entity'), 0, mostWord) + 32);
    return Math.ceil(Math.max(textX + head + end, ...rows));
}

/** The card, so wide, and as high as it needs or `least`. */
export function outerCard(system: OuterSystem, width: number, least: number): Block {
    const faded = system.life === 'retiring' || system.life === 'retired';
    const titles = wrapText(system.title, width - textX - end, fontOf('card-title'));
    const subtitles = wrapText(system.subtitle, width - textX - end, fontOf('body'));
    const marks: Mark[] = [
        { type: 'rect', x: side, y: 10, width: 28, height: 28, radius: 6, style: 'sunk' },
        { type: 'icon', icon: system.icon, x: 16, y: 16, style: ['icon', 'stroke-ink'] },
        ...textLines(titles, textX, subtitles.length === 0 && titles.length === 1 ? 29 : 22, 16, faded ? ['card-title', 'fill-ink2'] : 'card-title'),
        ...textLines(subtitles, textX, 38 + (titles.length - 1) * 16, 16, 'body'),
    ];
    let y = Math.max(50, 38 + (titles.length - 1) * 16 + (subtitles.length - 1) * 16 + 12);
    if (system.tags.length + system.entities.length + system.facts.length > 0) {
        marks.push({ type: 'path', d: line(side, y, width - side, y), style: 'hairline' });
    }
    for (const entity of system.entities) {
        const row = entityRow(entity, width);
        marks.push({ type: 'group', y, thing: entity.thing, inner: true, marks: row.marks });
        y += row.height;
    }
    for (const fact of system.facts) {
        const row = factRow(fact, width);
        marks.push(placeBlock(row, 0, y));
        y += row.height;
    }
    if (system.tags.length > 0) {
        let x = side;
        for (const block of system.tags.map(tag)) {
            marks.push(placeBlock(block, x, y + 7));
            x += block.width + 6;
        }
        y += 26;
    }
    const height = Math.ceil(Math.max(least, y + 8) / 4) * 4;
    const look = lifeLook(system.life);
    return { width, height, marks: [{ type: 'rect', x: 0, y: 0, width, height, radius: 8, style: look }, ...marks] };
}

/** Key left, value right; below the key where it is long. */
function factRow({ key, value }: OuterFact, width: number): Block {
    const keyWidth = textWidth(key, fontOf('body')) + factGap;
    const beside = wrapText(value, width - 2 * side - keyWidth, fontOf('body'));
    const isBeside = beside.length === 1;
    const lines = isBeside ? beside : wrapText(value, width - 2 * side, fontOf('body'));
    return {
        width,
        height: 20 + (isBeside ? 0 : lines.length * 16),
        marks: [
            { type: 'text', x: side, y: 18, text: key, style: ['body', 'fill-ink3'] },
            ...textLines(lines, width - side, isBeside ? 18 : 34, 16, 'body', 'end'),
        ],
    };
}

function entityRow(entity: OuterEntity, width: number): Block {
    const titles = wrapText(entity.title, width - 32 - 32, fontOf('entity'));
    const notes = entity.notes.flatMap((note) => wrapText(note, width - 32 - side, fontOf('small')));
    const last = 18 + (titles.length - 1) * 16;
    return {
        width,
        height: last + 6 + notes.length * 15,
        marks: [
            { type: 'icon', icon: 'diamond', x: 12, y: 8, style: entity.master ? 'fill-blue' : copyStyle },
            ...textLines(titles, 32, 18, 16, 'entity'),
            ...(entity.personal ? [{ type: 'icon', icon: 'person', x: width - 24, y: 8, style: 'fill-violet' } as const] : []),
            ...textLines(notes, 32, last + 16, 15, 'small'),
        ],
    };
}

export interface OuterTouchpoint {
    readonly title: string;
    readonly channel?: { readonly icon: IconName; readonly title: string };
    /** Small words below the title. */
    readonly notes: readonly string[];
}

/** A touchpoint as a card: channel on top, title below. */
export function touchpointCard({ title, channel, notes }: OuterTouchpoint, width: number, least: number): Block {
    const titles = wrapText(title, width - 2 * side, fontOf('name'));
    const channels = channel === undefined ? [] : wrapText(channel.title, width - 31 - side, fontOf('small'));
    const noteLines = notes.flatMap((note) => wrapText(note, width - 2 * side, fontOf('small')));
    const first = channel === undefined ? 24 : 45 + (channels.length - 1) * 15;
    const last = first + (titles.length - 1) * 16;
    const height = Math.ceil(Math.max(least, last + noteLines.length * 15 + (noteLines.length > 0 ? 2 : 0) + 16) / 4) * 4;
    return {
        width,
        height,
        marks: [
            { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: 'card' },
            ...(channel === undefined ? [] : [{ type: 'icon', icon: channel.icon, x: side, y: 9, style: ['icon', 'stroke-ink2'] } as const]),
            ...textLines(channels, 31, 21, 15, 'small'),
            ...textLines(titles, side, first, 16, 'name'),
            ...textLines(noteLines, side, last + 17, 15, 'small'),
        ],
    };
}
