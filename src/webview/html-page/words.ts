/** What a reader can call a thing of a picture: its label, else the texts that stand in it. */
export function wordsOf(thing: Element): string {
    return thing.getAttribute('aria-label') ?? [...thing.querySelectorAll('text')].map((text) => text.textContent).join(' · ');
}

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
