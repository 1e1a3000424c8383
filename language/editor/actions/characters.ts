import { removePiece } from '../../edits/lines.ts';
import { quoted } from '../../names.ts';
import { type Fixer, here, type MistakePlace } from './mistake-place.ts';
import type { QuickFix } from './problem.ts';

/** LNG006: closes a text, a name or a comment before the braces and blanks that it swallowed. */
export const closeText: Fixer = (place) => {
    const { text, from, marked } = place;
    if (marked.startsWith('/*')) {
        const end = from + (/\/\*[\s\S]*?(?=(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)|$)/.exec(text.slice(from))?.[0].trimEnd().length ?? marked.length);
        return [{ title: 'Close the comment', preferred: true, edits: here(place, end, end, ' */') }];
    }
    const quote = marked.charAt(0);
    if (/^["`]\s*[{}]/.test(marked)) {
        return [{ title: `Remove ${quoted(quote)}`, preferred: true, edits: here(place, from, from + 1, '') }];
    }
    const end = from + marked.replace(/[\s{}]+$/, '').length;
    if (end === from + 1) return [{ title: `Add ${quoted(quote)}`, preferred: true, edits: here(place, end, end, quote) }];
    return [{ title: quote === '"' ? 'Close the text' : 'Close the name', preferred: true, edits: here(place, end, end, quote) }];
};

/** LNG007: writes what stands for characters of other languages, and removes what means nothing. */
export const rightCharacters: Fixer = (place) => {
    const { text, from, to, marked, message, document } = place;
    if (message.startsWith('An address stands in quotes')) return [write(place, `"${marked}"`)];
    const arrow = /^An arrow is written (\S+), not /.exec(message)?.[1];
    if (arrow !== undefined) return [write(place, arrow)];
    if (/^['\u201c\u201d\u201e\u2018\u00ab].*\S.$/u.test(marked)) return [write(place, `"${marked.slice(1, -1)}"`)];
    if (marked.startsWith('#') && message.startsWith('A comment')) return [write(place, marked.replace(/^#+/, '//'))];
    return [
        {
            title: `Remove ${quoted(marked)}`,
            preferred: true,
            certain: /^[=;]+$/.test(marked),
            edits: [{ document, change: removePiece(text, { from, to }) }],
        },
    ];
};

function write(place: MistakePlace, text: string): QuickFix {
    return { title: `Write ${quoted(text)}`, preferred: true, certain: true, edits: here(place, place.from, place.to, text) };
}
