import type { AstNode } from 'langium';
import { daysIn } from '../calendar.ts';
import { quoted } from '../names.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const datedTypes = [
    'Team',
    'Goal',
    'Metric',
    'Segment',
    'Persona',
    'Channel',
    'Region',
    'Capability',
    'System',
    'Entity',
    'Flow',
    'Journey',
    'Initiative',
    'MapInfo',
    'Evidence',
];
const dateProperties = ['since', 'until', 'reviewed', 'due', 'updated', 'date'];

/** LNG023: a day that the calendar has. */
function realDate(node: AstNode, { report }: CheckContext): void {
    for (const property of dateProperties) {
        const text = textOf(node, property);
        const wrong = text === undefined ? undefined : mistakeOfDate(text);
        if (text !== undefined && wrong !== undefined) report('LNG023', `${quoted(text)} is no date. ${wrong}`, { node, property, write: realDateOf(text) });
    }
}

/** LNG023: what ends, begins before. */
function untilAfterSince(node: AstNode, { report }: CheckContext): void {
    const since = textOf(node, 'since');
    const until = textOf(node, 'until');
    if (since === undefined || until === undefined || mistakeOfDate(since) !== undefined || mistakeOfDate(until) !== undefined || until >= since) return;
    report('LNG023', `It ends ${until}, before it begins ${since}. Write a later date.`, { node, property: 'until' });
}

/** Why a text is no ISO date, in words; undefined where it is one. */
export function mistakeOfDate(text: string): string | undefined {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    const [, year, month, day] = (match ?? []).map(Number);
    if (year === undefined || month === undefined || day === undefined) return 'Write it as year-month-day with two digits each, such as 2026-09-30.';
    const name = monthNames[month - 1];
    if (name === undefined) return 'Months go from 01 to 12.';
    const days = daysIn(year, month);
    return day >= 1 && day <= days ? undefined : `${name} ${year} has ${days} days.`;
}

/** The date that is meant: with two digits each, and within its month. */
function realDateOf(text: string): string | undefined {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    if (month < 1 || month > 12) return undefined;
    return [String(year).padStart(4, '0'), ...[month, Math.min(Math.max(day, 1), daysIn(year, month))].map((part) => String(part).padStart(2, '0'))].join('-');
}

function textOf(node: AstNode, property: string): string | undefined {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
    return typeof value === 'string' ? value : undefined;
}

export const dateChecks: CheckTable = Object.fromEntries(datedTypes.map((type) => [type, [realDate as Check, untilAfterSince as Check]]));
