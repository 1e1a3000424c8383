const gap = 14;

export interface HoverCardOptions {
    /** The element that shows the card. It holds nothing that can be clicked. */
    readonly card: HTMLElement;
    /** Where the things are whose cards are shown. */
    readonly stage: HTMLElement;
    /** What is pointed at, for anything in the stage. */
    readonly thingOf: (target: EventTarget | null) => Element | undefined;
    /** What the card says of it; nothing where there is no card for it. */
    readonly linesOf: (thing: Element) => readonly Node[];
    /** So long the pointer must rest before the first card, in ms; while one is shown the next comes at once. */
    readonly restMs?: number;
    /** Where in the window a card must end, in px from its top; at its bottom where this says nothing. */
    readonly floor?: () => number | undefined;
}

/** Shows what is known of a thing beside the pointer, or below the thing that has the focus. */
export function showHoverCard({ card, stage, thingOf, linesOf, restMs = 0, floor }: HoverCardOptions): void {
    let shown: Element | undefined;
    /** What a card stands below, or above. */
    let at = { x: 0, top: 0, bottom: 0 };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let awaited: Element | undefined;
    const place = (): void => {
        const lowest = Math.min(floor?.() ?? window.innerHeight, window.innerHeight);
        card.style.maxHeight = `${Math.max(0, lowest - 8)}px`;
        const { width, height } = card.getBoundingClientRect();
        const right = at.x + gap + width > window.innerWidth ? at.x - gap - width : at.x + gap;
        const below = at.bottom + gap + height > lowest ? at.top - gap - height : at.bottom + gap;
        card.style.left = `${Math.max(4, right)}px`;
        card.style.top = `${Math.max(4, Math.min(below, lowest - height))}px`;
    };
    const show = (thing: Element | undefined): void => {
        clearTimeout(waiting);
        awaited = undefined;
        if (thing !== shown) {
            shown = thing;
            const lines = thing ? linesOf(thing) : [];
            card.hidden = lines.length === 0;
            card.replaceChildren(...lines);
        }
        if (!card.hidden) place();
    };
    const point = (thing: Element | undefined, x: number, y: number): void => {
        at = { x, top: y, bottom: y };
        if (!thing || thing === shown || shown || restMs === 0) show(thing);
        else if (thing !== awaited) {
            clearTimeout(waiting);
            awaited = thing;
            waiting = setTimeout(() => show(thing), restMs);
        }
    };
    const hide = (): void => show(undefined);
    stage.addEventListener('pointermove', (event) => point(event.buttons === 0 ? thingOf(event.target) : undefined, event.clientX, event.clientY));
    stage.addEventListener('pointerleave', hide);
    stage.addEventListener('pointerdown', hide);
    stage.addEventListener('focusin', (event) => {
        const thing = thingOf(event.target);
        const box = thing?.getBoundingClientRect();
        if (!thing?.matches(':focus-visible') || !box) return;
        at = { x: Math.max(0, box.left) - gap, top: Math.max(box.top, 0) + gap / 2, bottom: Math.min(box.bottom, window.innerHeight) - gap / 2 };
        show(thing);
    });
    stage.addEventListener('focusout', hide);
    stage.addEventListener('wheel', hide, { passive: true });
    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' || event.key === ' ') hide();
    });
}

/** A line of a card. */
export function line(name: 'small' | 'b' | 'span', text: string): HTMLElement {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
}
