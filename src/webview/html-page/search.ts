import { hasWords } from '../shared/same-words.ts';
import type { Stage } from '../stage.ts';
import { part } from './part.ts';
import type { PageView, Views } from './views.ts';
import { wordsOf } from './words.ts';

interface Hit {
    readonly view: PageView;
    readonly thing: Element;
}

/** How large a thing that was found is shown at least, as a share of its size. */
const readable = 0.7;

/** Finds things by their words in all views, and goes from one to the next. */
export class Search {
    private readonly stage: Stage;
    private readonly views: Views;
    private readonly field = part('.p-search input', HTMLInputElement);
    private readonly status = part('.p-search output', HTMLOutputElement);
    private readonly things: readonly (Hit & { readonly words: string })[];
    private hits: readonly Hit[] = [];
    private at = -1;

    constructor(stage: Stage, views: Views) {
        this.stage = stage;
        this.views = views;
        this.things = views.all.flatMap((view) => [...view.svg.querySelectorAll('[data-id]')].map((thing) => ({ view, thing, words: wordsOf(thing) })));
        this.field.addEventListener('input', () => this.find());
        this.field.addEventListener('keydown', (event) => this.key(event));
    }

    focus(): void {
        this.field.focus();
        this.field.select();
    }

    /** Goes so many hits on; after the last one comes the first. */
    step(by: number): void {
        if (this.hits.length === 0) return;
        // Before the first step in a view without a hit, the next one is the first in the views after it.
        const from = this.at === -1 && by > 0 ? this.before() : Math.max(this.at, 0);
        this.goTo((from + by + this.hits.length) % this.hits.length);
    }

    private key(event: KeyboardEvent): void {
        if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape') {
            this.field.value = '';
            this.find();
            this.stage.element.focus();
        } else return;
        event.preventDefault();
    }

    private find(): void {
        for (const { thing } of this.hits) thing.classList.remove('p-found', 'p-current');
        const wanted = this.field.value;
        this.hits = wanted.trim() === '' ? [] : this.things.filter(({ words }) => hasWords(words, wanted));
        for (const { thing } of this.hits) thing.classList.add('p-found');
        for (const view of this.views.all) {
            const count = this.hits.filter((hit) => hit.view === view).length;
            part('.p-count', HTMLElement, view.link).textContent = count === 0 ? '' : String(count);
        }
        this.at = -1;
        const here = this.hits.findIndex(({ view }) => view === this.views.current);
        if (here === -1) this.tell();
        else this.goTo(here);
    }

    /** The last hit in the views before this one. */
    private before(): number {
        const places = new Map(this.views.all.map((view, place) => [view, place]));
        const here = this.views.current ? (places.get(this.views.current) ?? 0) : 0;
        return this.hits.findLastIndex(({ view }) => (places.get(view) ?? 0) < here);
    }

    private goTo(place: number): void {
        this.hits[this.at]?.thing.classList.remove('p-current');
        this.at = place;
        const hit = this.hits[place];
        if (!hit) return;
        this.views.go(hit.view);
        hit.thing.classList.add('p-current');
        this.stage.reveal(hit.thing.getBoundingClientRect(), readable);
        this.tell();
    }

    private tell(): void {
        const count = this.hits.length;
        if (this.field.value.trim() === '') this.status.value = '';
        else if (count === 0) this.status.value = 'nothing';
        else this.status.value = this.at === -1 ? `${count} in other views` : `${this.at + 1} of ${count}`;
    }
}
