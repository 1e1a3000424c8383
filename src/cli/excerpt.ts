import type { Finding } from './findings.ts';

/** A longer line is cut around the place that is marked, in characters. */
const longest = 160;

/** What of a line is shown for a place in it: before it, the place itself, and after it. */
export interface Excerpt {
    readonly before: string;
    readonly marked: string;
    readonly after: string;
}

/** The part of a line that is shown; a place over several lines is marked to the end of its first one. */
export function excerptOf(line: string, { start, end }: Pick<Finding, 'start' | 'end'>): Excerpt {
    const from = Math.min(start.column - 1, line.length);
    const to = end.line === start.line ? Math.min(Math.max(end.column - 1, from), line.length) : line.length;
    const first = from > longest / 2 && line.length > longest ? from - longest / 4 : 0;
    const last = Math.min(line.length, first + longest);
    return {
        before: `${first > 0 ? '…' : ''}${line.slice(first, from)}`,
        marked: line.slice(from, Math.min(to, last)),
        after: `${line.slice(Math.min(to, last), last)}${last < line.length ? '…' : ''}`,
    };
}
