import type { CrmModel } from '../../model/crm-model.ts';
import type { HopLabel } from '../landscape/landscape-parts.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import { dataTitle } from './trace-cards.ts';
import type { Tie } from './trace-content.ts';

const mostWidth = 190;
/** Of words beside a line that runs downwards. */
const mostBeside = 128;
const pitch = 14;

/** What ties two boxes, in the fewest words: `frontstage`, `uses Contact.Phone within 1 hour`, `captures Lead`. */
export function tieWords(model: CrmModel, tie: Tie): string {
    switch (tie.kind) {
        case 'role':
            return tie.role;
        case 'channel':
            return `carries ${tie.channel.title}`;
        case 'uses':
            return `uses ${dataTitle(model, tie.target)}${tie.freshWithin === undefined ? '' : ` within ${durationWords(tie.freshWithin)}`}`;
        case 'captures':
            return `captures ${dataTitle(model, tie.target)}`;
        case 'consent':
            return `consent for ${dataTitle(model, tie.entity)}`;
    }
}

/** The words at a line, half of them above it, half below; where there is no room for them they are left to the table. */
export function tieLabels(words: readonly string[], direction: 'right' | 'down' = 'right'): HopLabel[] {
    const none: HopLabel = { block: { width: 0, height: 0, marks: [] }, lineX: 0, lineY: 0, badgeWidth: 0, badgeHeight: 0, runs: 'any' };
    const groups = words.map((text) => wrapText(text, direction === 'right' ? mostWidth : mostBeside, fontOf('small')));
    const lines = groups.flat();
    if (lines.length === 0) {
        return [none, none];
    }
    if (direction === 'down') {
        return [besideLine(lines), none];
    }
    const above = groups.slice(0, Math.ceil(groups.length / 2)).flat();
    const below = lines.slice(above.length);
    const width = Math.ceil(linesWidth(lines, fontOf('small')) / 2) * 2;
    const under = below.length === 0 ? 2 : below.length * pitch + 6;
    // Room is kept for as much below the line as above it.
    const lineY = Math.max(above.length * pitch + 5, under);
    const height = lineY + under;
    const style = ['small', 'fill-ink2'] as const;
    const marks = [
        ...textLines(above, width / 2, lineY - above.length * pitch + 6, pitch, style, 'middle'),
        ...textLines(below, width / 2, lineY + 16, pitch, style, 'middle'),
    ];
    return [{ block: { width, height, marks }, lineX: width / 2, lineY, badgeWidth: 8, badgeHeight: 8, runs: 'level' }, none];
}

/** The words at the right of a line that runs downwards. */
function besideLine(lines: readonly string[]): HopLabel {
    const width = Math.ceil(linesWidth(lines, fontOf('small'))) + 10;
    const height = lines.length * pitch + 4;
    const marks = textLines(lines, 10, 13, pitch, ['small', 'fill-ink2']);
    return { block: { width, height, marks }, lineX: 2, lineY: height / 2, badgeWidth: 4, badgeHeight: 4, runs: 'upright' };
}
