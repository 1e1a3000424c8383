/** A text that a snippet shall not read as its own signs. */
export function escapeSnippet(text: string): string {
    return text.replace(/[\\$}]/g, '\\$&');
}

/** A list to choose from at one place of a snippet. */
export function choice(index: number, words: readonly string[]): string {
    return words.length === 0 ? `$${index}` : `\${${index}|${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}
