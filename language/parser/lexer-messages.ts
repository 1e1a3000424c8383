/** Foreign quotes: with which characters a text may end that one of them begins. */
export const unquotedEnds: Readonly<Record<string, string>> = {
    "'": "'",
    '\u201c': '\u201d',
    '\u201d': '\u201d',
    '\u201e': '\u201c\u201d',
    '\u2018': '\u2019',
    '\u00ab': '\u00bb',
};

const advice: Readonly<Record<string, string>> = {
    '[': 'A list needs no brackets: write its values with commas between them.',
    ']': 'A list needs no brackets: write its values with commas between them.',
    '@': 'Remove it, or write the text in quotes.',
};

const wholes: Readonly<Record<string, string>> = {
    '=': 'No = stands between a property and its value. Remove it.',
    ';': 'No semicolon is needed. Remove it.',
    '#': 'A comment begins with //, not with #.',
};

/** What an author is told of characters that mean nothing. */
export function unknownCharacters(run: string): string {
    const first = String.fromCodePoint(run.codePointAt(0) ?? 0);
    const whole = wholes[first];
    if (whole !== undefined) return whole;
    if (first === "'" || first === '\u201c' || first === '\u201d') return 'A text stands in straight double quotes: "like this".';
    if (/\p{Extended_Pictographic}/u.test(run)) return `The character ${run} can stand in a name only in backticks, such as \`${run} shop\`.`;
    return `The character ${run} means nothing here. ${advice[first] ?? 'Remove it, or write the text in quotes.'}`;
}
