import type { Finding } from '../findings.ts';
import { printable } from '../printable.ts';
import type { Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands by which GitHub Actions shows findings on the lines of a pull request. */
export const github: Report = {
    word: 'github',
    text: ({ findings, problems }) =>
        [
            ...problems.map(({ file, message }) => command('error', { file, title: 'crmmap' }, `${file} ${message}`)),
            ...findings.map((finding) => command(levels[finding.severity], placeOf(finding), finding.message)),
        ].join(''),
};

function placeOf({ file, start, end, code }: Finding): Readonly<Record<string, string | number>> {
    const place = { file, line: start.line, endLine: end.line, title: code };
    // GitHub shows columns of one line only, and counts the last one in.
    return start.line === end.line ? { ...place, col: start.column, endColumn: Math.max(start.column, end.column - 1) } : place;
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
    const list = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
    return `::${level} ${list.join(',')}::${escaped(message)}\n`;
}

/** A text cannot end the command or begin another one. */
function escaped(text: string): string {
    return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
