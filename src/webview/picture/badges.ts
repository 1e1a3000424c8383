import type { ThingProblem } from '../../protocol.ts';
import type { Stage } from '../stage.ts';
import { badgePlace } from './badge-place.ts';
import type { Box } from './by-place.ts';
import { make } from './dom.ts';
import { type Drawn, thingOf } from './drawn.ts';
import type { ThingsIndex } from './things-index.ts';

/** Of a badge, in px of the picture at its own size. */
const size = 18;

/** Shows on the elements of the picture what is wrong with them: how many problems, and how grave the worst is. */
export class Badges {
    private readonly stage: Stage;
    private readonly drawn: Drawn;
    /** What each badge stands on. */
    private readonly anchors = new WeakMap<Element, Box>();

    constructor(stage: Stage, drawn: Drawn) {
        this.stage = stage;
        this.drawn = drawn;
    }

    show(index: ThingsIndex | undefined): void {
        this.stage.overlay.replaceChildren(...(index ? this.badgesOf(index) : []));
    }

    /** Takes away the badges whose things a new picture has elsewhere, or not at all; the others stay, so that nothing flickers. */
    settle(): void {
        for (const badge of this.stage.overlay.querySelectorAll('.problem-badge')) {
            const thing = thingOf(badge);
            const [element] = thing ? this.drawn.of(thing) : [];
            const [was, is] = [this.anchors.get(badge), element && this.boxOf(anchorOf(element))];
            if (!was || !is || Math.hypot(was.left - is.left, was.top - is.top, was.width - is.width) > 1) badge.remove();
        }
    }

    private badgesOf(index: ThingsIndex): HTMLElement[] {
        const isDrawn = (position: number): boolean => {
            const thing = index.at(position);
            return thing !== undefined && this.drawn.has(thing);
        };
        const found = index.things.flatMap((thing, position) => {
            const [element] = this.drawn.of(thing);
            const problems = element ? index.problemsOf(position, isDrawn) : [];
            return element && problems.length > 0 ? [{ thing, element, problems }] : [];
        });
        if (found.length === 0) return [];
        const texts = [...this.stage.element.querySelectorAll('#picture > svg :is(text, use)')].map((text) => this.boxOf(text));
        return found.map(({ thing, element, problems }) => {
            const badge = make('span', `problem-badge ${worstOf(problems)}`, problems.length > 99 ? '99+' : String(problems.length));
            const anchor = this.boxOf(anchorOf(element));
            const { x, y } = badgePlace(anchor, size, texts);
            this.anchors.set(badge, anchor);
            badge.style.left = `${x}px`;
            badge.style.top = `${y}px`;
            badge.dataset['ofKind'] = thing.kind;
            badge.dataset['ofId'] = thing.id;
            badge.setAttribute('aria-hidden', 'true');
            return badge;
        });
    }

    private boxOf(element: Element): Box {
        return this.stage.boxInPicture(element.getBoundingClientRect());
    }
}

/** What a badge stands on: a card as a whole, of a line between cards its number or name. */
function anchorOf(element: SVGGElement): Element {
    return element.querySelector(':scope > .hit')
        ? (element.querySelector('.pill') ?? element.querySelector('text') ?? element)
        : (element.querySelector(':scope > .card') ?? element);
}

/** The gravest of some problems. */
export function worstOf(problems: readonly ThingProblem[]): ThingProblem['severity'] {
    return (['error', 'warning'] as const).find((severity) => problems.some((problem) => problem.severity === severity)) ?? 'info';
}
