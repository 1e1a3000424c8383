import { type Drawn, thingOf } from './drawn.ts';
import type { ThingsIndex } from './things-index.ts';
import { thingKind } from '../toolbar/words.ts';
import { problemCount } from './words.ts';

/**
 * Makes of a picture what a screen reader can walk through: things in reading order, each with its kind, its rows inside it, and how
 * many problems it has. Tooltips go, as cards say the same.
 */
export function tellReader(drawn: Drawn, inOrder: readonly SVGGElement[], index: ThingsIndex | undefined): void {
    const root = inOrder[0]?.ownerSVGElement;
    if (!root) return;
    const isDrawn = (position: number): boolean => {
        const thing = index?.at(position);
        return thing !== undefined && drawn.has(thing);
    };
    inOrder.forEach((element, place) => {
        // Emptied, not taken away: the picture's own title would come up in its place.
        element.querySelector(':scope > title')?.replaceChildren();
        element.id = `thing-${place + 1}`;
        const thing = thingOf(element);
        const position = thing && index?.positionOf(thing);
        element.setAttribute('aria-roledescription', thingKind(thing?.kind ?? 'thing'));
        const problems = position === undefined ? 0 : (index?.problemsOf(position, isDrawn).length ?? 0);
        if (problems > 0) element.setAttribute('aria-description', problemCount(problems));
        else element.removeAttribute('aria-description');
        const rows = [...element.querySelectorAll('[data-id]')];
        // What a symbol holds is not read; what a group holds is.
        if (rows.length > 0) element.setAttribute('role', 'group');
        for (const row of rows) {
            const part = thingOf(row);
            const title = part && index?.factsOf(part)?.title;
            if (!part || !title) continue;
            row.setAttribute('role', 'img');
            row.setAttribute('aria-label', `${title}, ${thingKind(part.kind)}`);
        }
    });
    root.setAttribute('aria-owns', inOrder.map(({ id }) => id).join(' '));
}
