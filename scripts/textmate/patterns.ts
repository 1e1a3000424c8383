/** What the rules of the TextMate grammar are made of. */

interface Capture {
    readonly name?: string;
    readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<string, Capture>>;

export interface Pattern {
    readonly include?: string;
    readonly match?: string;
    readonly begin?: string;
    readonly end?: string;
    readonly name?: string;
    readonly contentName?: string;
    readonly captures?: Captures;
    readonly beginCaptures?: Captures;
    readonly endCaptures?: Captures;
    readonly patterns?: readonly Pattern[];
}

// Texts of regular expressions (Oniguruma).
export const word = '[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*(?:-+[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]*)*';
export const name = `(?:${word}|\`[^\`]*\`)`;
export const path = `${name}(?:\\s*\\.\\s*${name})*`;
export const arrow = '(?:<->|->|<-)';
/** A word begins here, and is no part of a path. */
export const before = '(?<![\\p{L}\\p{N}\\p{M}_.`-])';
export const after = '(?![\\p{L}\\p{N}\\p{M}_`]|-+[\\p{L}\\p{N}_])';
/** The word is no field, no part of a path, no part of a list, no end of a flow. */
export const soft = `${after}(?!\\s*(?:[:.,]|${arrow}))`;
/** Anything but white space and a comment: here a value should have been. */
export const stop = '(?=[^\\s/])';
export const headEnd = '(?<=\\})|(?=[^\\s"{/])';
export const integer = '\\d[\\d_]*(?:\\.\\d+)?';
export const unit = '(?:second|minute|hour|day|week|month|quarter|year)s?|percent|calls|records';

export const property = 'keyword.other.property.crmmap';
export const value = 'support.constant.value.crmmap';
export const comma = 'punctuation.separator.crmmap';
export const modifier = 'storage.modifier.crmmap';
export const block = 'punctuation.section.block.crmmap';
export const declaration = (kind: string): Capture => ({ name: `keyword.control.declaration.${kind}.crmmap` });

export const include = (...names: string[]): Pattern[] => names.map((key) => ({ include: `#${key}` }));
export const named = (kind: string): Capture => ({ name: `entity.name.type.${kind}.crmmap`, patterns: include('quoted-name') });
export const reference: Capture = { name: 'variable.other.reference.crmmap', patterns: include('quoted-name') };

/** Properties whose values are texts, numbers and dates, or that stand alone. */
export const plain = (...words: string[]): Pattern => ({ match: `${before}(${words.join('|')})${soft}`, name: property });

/** Properties that name a thing, perhaps on the next line. */
export const refers = (...words: string[]): Pattern => ({
    begin: `${before}(${words.join('|')})${soft}`,
    beginCaptures: { 1: { name: property } },
    end: `(${path})|${stop}`,
    endCaptures: { 1: reference },
    patterns: include('comments'),
});

/** Properties with a word of a closed list. */
export const chooses = (...words: string[]): Pattern => ({
    begin: `${before}(${words.join('|')})${soft}`,
    beginCaptures: { 1: { name: property } },
    end: `(${word})${after}|${stop}`,
    endCaptures: { 1: { name: value } },
    patterns: include('comments'),
});

/** Properties with several words. */
export const choosesSome = (...words: string[]): Pattern => ({
    begin: `${before}(${words.join('|')})${soft}\\s+(${name})`,
    beginCaptures: { 1: { name: property }, 2: { name: value } },
    end: '(?=[^\\s,/])',
    patterns: [
        ...include('comments'),
        {
            begin: ',',
            beginCaptures: { 0: { name: comma } },
            end: `(${name})|${stop}`,
            endCaptures: { 1: { name: value } },
            patterns: include('comments'),
        },
    ],
});

export const text = (scope: string): Pattern => ({
    begin: '"',
    end: '"|$',
    name: scope,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.crmmap' } },
    endCaptures: { 0: { name: 'punctuation.definition.string.end.crmmap' } },
    patterns: [{ match: '\\\\.', name: 'constant.character.escape.crmmap' }],
});

export const braces = (...patterns: Pattern[]): Pattern => ({ begin: '\\{', end: '\\}', captures: { 0: { name: block } }, patterns });

interface BodyOptions {
    /** What may be declared in it, by name in the repository. */
    readonly holds?: readonly string[];
    /** Whether `lifecycle`, `since` and `until` may stand in it. */
    readonly lives?: boolean;
    /** What a brace in it opens. */
    readonly inner?: string;
}

export function body(patterns: readonly Pattern[], { holds = [], lives = true, inner = 'block' }: BodyOptions = {}): Pattern {
    return braces(...include('comments', ...holds), ...patterns, ...include('common', ...(lives ? ['life'] : []), 'string', 'list', 'values', inner));
}

interface HeadOptions {
    readonly keyword?: string;
    /** What else may stand between the name and the body. */
    readonly head?: readonly Pattern[];
    readonly headWords?: string;
}

/** `kind name "Title" { … }`; ends with its body, or before the next word. */
export function declares(kind: string, bodyName: string, { keyword = kind, head = [], headWords }: HeadOptions = {}): Pattern {
    return {
        begin: `${before}(${keyword})\\s+(${name})(?!\\s*(?:[:.]|${arrow}))`,
        beginCaptures: { 1: declaration(kind), 2: named(kind) },
        end: headWords ? `${headEnd}(?!(?:${headWords})${after})` : headEnd,
        patterns: [...include('comments'), ...head, ...include('title', bodyName)],
    };
}

/** `kind [name] ["Title"] property value …`, without a block around its properties. */
export const declaresInLine = (kind: string, properties: string): Pattern => ({
    match: `${before}(${kind})${soft}(?:\\s+(${name})(?=\\s*["{])|\\s+(?!(?:${properties})${after})(${name}))?`,
    captures: { 1: declaration(kind), 2: named(kind), 3: named(kind) },
});
