import type { CrmModel } from '../../model/crm-model.ts';
import type { HopLabel } from '../landscape/landscape-parts.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import { dataTitle } from './trace-cards.ts';
import type { Tie } from './trace-content.ts';

const mostWidth = 190;
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
export function tieLabels(words: readonly string[]): HopLabel[] {
    const none: HopLabel = { block: { width: 0, height: 0, marks: [] }, lineX: 0, lineY: 0, badgeWidth: 0, badgeHeight: 0, runs: 'any' };
    const groups = words.map((text) => wrapText(text, mostWidth, fontOf('small')));
    const lines = groups.flat();
    if (lines.length === 0) {
        return [none, none];
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
