import type { ThingFacts, ThingReference } from '../../protocol.ts';
import type { Stage } from '../stage.ts';
import { make } from '../toolbar/dom.ts';
import { type Drawn, thingOf } from './drawn.ts';
import type { Direction, ThingsIndex } from './things-index.ts';

/** Ties between things, which are not counted as things. */
const ties = new Set(['flow', 'flows', 'map', 'way']);

/** What is selected, and how many things of the picture hang on it each way. */
export interface Selected {
    readonly thing: ThingFacts;
    readonly direction: Direction;
    readonly up: number;
    readonly down: number;
}

/** The selected thing: it and all that hangs on it are lit up, and the rest fades. */
export class Selection {
    private readonly stage: Stage;
    private readonly drawn: Drawn;
    private readonly onChange: (selected: Selected | undefined) => void;
    private readonly frames = make('div', { class: 'choice-frames' });
    private index: ThingsIndex | undefined;
    private chosen: ThingReference | undefined;
    private direction: Direction = 'both';
    private isShown = false;

    /** `onChange` hears of what is selected, also when only what hangs on it has changed. */
    constructor(stage: Stage, drawn: Drawn, onChange: (selected: Selected | undefined) => void) {
        this.stage = stage;
        this.drawn = drawn;
        this.onChange = onChange;
        stage.overlay.append(this.frames);
    }

    get thing(): ThingFacts | undefined {
        return this.chosen && this.index?.factsOf(this.chosen);
    }

    choose(thing: ThingReference | undefined): void {
        this.chosen = thing;
        this.apply();
    }

    follow(direction: Direction): void {
        this.direction = direction;
        this.apply();
    }

    /** Takes other knowledge of the map. */
    know(index: ThingsIndex | undefined): void {
        this.index = index;
        this.apply();
    }

    /** Moves all that is lit up into sight. */
    zoom(): void {
        const boxes = [...this.stage.element.querySelectorAll('#picture .lit:not(.lit .lit)')].map((element) =>
            this.stage.boxInPicture(element.getBoundingClientRect()),
        );
        if (boxes.length === 0) return;
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const right = Math.max(...boxes.map((box) => box.left + box.width));
        const bottom = Math.max(...boxes.map((box) => box.top + box.height));
        this.stage.frame({ left, top, width: right - left, height: bottom - top });
    }

    /** Lights up the picture that is shown now. */
    apply(): void {
        const { thing } = this;
        const start = thing && this.index?.positionOf(thing);
        const isShown = thing !== undefined && start !== undefined && this.drawn.has(thing);
        // Most pictures come while nothing is selected.
        if (!isShown && !this.isShown) return;
        this.isShown = isShown;
        this.stage.element.classList.toggle('choosing', isShown);
        const lit = isShown ? this.index?.hanging(start, this.direction) : undefined;
        for (const element of this.drawn.all) {
            const one = thingOf(element);
            const position = one && this.index?.positionOf(one);
            element.classList.toggle('lit', position !== undefined && (lit?.has(position) ?? false));
            element.classList.toggle('chosen', isShown && one?.kind === thing.kind && one.id === thing.id);
        }
        this.lightFrames(isShown);
        this.frames.replaceChildren(...(isShown ? this.framesOf(thing) : []));
        for (const badge of this.stage.overlay.querySelectorAll('.problem-badge')) {
            const one = thingOf(badge);
            const position = one && this.index?.positionOf(one);
            badge.classList.toggle('lit', position !== undefined && (lit?.has(position) ?? false));
        }
        this.onChange(isShown ? { thing, direction: this.direction, up: this.count(start, 'up'), down: this.count(start, 'down') } : undefined);
    }

    /** The frame of a group stays lit, with its heading, where it holds anything that is. */
    private lightFrames(isShown: boolean): void {
        const loose = [...this.stage.element.querySelectorAll('#picture > svg .frame:not([data-id] *), #picture > svg .frame ~ text:not([data-id] *)')];
        for (const element of loose) element.classList.remove('lit');
        if (!isShown) return;
        const lit = this.drawn.stops.filter((element) => element.classList.contains('lit') && !element.querySelector(':scope > .hit')).map(boxOf);
        const frames = loose.filter((element) => element.classList.contains('frame') && lit.some((box) => holds(boxOf(element), box)));
        const boxes = frames.map(boxOf);
        for (const element of loose) element.classList.toggle('lit', frames.includes(element) || boxes.some((box) => holds(box, boxOf(element))));
    }

    /** A frame around each card of a thing; a line between cards is drawn stronger instead. */
    private framesOf(thing: ThingReference): HTMLElement[] {
        return this.drawn
            .of(thing)
            .filter((element) => !element.querySelector(':scope > .hit'))
            .map((element) => {
                const { left, top, width, height } = this.stage.boxInPicture(element.getBoundingClientRect());
                const frame = make('div', { class: 'choice-frame' });
                Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
                return frame;
            });
    }

    private count(start: number, direction: Direction): number {
        const { index } = this;
        if (!index) return 0;
        const own = new Set([start, ...index.holdersOf(start)]);
        return [...index.hanging(start, direction)].filter((position) => {
            const thing = index.at(position);
            const isOwn = own.has(position) || index.holdersOf(position).includes(start);
            return thing !== undefined && !isOwn && !ties.has(thing.kind) && this.drawn.of(thing).some((element) => element.classList.contains('n'));
        }).length;
    }
}

function boxOf(element: Element): DOMRect {
    return element.getBoundingClientRect();
}

/** Whether the middle of the one box lies in the other. */
function holds(outer: DOMRect, inner: DOMRect): boolean {
    const [x, y] = [inner.left + inner.width / 2, inner.top + inner.height / 2];
    return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}
