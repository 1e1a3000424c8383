import type { Flow as ModelFlow } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Mark } from '../marks.ts';
import type { Memory } from '../memory.ts';
import { badge, badgeHeight } from '../parts/badge.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, roomForWords, textWidth, wrapText } from '../text-metrics.ts';
import type { HopLabel } from './landscape-parts.ts';

/** From the top of a one-line label to its line, and from there to the bottom. */
const half = 24;
const lineHeight = 16;
const glyph = 12;
const glyphGap = 6;
/** Above this a name is broken into two lines, in px. */
const oneLine = 220;
/** Above this a name is left to the register. */
const twoLines = 280;

/** Where lines run downwards, text beside them is broken at this width, in px. */
const beside = 128;

/** What a label says of its flow. */
type Flow = Pick<ModelFlow, 'number' | 'personal'>;

/** What is said at a line, beside its number. */
export interface HopWords {
    readonly name?: string;
    /** The timing, and what an overlay adds. */
    readonly below?: string;
}

/** The label of a hop in every wording, the fullest first, the badge alone last. A hop without words has the badge only. */
export function hopLabels(flow: Flow, words: HopWords | undefined, direction: 'right' | 'down'): HopLabel[] {
    const alone = labelOn(flow, [], undefined);
    if (words === undefined) {
        return [alone];
    }
    const { name, below } = words;
    const timed = below !== undefined && textWidth(below, fontOf('small')) <= twoLines ? below : undefined;
    const wordings =
        direction === 'right'
            ? nameLines(name)
            : name === undefined
              ? []
              : [wrapText(name, roomForWords(name, fontOf('name'), beside, oneLine), fontOf('name'))].filter((lines) => lines.length <= 3);
    const build = direction === 'right' ? labelOn : labelBeside;
    return [...wordings.map((lines) => build(flow, lines, timed)), ...(timed === undefined ? [] : [build(flow, [], timed)]), alone];
}

/** As `hopLabels`: the same labels again where the last picture had them. */
export function labelsFor({ number, personal }: Flow, words: HopWords | undefined, direction: 'right' | 'down', memory: Memory): readonly HopLabel[] {
    const labels = memory.of('label', [number, personal, words, direction], () => hopLabels({ number, personal }, words, direction));
    for (const { block } of labels) memory.keep(block.marks);
    return labels;
}

/** A name on one line where it is short enough, and on two. */
function nameLines(name: string | undefined): (readonly string[])[] {
    if (name === undefined) {
        return [];
    }
    const font = fontOf('name');
    const width = textWidth(name, font);
    const lines = wrapText(name, width / 2, font, { maxLines: 2 });
    return [...(width <= oneLine ? [[name]] : []), ...(lines.length === 2 && linesWidth(lines, font) <= twoLines ? [lines] : [])];
}

/** The badge on an upright line, the words at its right. */
function labelBeside(flow: Flow, lines: readonly string[], timing: string | undefined): HopLabel {
    const pill = badge(flow.number);
    const x = pill.width + 6;
    const timed = timing === undefined ? [] : wrapText(timing, beside, fontOf('small'));
    const height = Math.max(badgeHeight, (lines.length + timed.length) * lineHeight + 2);
    const last = textWidth(lines[lines.length - 1] ?? '', fontOf('name'));
    const person = flow.personal && lines.length > 0;
    const width = Math.ceil(x + Math.max(linesWidth(lines, fontOf('name')), person ? last + glyphGap + glyph : 0, linesWidth(timed, fontOf('small'))));
    const marks: Mark[] = [
        placeBlock(pill, 0, (height - badgeHeight) / 2),
        ...textLines(lines, x, 13, lineHeight, 'name'),
        ...textLines(timed, x, 13 + lines.length * lineHeight, lineHeight, 'small'),
    ];
    if (person) {
        marks.push({ type: 'icon', icon: 'person', x: x + last + glyphGap, y: lines.length * lineHeight - 13, style: 'fill-violet' });
    }
    return {
        block: { width, height, marks },
        lineX: pill.width / 2,
        lineY: height / 2,
        badgeWidth: pill.width,
        badgeHeight,
        runs: 'upright',
        named: lines.length > 0,
    };
}

/** The badge on a level line, the name above and the timing below. */
function labelOn(flow: Flow, lines: readonly string[], timing: string | undefined): HopLabel {
    const pill = badge(flow.number);
    const font = fontOf('name');
    const widths = lines.map((line, index) => textWidth(line, font) + (index === lines.length - 1 && flow.personal ? glyphGap + glyph : 0));
    const width = Math.ceil(Math.max(pill.width, ...widths, timing === undefined ? 0 : textWidth(timing, fontOf('small'))) / 2) * 2;
    const lineY = lines.length === 0 ? badgeHeight / 2 : half + (lines.length - 1) * lineHeight;
    const marks: Mark[] = [];
    lines.forEach((text, index) => {
        const y = lineY - 14 - (lines.length - 1 - index) * lineHeight;
        const isLast = index === lines.length - 1;
        if (isLast && flow.personal) {
            const x = (width - (widths[index] ?? 0)) / 2;
            marks.push({ type: 'text', x, y, text, style: 'name' });
            marks.push({ type: 'icon', icon: 'person', x: x + (widths[index] ?? 0) - glyph, y: y - 10, style: 'fill-violet' });
        } else {
            marks.push({ type: 'text', x: width / 2, y, text, anchor: 'middle', style: 'name' });
        }
    });
    marks.push(placeBlock(pill, (width - pill.width) / 2, lineY - badgeHeight / 2));
    if (timing !== undefined) {
        marks.push({ type: 'text', x: width / 2, y: lineY + 23, text: timing, anchor: 'middle', style: 'small' });
    }
    const height = lineY + (timing === undefined ? badgeHeight / 2 : half + 3);
    const runs = lines.length === 0 && timing === undefined ? 'any' : 'level';
    return { block: { width, height, marks }, lineX: width / 2, lineY, badgeWidth: pill.width, badgeHeight, runs, named: lines.length > 0 };
}
