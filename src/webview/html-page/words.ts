/** What a reader can call a thing of a picture: its label, else the texts that stand in it. */
export function wordsOf(thing: Element): string {
    return thing.getAttribute('aria-label') ?? [...thing.querySelectorAll('text')].map((text) => text.textContent).join(' · ');
}
