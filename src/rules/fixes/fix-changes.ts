import { addToBody, bodyOf, type Piece } from '../../../language/edits/body.ts';
import { atTop, declareAfter, lineBefore, removePiece } from '../../../language/edits/lines.ts';
import type { TextChange } from '../../../language/edits/text-change.ts';
import { endOfLastPiece, scan, type TextToken } from '../../../language/edits/text-scan.ts';
import type { SourceRange } from '../../model/source-range.ts';
import type { TextLines } from '../text-lines.ts';
import type { Fix, FixEdit } from './fix.ts';

/** A change of one file, with lines and characters from 0. */
export interface FixChange {
    readonly place: SourceRange;
    readonly text: string;
}

/**
 * What a fix changes in the texts that it was made for; undefined where one of them is not there.
 *
 * @param linesOf the texts of the map's files, by the names that the model's source ranges have (`linesByFile`)
 */
export function changesOf({ edits }: Fix, linesOf: (file: string) => TextLines | undefined): FixChange[] | undefined {
    const changes: FixChange[] = [];
    for (const edit of edits) {
        const file = fileOf(edit);
        const lines = linesOf(file);
        if (!lines) return undefined;
        const { from, to, text: written } = changeOf(edit, lines);
        changes.push({ place: lines.rangeOf(file, from, to - from), text: written });
    }
    return changes;
}

function fileOf(edit: FixEdit): string {
    switch (edit.kind) {
        case 'swap':
            return edit.in.file;
        case 'replace':
            return edit.piece.file;
        case 'declare':
            return edit.file;
        case 'setting':
            return edit.map.file;
        default:
            return edit.to.file;
    }
}

function changeOf(edit: FixEdit, lines: TextLines): TextChange {
    const { text } = lines;
    const pieceOf = ({ start, end }: SourceRange): Piece => ({ from: lines.offsetOf(start), to: lines.offsetOf(end) });
    switch (edit.kind) {
        case 'add':
            return addToBody(text, pieceOf(edit.to), edit.lines, edit.before && lines.offsetOf(edit.before.start));
        case 'append': {
            const piece = pieceOf(edit.to);
            const end = endOfLastPiece(text, piece.from, bodyOf(text, piece)?.open ?? piece.to);
            return { from: end, to: end, text: ` ${edit.words}` };
        }
        case 'prefix': {
            const { from } = pieceOf(edit.to);
            return { from, to: from, text: `${edit.words} ` };
        }
        case 'swap': {
            const piece = pieceOf(edit.in);
            const found = wordsOf(text, piece, edit.word, edit.count);
            if (found && edit.words === '') return removePiece(text, found);
            return found ? { ...found, text: edit.words } : addToBody(text, piece, [edit.words], edit.before && lines.offsetOf(edit.before.start));
        }
        case 'replace': {
            const piece = pieceOf(edit.piece);
            return edit.text === '' ? removePiece(text, piece) : { ...piece, text: edit.text };
        }
        case 'declare':
            return edit.after === 'imports' ? atTop(text, edit.text) : declareAfter(text, edit.after && pieceOf(edit.after), edit.text);
        case 'above':
            return lineBefore(text, lines.offsetOf(edit.to.start), edit.line);
        case 'setting':
            return settingOf(text, pieceOf(edit.map), edit.code, edit.severity);
    }
}

/** Another severity where the rule is set already, else one more line of `rules`, which is added where it is not there. */
function settingOf(text: string, map: Piece, code: string, severity: string): TextChange {
    const rules = wordsOf(text, map, 'rules', 1);
    if (!rules) return addToBody(text, map, [`rules { ${code} ${severity} }`]);
    const block = bodyOf(text, { from: rules.from, to: map.to });
    if (!block) return addToBody(text, map, [`rules { ${code} ${severity} }`]);
    const piece = { from: rules.from, to: block.close + 1 };
    const known = wordsOf(text, piece, code, 2);
    return known ? { ...known, text: `${code} ${severity}` } : addToBody(text, piece, [`${code} ${severity}`]);
}

/** Properties whose value is a word or a name, which may read like a property itself: `supports status`. */
const named = new Set(
    (
        'owner tags function unit supports by segment system region category environment provides classification lifecycle basis survivorship match as from pattern ' +
        'timing via auth alert key conflict kind metric in persona state channel frontstage backstage support uses captures delivers changes addresses status severity ' +
        'impact effort default'
    ).split(' '),
);

/** Which of some words are values: those behind a property that takes a name, with further ones behind commas, and the name of a declaration without a body. */
function namesAmong(words: readonly TextToken[], text: string): ReadonlySet<number> {
    const values = new Set<number>();
    for (const [index, { text: word, offset }] of words.entries()) {
        const before = words[index - 1];
        if (!before) continue;
        const between = text.slice(before.offset + before.text.length, offset);
        const isBehind = between.trim() === '' && !values.has(index - 1) && (named.has(before.text) || /^(?:pain|opportunity|activity)$/.test(before.text));
        if (word !== ':' && (isBehind || (values.has(index - 1) && /^\s*[.,]\s*$/.test(between)))) values.add(index);
    }
    return values;
}

/** Some words of a declaration's own that begin with a known one, and the text that directly follows them, as a timetable does. */
function wordsOf(text: string, piece: Piece, word: string, count: number): Piece | undefined {
    const own = bodyOf(text, piece) ? 1 : 0;
    let depth = 0;
    const words = [...scan(text, piece.from, piece.to)].filter(({ text: sign, offset }) => {
        if (sign === '{') depth++;
        else if (sign === '}') depth--;
        else return depth === own || offset === piece.from;
        return false;
    });
    const values = namesAmong(words, text);
    const first = words.findIndex((token, index) => token.kind === 'word' && token.text === word && words[index + 1]?.text !== ':' && !values.has(index));
    const last = words[first + count - 1];
    const start = words[first];
    if (!start || !last) return undefined;
    const end = last.offset + last.text.length;
    const following = count > 1 ? (/^\s*"(?:\\[^\r\n]|[^"\\\r\n])*"/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { from: start.offset, to: end + following };
}
