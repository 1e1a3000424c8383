import { plural } from './plural.ts';
import { displayWidth, tabWidth } from '../../language/format/display-width.ts';
import type { Finding, Place, Severity } from './findings.ts';
import { printable, printableLine } from './printable.ts';
import { excerptOf } from './excerpt.ts';

/** The text of a line, counted from 1; undefined where the file is not known. */
export type LineReader = (file: string, line: number) => string | undefined;

const colours = { error: '31', warning: '33', info: '36', bold: '1', faint: '2' } as const;
type Paint = (look: keyof typeof colours, text: string) => string;

/** A finding for people: where and what, the line of the text with a marker under it, and what it is related to. */
export function prettyFinding(finding: Finding, lineReader: LineReader, colour: boolean): string {
    const paint: Paint = (look, text) => (colour ? `\u001b[${colours[look]}m${text}\u001b[0m` : text);
    const head = `${paint('bold', whereOf(finding))} ${paint(finding.severity, finding.severity)} ${paint('faint', finding.code)} ${printableLine(finding.message)}`;
    const related = finding.related.map((place) => `    ${paint('bold', whereOf(place))} ${printableLine(place.message)}\n`);
    const fix = finding.fixes?.find(({ preferred }) => preferred);
    const advice = fix ? `    ${paint('faint', 'fix:')} ${printableLine(fix.title)}\n` : '';
    return `${head}\n${excerpt(finding, finding.severity, lineReader, paint)}${related.join('')}${advice}`;
}

function whereOf({ file, start }: Place): string {
    return `${printableLine(file)}:${start.line}:${start.column}`;
}

function excerpt({ file, start, end }: Place, severity: Severity, lineReader: LineReader, paint: Paint): string {
    const line = lineReader(file, start.line);
    if (line === undefined) return '';
    const cut = excerptOf(line, { start, end });
    const [before, marked, after] = [shown(cut.before), shown(cut.marked), shown(cut.after)];
    const gutter = String(start.line);
    const marker = paint(severity, '^'.repeat(Math.max(1, displayWidth(marked))));
    return `  ${paint('faint', `${gutter} |`)} ${`${before}${marked}${after}`.trimEnd()}\n  ${' '.repeat(gutter.length)} ${paint('faint', '|')} ${' '.repeat(displayWidth(before))}${marker}\n`;
}

function shown(text: string): string {
    return printable(text).replaceAll('\t', ' '.repeat(tabWidth));
}

/** `2 errors and 1 warning in 3 files.` */
export function summaryLine(counts: { readonly files: number; readonly error: number; readonly warning: number; readonly info: number }): string {
    const parts = [plural(counts.error, 'error'), plural(counts.warning, 'warning')];
    if (counts.info > 0) parts.push(plural(counts.info, 'note'));
    const last = parts.pop() ?? '';
    const found = counts.error + counts.warning + counts.info === 0 ? 'Nothing found' : `${parts.join(', ')} and ${last}`;
    return `${found} in ${plural(counts.files, 'file')}.`;
}
