import { part } from './part.ts';
import { wordsOf } from './words.ts';

const gap = 14;

/** Shows what a thing is called beside the pointer, or below the thing that has the focus. */
export function showHoverCard(stage: HTMLElement): void {
    const card = part('.p-card', HTMLElement);
    let shown: Element | undefined;
    const show = (thing: Element | undefined, x: number, y: number): void => {
        if (thing !== shown) {
            shown = thing;
            card.hidden = !thing;
            card.replaceChildren(...(thing ? linesOf(thing) : []));
        }
        if (!thing) return;
        const { width, height } = card.getBoundingClientRect();
        const right = x + gap + width > window.innerWidth ? x - gap - width : x + gap;
        const below = y + gap + height > window.innerHeight ? y - gap - height : y + gap;
        card.style.left = `${Math.max(4, right)}px`;
        card.style.top = `${Math.max(4, below)}px`;
    };
    stage.addEventListener('pointermove', (event) => show(event.buttons === 0 ? thingOf(event.target) : undefined, event.clientX, event.clientY));
    stage.addEventListener('pointerleave', () => show(undefined, 0, 0));
    stage.addEventListener('focusin', (event) => {
        const thing = thingOf(event.target);
        const box = thing?.getBoundingClientRect();
        if (thing?.matches(':focus-visible') && box) show(thing, box.left, box.bottom - gap / 2);
    });
    stage.addEventListener('focusout', () => show(undefined, 0, 0));
    stage.addEventListener('wheel', () => show(undefined, 0, 0), { passive: true });
    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') show(undefined, 0, 0);
    });
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

function line(name: 'small' | 'b' | 'span', text: string): HTMLElement {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
}
