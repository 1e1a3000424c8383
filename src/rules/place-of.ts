import type { SourceRange } from '../model/source-range.ts';
import type { Spot } from './rule.ts';
import { scan } from '../../language/edits/text-scan.ts';
import type { TextLines } from './text-lines.ts';

/** What is marked for a spot: the word of its property where the declaration has it, else the name. */
export function placeOf({ source, nameSource, property }: Spot, lines: TextLines | undefined): SourceRange {
    return (property === undefined ? undefined : wordOf(property, source, lines)) ?? nameSource ?? source;
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
