/** A text as a literal of the language. */
export function literalOf(text: string): string {
    const escaped = text
        .replace(/["\\]/g, '\\$&')
        .replace(/\r\n|\n|\r/g, '\\n')
        .replaceAll('\t', '\\t');
    return `"${escaped}"`;
}

/** A name after the words of a title, in camel case; undefined where it has no letter to begin with. */
export function nameFromTitle(title: string): string | undefined {
    const [first = '', ...rest] = title.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, 5) ?? [];
    if (!/^\p{L}/u.test(first)) return undefined;
    return first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
