import type { Touchpoint } from '../../model/crm-model.ts';
import type { IconName } from '../icon-names.ts';
import type { Mark } from '../marks.ts';
import type { Style, StyleName } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import type { DrawnLane } from './journey-parts.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { columnSpan } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

interface Entry {
    readonly icon: IconName;
    readonly colour: StyleName;
    readonly text: string;
    readonly style: Style;
}

/** What the customer thinks and does, and what delights them, below each touchpoint. */
export function thoughtLane(grid: JourneyGrid): DrawnLane | undefined {
    const marks: Mark[] = [];
    let bottom = 0;
    for (const column of grid.columns) {
        const entries = entriesOf(column.touchpoint);
        const span = columnSpan(grid, column, (next) => entriesOf(next.touchpoint).length === 0);
        let y = 23.5;
        for (const entry of entries) {
            const lines = wrapText(entry.text, Math.min(span.width - 40, 220), fontOf(entry.style));
            marks.push({ type: 'icon', icon: entry.icon, x: column.x + 10, y: y - 11.5, scale: 0.9, style: ['icon', entry.colour] });
            marks.push(...textLines(lines, column.x + 32, y, 15, entry.style));
            y += lines.length * 15 + 6;
            bottom = Math.max(bottom, y);
        }
    }
    if (marks.length === 0) {
        return undefined;
    }
    const label = laneLabel(laneName(grid));
    const height = Math.max(label.height, Math.ceil((bottom - 8) / 4) * 4);
    return { type: 'drawn', name: 'thoughts', arrows: [], label: { ...label, height }, body: { width: grid.width, height, marks } };
}

function entriesOf(touchpoint: Touchpoint | undefined): Entry[] {
    if (touchpoint === undefined) {
        return [];
    }
    return [
        ...touchpoint.thoughts.map((text): Entry => ({ icon: 'thought', colour: 'stroke-ink3', text: `\u201c${text}\u201d`, style: 'thought-text' })),
        ...touchpoint.actions.map((text): Entry => ({ icon: 'action', colour: 'stroke-ink3', text, style: 'cell' })),
        ...touchpoint.delights.map((text): Entry => ({ icon: 'delight', colour: 'stroke-green', text, style: 'cell' })),
    ];
}

function laneName(grid: JourneyGrid): string {
    const touchpoints = grid.columns.flatMap((column) => column.touchpoint ?? []);
    const kinds = [
        ...(touchpoints.some((touchpoint) => touchpoint.thoughts.length > 0) ? ['Thoughts'] : []),
        ...(touchpoints.some((touchpoint) => touchpoint.actions.length > 0) ? ['Actions'] : []),
        ...(touchpoints.some((touchpoint) => touchpoint.delights.length > 0) ? ['Delights'] : []),
    ];
    const [first = '', second] = kinds;
    return second === undefined ? first : `${first} and ${second.toLowerCase()}`;
}
