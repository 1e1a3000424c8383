import { type Drawn, thingOf } from './drawn.ts';
import type { ThingsIndex } from './things-index.ts';
import { thingKind } from '../toolbar/words.ts';
import { problemCount } from './words.ts';

/** So many elements are seen to in one step. */
const atOnce = 20;

/**
 * Makes of a picture what a screen reader can walk through: things in reading order, each with its kind, its rows inside it, and how
 * many problems it has. Tooltips go, as cards say the same. It is done in steps, and touches only what is not so yet.
 */
export function* tellReader(drawn: Drawn, inOrder: readonly SVGGElement[], index: ThingsIndex | undefined): Generator<void> {
    const root = inOrder[0]?.ownerSVGElement;
    if (!root) return;
    const isDrawn = (position: number): boolean => {
        const thing = index?.at(position);
        return thing !== undefined && drawn.has(thing);
    };
    for (const [place, element] of inOrder.entries()) {
        if (place % atOnce === atOnce - 1) yield;
        // Emptied, not taken away: the picture's own title would come up in its place.
        const title = element.querySelector(':scope > title');
        if (title?.hasChildNodes()) title.replaceChildren();
        set(element, 'id', `thing-${place + 1}`);
        const thing = thingOf(element);
        const position = thing && index?.positionOf(thing);
        set(element, 'aria-roledescription', thingKind(thing?.kind ?? 'thing'));
        const problems = position === undefined ? 0 : (index?.problemsOf(position, isDrawn).length ?? 0);
        if (problems > 0) set(element, 'aria-description', problemCount(problems));
        else element.removeAttribute('aria-description');
        const rows = element.querySelectorAll('[data-id]');
        // What a symbol holds is not read; what a group holds is.
        if (rows.length > 0) set(element, 'role', 'group');
        for (const row of rows) {
            const part = thingOf(row);
            const title = part && index?.factsOf(part)?.title;
            if (!part || !title) continue;
            set(row, 'role', 'img');
            set(row, 'aria-label', `${title}, ${thingKind(part.kind)}`);
        }
    }
    set(root, 'aria-owns', inOrder.map(({ id }) => id).join(' '));
}

function set(element: Element, name: string, value: string): void {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
