import { line, showHoverCard } from '../shared/hover-card.ts';
import { part } from './part.ts';
import { wordsOf } from './words.ts';

/** Shows what a thing is called beside the pointer, or below the thing that has the focus. */
export function showNames(stage: HTMLElement): void {
    showHoverCard({ card: part('.p-card', HTMLElement), stage, thingOf, linesOf });
}

function thingOf(target: EventTarget | null): Element | undefined {
    return (target instanceof Element ? target.closest('[data-id]') : null) ?? undefined;
}

/** Its kind and words; of a row in a thing, also what it stands in. */
function linesOf(thing: Element): HTMLElement[] {
    const holder = thing.hasAttribute('aria-label') ? undefined : thing.parentElement?.closest('[aria-label][data-id]');
    const kind = (thing.getAttribute('data-kind') ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [line('small', kind), line('b', wordsOf(thing)), ...(holder ? [line('span', wordsOf(holder))] : [])];
}
