import type { SourceRange } from '../../model/source-range.ts';
import { comparePositions } from '../text-lines.ts';
import { quoted } from '../words.ts';

/** A way out of what a rule finds, said beside the rule; `fix-changes.ts` makes changes of the text of it. */
export interface Fix {
    /** What it does, such as ``Add `owner it` ``. */
    readonly title: string;
    readonly edits: readonly FixEdit[];
    /** It says nothing that only the author can know, so that it may be done unasked. */
    readonly certain?: boolean;
}

/** A change to a declaration, in terms of the map; all offsets and blanks are found in the text. */
export type FixEdit =
    /** Adds properties, or things that it holds, before the first thing inside that `before` tells. */
    | { readonly kind: 'add'; readonly to: SourceRange; readonly lines: readonly string[]; readonly before?: SourceRange }
    /** Adds words at the end of a declaration, before its body. */
    | { readonly kind: 'append'; readonly to: SourceRange; readonly words: string }
    /** Puts words in front of a declaration. */
    | { readonly kind: 'prefix'; readonly to: SourceRange; readonly words: string }
    /**
     * Writes other words for some words of the declaration's own, of which the first is known, with a text that follows them; where
     * it is not there, adds the words as a property.
     */
    | { readonly kind: 'swap'; readonly in: SourceRange; readonly word: string; readonly count: number; readonly words: string; readonly before?: SourceRange }
    /** Writes something else for a whole piece; nothing removes it. */
    | { readonly kind: 'replace'; readonly piece: SourceRange; readonly text: string }
    /** Declares something new in a file: behind a thing of that file, behind its imports, or at its end. */
    | { readonly kind: 'declare'; readonly file: string; readonly text: string; readonly after?: SourceRange | 'imports' }
    /** Writes a line above a declaration and its comments. */
    | { readonly kind: 'above'; readonly to: SourceRange; readonly line: string }
    /** Sets a rule in a `map` declaration. */
    | { readonly kind: 'setting'; readonly map: SourceRange; readonly code: string; readonly severity: string };

interface Placed {
    readonly source: SourceRange;
}

const inside = ['entities', 'fields', 'mappings', 'stages', 'ways', 'activities', 'touchpoints', 'pains', 'opportunities', 'evidence'];

/** The first thing that a thing holds: properties stand before it. */
function firstInside(thing: Placed): SourceRange | undefined {
    const lists = thing as unknown as Readonly<Record<string, readonly Partial<Placed>[] | undefined>>;
    let first: SourceRange | undefined;
    for (const name of inside) {
        for (const { source } of lists[name] ?? []) if (source && (!first || comparePositions(source.start, first.start) < 0)) first = source;
    }
    return first;
}

/** Adds properties to a thing, before what it holds. */
export function add(to: Placed, ...lines: string[]): FixEdit {
    return { kind: 'add', to: to.source, lines, before: firstInside(to) };
}

/** Adds something at the end of what a thing holds. */
export function addLast(to: Placed, ...lines: string[]): FixEdit {
    return { kind: 'add', to: to.source, lines };
}

/** Adds a modifier to a field, or a clause to a `map` line. */
export function append(to: Placed, words: string): FixEdit {
    return { kind: 'append', to: to.source, words };
}

/** Writes a property with another value, or adds it. */
export function set(thing: Placed, property: string, value: string, count = 2): FixEdit {
    return { kind: 'swap', in: thing.source, word: property, count, words: `${property} ${value}`, before: firstInside(thing) };
}

/** A fix that adds one property; its title says it. */
export function adding(to: Placed, line: string): Fix {
    return { title: `Add ${quoted(line)}`, edits: [add(to, line)] };
}

/** A fix that adds words behind a field's type, or to a `map` line. */
export function appending(to: Placed, words: string): Fix {
    return { title: `Add ${quoted(words)}`, edits: [append(to, words)] };
}

/** A text as the language writes it. */
export function textLiteral(text: string): string {
    return `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/\r\n|\n|\r/g, ' ')}"`;
}
