import { placeBlock } from '../block.ts';
import type { Mark } from '../marks.ts';
import { badge, badgeHeight } from '../parts/badge.ts';
import { fontOf, linesWidth, roomForWords, textWidth, wrapText } from '../text-metrics.ts';
import type { LinkLabel } from './profile-parts.ts';

/** Words on a line are broken at this width, in px. */
const mostText = 116;
/** A single word is broken at this width, in px. */
const mostWord = 220;
const pitch = 15;
const glyph = 17;

export interface FlowWords {
    readonly number: string;
    readonly name?: string;
    readonly personal: boolean;
    /** Below the line: timing, the systems between. */
    readonly below: readonly string[];
}

/** The name above the line, the badge on it, timing and way below. */
export function flowLinkLabel({ number, name, personal, below }: FlowWords): LinkLabel {
    const pill = badge(number);
    const names = wrapText(name ?? '', roomForWords(name ?? '', fontOf('name'), mostText, mostWord), fontOf('name'));
    const lines = below.flatMap((text) => wrapText(text, roomForWords(text, fontOf('small'), mostText, mostWord), fontOf('small')));
    const widths = names.map((text, index) => textWidth(text, fontOf('name')) + (personal && index === names.length - 1 ? glyph : 0));
    const lonePerson = personal && names.length === 0;
    const width = Math.ceil(Math.max(pill.width + (lonePerson ? 2 * glyph : 0), ...widths, linesWidth(lines, fontOf('small'))));
    const lineY = names.length === 0 ? badgeHeight / 2 + 2 : 26 + (names.length - 1) * pitch;
    const marks: Mark[] = [];
    names.forEach((text, index) => {
        const x = (width - (widths[index] ?? 0)) / 2;
        const y = lineY - 14 - (names.length - 1 - index) * pitch;
        marks.push({ type: 'text', x, y, text, style: 'name' });
        if (personal && index === names.length - 1) {
            marks.push({ type: 'icon', icon: 'person', x: x + (widths[index] ?? 0) - 12, y: y - 10, scale: 0.95, style: 'fill-violet' });
        }
    });
    marks.push(placeBlock(pill, (width - pill.width) / 2, lineY - badgeHeight / 2));
    if (lonePerson) {
        marks.push({ type: 'icon', icon: 'person', x: (width + pill.width) / 2 + 5, y: lineY - 14, scale: 0.95, style: 'fill-violet' });
    }
    lines.forEach((text, index) => marks.push({ type: 'text', x: width / 2, y: lineY + 23 + index * pitch, text, anchor: 'middle', style: 'small' }));
    const height = lineY + (lines.length === 0 ? badgeHeight / 2 + 2 : 27 + (lines.length - 1) * pitch);
    return { block: { width, height, marks }, lineY };
}

/** Words above a line without a badge. */
export function useLinkLabel(words: readonly string[]): LinkLabel | undefined {
    const lines = words.flatMap((text) => wrapText(text, mostText, fontOf('branch')));
    if (lines.length === 0) {
        return undefined;
    }
    const style = ['small', 'fill-ink2'] as const;
    const lineY = 12 + lines.length * pitch - pitch + 8;
    return {
        block: {
            width: Math.ceil(linesWidth(lines, fontOf(style))),
            height: lineY + 4,
            marks: lines.map((text, index) => ({ type: 'text', x: 0, y: 12 + index * pitch, text, style })),
        },
        lineY,
    };
}
