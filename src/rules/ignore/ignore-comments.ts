import type { SourceRange } from '../../model/source-range.ts';
import { lineComments } from '../../../language/edits/text-scan.ts';
import type { TextLines } from '../text-lines.ts';

/** A comment `// crmmap-ignore RULE[, RULE]: reason`. */
export interface IgnoreComment {
    readonly codes: readonly string[];
    readonly reason?: string;
    /** The comment itself. */
    readonly source: SourceRange;
}

const form = /^\/\/\s*crmmap-ignore\b([^:]*)(?::(.*))?$/;

/** The comments of a file that silence rules, in the order of the text. */
export function ignoreCommentsOf(file: string, lines: TextLines): IgnoreComment[] {
    if (!lines.text.includes('crmmap-ignore')) return [];
    return lineComments(lines.text).flatMap(({ text, offset }) => {
        const match = form.exec(text);
        if (!match) return [];
        const codes = (match[1] ?? '').split(/[\s,]+/).filter((code) => code !== '');
        const reason = match[2]?.trim();
        return [{ codes: [...new Set(codes)], reason: reason === '' ? undefined : reason, source: lines.rangeOf(file, offset, text.trimEnd().length) }];
    });
}
