import type { ThingProblem, ThingReference } from '../../protocol.ts';
import type { Stage } from '../stage.ts';
import { badgePlace } from './badge-place.ts';
import type { Box } from './by-place.ts';
import { make } from '../toolbar/dom.ts';
import { type Drawn, thingOf } from './drawn.ts';
import { keyOf, type ThingsIndex } from './things-index.ts';

/** Of a badge, in px of the screen, as long as that is not too much for the picture. */
const size = 18;
/** In a small picture a badge is larger than the picture's own scale would have it, but no more than so. */
const factors = { least: 0.6, most: 1.6 };

/** So many boxes are looked at in one step. */
const atOnce = 50;

interface Placed {
    readonly badge: HTMLElement;
    /** What it stands on, in px of the picture. */
    readonly anchor: Box;
}

/** Shows on the elements of the picture what is wrong with them: how many problems, and how grave the worst is. */
export class Badges {
    private readonly stage: Stage;
    private readonly drawn: Drawn;
    private readonly layer = make('div', { class: 'badges' });
    private placed: readonly Placed[] = [];
    private texts: readonly Box[] = [];
    private factor = 1;

    constructor(stage: Stage, drawn: Drawn) {
        this.stage = stage;
        this.drawn = drawn;
        stage.overlay.append(this.layer);
        stage.onMove(() => this.scaled());
    }

    /** Shows them anew, in steps: nothing is touched before the last one. */
    *show(index: ThingsIndex | undefined): Generator<void> {
        const placed = index ? yield* this.badgesOf(index) : [];
        const texts: Box[] = [];
        if (placed.length > 0) {
            for (const text of this.stage.element.querySelectorAll('#picture > svg :is(text, use)')) if (texts.push(this.boxOf(text)) % atOnce === 0) yield;
        }
        this.placed = placed;
        this.texts = texts;
        this.place();
        const now = placed.map(({ badge }) => badge);
        if (now.length !== this.layer.children.length || now.some((badge, index) => badge !== this.layer.children[index])) this.layer.replaceChildren(...now);
    }

    /** Takes away the badges whose things a new picture has elsewhere, or not at all; the others stay, so that nothing flickers. */
    settle(): void {
        // All are looked at before the first one goes: after that the page would be laid out anew for each.
        const gone = this.placed.filter(({ badge, anchor: was }) => {
            const thing = thingOf(badge);
            const element = thing && this.drawn.first(thing);
            const is = element && this.boxOf(anchorOf(element));
            return is === undefined || Math.hypot(was.left - is.left, was.top - is.top, was.width - is.width) > 1;
        });
        this.placed = this.placed.filter((placed) => !gone.includes(placed));
        for (const { badge } of gone) badge.remove();
    }

    private *badgesOf(index: ThingsIndex): Generator<void, Placed[]> {
        const isDrawn = (position: number): boolean => {
            const thing = index.at(position);
            return thing !== undefined && this.drawn.has(thing);
        };
        const standing = new Map(this.placed.map(({ badge }) => [badge.dataset['of'], badge]));
        const found: Placed[] = [];
        for (const [position, thing] of index.things.entries()) {
            const element = this.drawn.first(thing);
            const problems = element ? index.problemsOf(position, isDrawn) : [];
            if (!element || problems.length === 0) continue;
            const words = problems.length > 99 ? '99+' : String(problems.length);
            const worst = worstOf(problems);
            const of = [keyOf(thing), worst, words].join(' ');
            const badge = standing.get(of) ?? badgeOf(thing, worst, words, of);
            if (found.push({ badge, anchor: this.boxOf(anchorOf(element)) }) % atOnce === 0) yield;
        }
        return found;
    }

    /** Where badges cover no text depends on how large they are beside the picture. */
    private scaled(): void {
        const scale = this.stage.sight?.place.scale ?? 1;
        const factor = Math.min(factors.most, Math.max(factors.least, 1 / scale));
        if (Math.abs(factor - this.factor) < 0.02) return;
        this.factor = factor;
        this.place();
    }

    private place(): void {
        this.layer.style.setProperty('--badge-factor', String(this.factor));
        for (const { badge, anchor } of this.placed) {
            const { x, y } = badgePlace(anchor, size * this.factor, this.texts);
            badge.style.left = `${x}px`;
            badge.style.top = `${y}px`;
        }
    }

    private boxOf(element: Element): Box {
        return this.stage.boxInPicture(element.getBoundingClientRect());
    }
}

function badgeOf(thing: ThingReference, worst: ThingProblem['severity'], words: string, of: string): HTMLElement {
    const badge = make('span', { class: `problem-badge ${worst}` }, words);
    Object.assign(badge.dataset, { ofKind: thing.kind, ofId: thing.id, of });
    badge.setAttribute('aria-hidden', 'true');
    return badge;
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
