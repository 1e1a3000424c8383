import type { Cell, ExportTable } from '../tables/table.ts';

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, lines end in CRLF. A text that a spreadsheet would take for a formula
 * begins with an apostrophe, as OWASP advises, so that a map from a stranger computes nothing.
 */
export function csvOf({ columns, rows }: ExportTable): string {
    return byteOrderMark + [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
    if (cell === undefined) return '';
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
    if (typeof cell === 'number') return String(cell);
    const safe = /^[\s\u00a0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
    return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
