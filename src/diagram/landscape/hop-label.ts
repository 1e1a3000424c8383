import type { Flow } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Mark } from '../marks.ts';
import { badge, badgeHeight } from '../parts/badge.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { timingWords } from '../words/timing-words.ts';
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

/** The label of a hop in every wording, the fullest first, the badge alone last; `withWords` for the first hop of a flow. */
export function hopLabels(flow: Flow, name: string | undefined, withWords: boolean): HopLabel[] {
    const alone = labelWith(flow, [], undefined);
    if (!withWords) {
        return [alone];
    }
    const timing = timingWords(flow);
    const font = fontOf('name');
    const timed = timing !== undefined && textWidth(timing, fontOf('small')) <= twoLines ? timing : undefined;
    const labels: HopLabel[] = [];
    const single = name === undefined ? [] : [name];
    if (name !== undefined) {
        if (textWidth(name, font) <= oneLine) {
            labels.push(labelWith(flow, single, timed));
        }
        const lines = wrapText(name, textWidth(name, font) / 2, font, { maxLines: 2 });
        if (lines.length === 2 && linesWidth(lines, font) <= twoLines) {
            labels.push(labelWith(flow, lines, timed));
        }
    }
    if (timed !== undefined) {
        labels.push(labelWith(flow, [], timed));
    }
    return [...labels, alone];
}

function labelWith(flow: Flow, lines: readonly string[], timing: string | undefined): HopLabel {
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
    return { block: { width, height, marks }, lineX: width / 2, lineY, badgeWidth: pill.width, badgeHeight, runs };
}
