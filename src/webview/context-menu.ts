import type { ThingFacts, ThingReference } from '../protocol.ts';

/**
 * Says to VS Code what a menu is asked for, which then shows the entries of the package for it: of an element, where the pointer or the
 * focus is on one, else of the picture. The names of the kind and the id are those of `when` clauses and of `readThing`.
 */
export function offerMenus(
    stage: HTMLElement,
    thingOf: (target: EventTarget | null) => ThingReference | undefined,
    factsOf: (thing: ThingReference) => ThingFacts | undefined,
): void {
    stage.addEventListener('contextmenu', ({ target }) => {
        const thing = thingOf(target);
        const hasView = thing !== undefined && (factsOf(thing)?.own.length ?? 0) > 0;
        const context = { webviewSection: thing ? 'thing' : 'picture', ...thing, hasView, preventDefaultContextMenuItems: true };
        stage.dataset['vscodeContext'] = JSON.stringify(context);
    });
}
