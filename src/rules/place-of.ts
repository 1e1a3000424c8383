import type { SourceRange } from '../model/source-range.ts';
import type { Spot } from './rule.ts';
import { scan } from '../../language/edits/text-scan.ts';
import type { TextLines } from './text-lines.ts';

/** Words that were found in texts: by the place of the declaration, which is another object once its file is read again, and by property. */
export type MarkedPlaces = WeakMap<SourceRange, Map<string, SourceRange | undefined>>;

/** What is marked for a spot: the word of its property where the declaration has it, else the name. */
export function placeOf({ source, nameSource, property }: Spot, lines: TextLines | undefined, known?: MarkedPlaces): SourceRange {
    return (property === undefined ? undefined : knownWord(property, source, lines, known)) ?? nameSource ?? source;
}

function knownWord(property: string, source: SourceRange, lines: TextLines | undefined, known: MarkedPlaces | undefined): SourceRange | undefined {
    if (!known) return wordOf(property, source, lines);
    let words = known.get(source);
    if (!words) known.set(source, (words = new Map()));
    if (!words.has(property)) words.set(property, wordOf(property, source, lines));
    return words.get(property);
}

/** The first word of the declaration's own that is the property; what stands in the declarations that it holds does not count. */
function wordOf(property: string, source: SourceRange, lines: TextLines | undefined): SourceRange | undefined {
    if (!lines) return undefined;
    let depth = 0;
    let word: { readonly text: string; readonly offset: number } | undefined;
    for (const token of scan(lines.text, lines.offsetOf(source.start), lines.offsetOf(source.end))) {
        // A colon makes the word before it a name.
        if (word && token.text !== ':') break;
        word = undefined;
        if (token.text === '{') depth++;
        else if (token.text === '}') depth--;
        else if (token.kind === 'word' && token.text === property && depth <= 1) word = token;
    }
    return word && lines.rangeOf(source.file, word.offset, word.text.length);
}
