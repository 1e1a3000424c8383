import type { IgnoreComment } from '../ignore/ignore-comments.ts';
import { quoted } from '../words.ts';
import type { Fix } from './fix.ts';

/** Gives a comment that silences rules a reason, or another code for one of its own. */
export function commentWith(comment: IgnoreComment, code?: string, instead?: string): Fix {
    const codes = comment.codes.map((known) => (known === code && instead !== undefined ? instead : known));
    const title = instead === undefined ? 'Add a reason' : `Write ${quoted(instead)}`;
    return { title, edits: [{ kind: 'replace', piece: comment.source, text: textOf(codes, comment.reason) }] };
}

/** Takes a code out of a comment, and the comment away when it silences nothing else. */
export function commentWithout(comment: IgnoreComment, code?: string): Fix {
    const codes = comment.codes.filter((known) => known !== code);
    const isLast = codes.length === 0 || code === undefined;
    const title = isLast ? 'Remove the comment' : `Remove ${quoted(code)} from the comment`;
    return { title, certain: true, edits: [{ kind: 'replace', piece: comment.source, text: isLast ? '' : textOf(codes, comment.reason) }] };
}

function textOf(codes: readonly string[], reason = 'write the reason here'): string {
    return `// crmmap-ignore ${codes.join(', ')}: ${reason}`;
}
