import type { SourceRange } from '../model/source-range.ts';

type Position = SourceRange['start'];

/** The texts of a map's files by name, each with its lines counted once, when they are asked for. */
export function linesByFile(texts: ReadonlyMap<string, string>): (file: string) => TextLines | undefined {
    const known = new Map<string, TextLines>();
    return (file) => {
        const text = texts.get(file);
        if (text !== undefined && !known.has(file)) known.set(file, new TextLines(text));
        return known.get(file);
    };
}

/** A text in which places are lines and characters, and in which they are offsets. Lines end with LF, CRLF or CR. */
export class TextLines {
    readonly text: string;
    private readonly starts: readonly number[];

    constructor(text: string) {
        this.text = text;
        this.starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
    }

    offsetOf({ line, character }: Position): number {
        return Math.min((this.starts[line] ?? this.text.length) + character, this.text.length);
    }

    positionOf(offset: number): Position {
        let [low, high] = [0, this.starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((this.starts[middle] ?? 0) <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low, character: offset - (this.starts[low] ?? 0) };
    }

    rangeOf(file: string, start: number, length: number): SourceRange {
        return { file, start: this.positionOf(start), end: this.positionOf(start + length) };
    }
}

/** Below 0 where the first place stands before the second. */
export function comparePositions(a: Position, b: Position): number {
    return a.line - b.line || a.character - b.character;
}
