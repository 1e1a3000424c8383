import type { ThingReference } from '../../protocol.ts';
import { nextByPlace, readingOrder, type Way } from './by-place.ts';
import { type Drawn, thingOf } from './drawn.ts';

export interface ElementKeyActions {
    readonly select: (thing: ThingReference) => void;
    readonly open: (thing: ThingReference) => void;
    /** Shows the text of a thing; to the side where the preview is to stay in sight. */
    readonly text: (thing: ThingReference, aside: boolean) => void;
    /** Makes sure that an element that got the focus is in sight. */
    readonly reveal: (element: SVGGElement) => void;
}

const ways: Readonly<Record<string, Way>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/**
 * The keys of the elements of a picture: the tab key goes through them in reading order, arrows go to the next one in their direction,
 * Enter opens, Space selects, t shows the text.
 */
export class ElementKeys {
    private readonly stage: HTMLElement;
    private readonly drawn: Drawn;
    private readonly actions: ElementKeyActions;

    constructor(stage: HTMLElement, drawn: Drawn, actions: ElementKeyActions) {
        this.stage = stage;
        this.drawn = drawn;
        this.actions = actions;
        // Before the stage, for which arrows move the picture.
        stage.addEventListener('keydown', (event) => this.hear(event), { capture: true });
    }

    /** The tab stops of the picture in reading order. */
    inOrder(): SVGGElement[] {
        const stops = this.drawn.stops;
        const order = readingOrder(stops.map((element) => element.getBoundingClientRect()));
        return order.flatMap((place) => stops[place] ?? []);
    }

    private hear(event: KeyboardEvent): void {
        if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
            if (!this.tab(event.shiftKey)) return;
        } else {
            const thing = thingOf(event.target);
            const action = thing && !event.altKey ? this.actionOf(event, thing) : undefined;
            if (!action) return;
            action();
        }
        event.preventDefault();
        event.stopPropagation();
    }

    private actionOf(event: KeyboardEvent, thing: ThingReference): (() => void) | undefined {
        const withControl = event.ctrlKey || event.metaKey;
        if (event.key === 'Enter') return () => (withControl ? this.actions.text(thing, true) : this.actions.open(thing));
        if (withControl) return undefined;
        const way = ways[event.key];
        if (way) return () => this.move(way);
        if (event.key === ' ') return () => this.actions.select(thing);
        return event.key === 't' ? () => this.actions.text(thing, false) : undefined;
    }

    private move(way: Way): void {
        const stops = this.drawn.stops;
        const from = stops.indexOf(this.focused() as SVGGElement);
        const next = nextByPlace(
            stops.map((element) => element.getBoundingClientRect()),
            from,
            way,
        );
        this.focus(next === undefined ? undefined : stops[next]);
    }

    /** Goes on in reading order; out of the picture at its ends. */
    private tab(back: boolean): boolean {
        const order = this.inOrder();
        const at = order.indexOf(this.focused() as SVGGElement);
        if (at === -1 && (back || document.activeElement !== this.stage)) return false;
        const next = order[at + (back ? -1 : 1)];
        if (next) this.focus(next);
        else if (back) this.stage.focus();
        else {
            // The browser goes on from here in its own order, in which other elements may come after the last one.
            for (const element of order) element.setAttribute('tabindex', '-1');
            setTimeout(() => {
                for (const element of order) element.setAttribute('tabindex', '0');
            });
            return false;
        }
        return true;
    }

    private focused(): Element | undefined {
        return document.activeElement?.closest('#picture .n') ?? undefined;
    }

    private focus(element: SVGGElement | undefined): void {
        if (!element) return;
        this.actions.reveal(element);
        element.focus({ preventScroll: true });
    }
}
