import { removePiece } from '../../edits/lines.ts';
import { lineBreakOf } from '../../edits/text-change.ts';
import { endOfLine } from '../../edits/text-scan.ts';
import { quoted } from '../../names.ts';
import { type Fixer, here, type MistakePlace } from './mistake-place.ts';
import type { QuickFix } from './problem.ts';

/** Mistakes whose way out may be taken unasked: it is a matter of form, or of a letter in a known word. */
const certain = new Set(['LNG001', 'LNG002', 'LNG003', 'LNG004', 'LNG007', 'LNG020', 'LNG025', 'LNG041']);

/** Writes what the check or the parser says stands there, or one of several things that could. */
export const writeInstead: Fixer = (place) => {
    const { data, marked } = place;
    // A brace that an open text swallowed takes no room, so that it cannot be removed.
    if (data.write === '' && marked === '') return [];
    const first = [...(data.write === undefined ? [] : [instead(place, data.write)]), ...(data.behind === undefined ? [] : [behind(place, data.behind)])];
    const choices = (data.choices ?? []).filter((choice) => choice !== data.write);
    const isOnly = first.length === 0 && choices.length === 1;
    return [
        ...first.map((fix) => ({ ...fix, preferred: true, certain: certain.has(place.code) })),
        ...choices.map((choice) => ({ ...instead(place, choice), preferred: isOnly })),
    ];
};

function instead(place: MistakePlace, write: string): QuickFix {
    const { text, from, to, marked, document } = place;
    if (write === '') return { title: `Remove ${shown(marked)}`, edits: [{ document, change: removePiece(text, { from, to }) }] };
    const start = /^[,\n]/.test(write) ? from - (/[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0) : from;
    const written = write.replaceAll('\n', lineBreakOf(text));
    return { title: `Write ${shown(write.replace(/^[,\n]\s*/, ''))}`, edits: here(place, start, to, written) };
}

function behind(place: MistakePlace, words: string): QuickFix {
    const { text, to } = place;
    const at = words.startsWith('\n') ? endOfLine(text, to) : to;
    return { title: `Add ${shown(words.trim())}`, edits: here(place, at, at, words.replaceAll('\n', lineBreakOf(text))) };
}

function shown(text: string): string {
    const line = text.replaceAll(/\s+/g, ' ');
    return quoted(line.length > 60 ? `${line.slice(0, 59)}…` : line);
}
