/** A text as it is compared in a search: without case, accents and double spaces. */
export function plain(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim();
}

/** Whether a text has every word that is searched for. */
export function hasWords(text: string, search: string): boolean {
    const own = plain(text);
    return plain(search)
        .split(' ')
        .every((word) => own.includes(word));
}
