import type { PreviewThings, ThingFacts, ThingReference, ViewSummary } from '../../protocol.ts';
import type { ViewThings } from '../../protocol/way.ts';
import type { Stage } from '../stage.ts';
import { t } from '../l10n.ts';
import type { Asker } from './asker.ts';
import { button, icon, make } from './dom.ts';
import { findThings, type Hit } from './find-things.ts';
import { kindWithin, viewTitle } from './words.ts';

/** How large a thing that was found is shown at least, as a share of its size. */
const readable = 0.7;
/** So many are listed; the others are reached by going on. */
const mostListed = 60;

export interface SearchActions {
    readonly stage: () => Stage;
    /** Shows another view of the map. */
    readonly goToView: (view: string) => void;
    /** Shows the text of a thing that no view draws. */
    readonly goToText: (thing: ThingReference) => void;
}

/** Finds the things of a map by their words, in the shown view and in the others, and goes from one to the next. */
export class Search {
    readonly element: HTMLElement;
    private readonly asker: Asker;
    private readonly actions: SearchActions;
    private readonly field = make('input', {
        id: 'search',
        set: {
            type: 'text',
            placeholder: t('Find'),
            'aria-label': t('Find in this map'),
            role: 'combobox',
            'aria-controls': 'found',
            'aria-expanded': 'false',
            autocomplete: 'off',
            spellcheck: 'false',
        },
        title: t('Find by name, tag or field (/)'),
    });
    private readonly count = make('output', { class: 'count' });
    private readonly list = make('div', { id: 'found', class: 'popover found', set: { role: 'listbox', 'aria-label': t('Found') } });
    private readonly steps: readonly HTMLButtonElement[];
    private things: readonly ThingFacts[] = [];
    private views: readonly ViewSummary[] = [];
    private places: readonly ViewThings[] = [];
    private hasPlaces = false;
    private hits: readonly Hit[] = [];
    private at = -1;
    /** The hit is on the screen, not only chosen in the list. */
    private isReached = false;
    /** What is to be shown once the view that draws it is there. */
    private awaited: string | undefined;

    constructor(asker: Asker, actions: SearchActions) {
        this.asker = asker;
        this.actions = actions;
        this.steps = [
            button({ class: 'step', name: t('Previous'), title: t('Previous (Shift+Enter)') }, () => this.step(-1), icon('up')),
            button({ class: 'step', name: t('Next'), title: t('Next (Enter)') }, () => this.step(1), icon('down')),
        ];
        this.element = make('div', { class: 'search', set: { role: 'search' } }, icon('search'), this.field, this.count, ...this.steps);
        document.body.append(this.list);
        this.list.hidden = true;
        this.field.addEventListener('input', () => this.find('show'));
        this.field.addEventListener('focus', () => {
            if (this.field.value.trim() === '') return;
            this.find('stay');
            this.open();
        });
        this.field.addEventListener('keydown', (event) => this.key(event));
        this.element.addEventListener('focusout', ({ relatedTarget }) => {
            if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.close();
        });
        // A click in the list leaves the focus in the field.
        this.list.addEventListener('pointerdown', (event) => event.preventDefault());
        this.tell();
    }

    focus(): void {
        this.field.focus();
        this.field.select();
    }

    /** What there is to be found. */
    know({ things }: PreviewThings): void {
        this.things = things;
        this.hasPlaces = false;
        if (this.field.value !== '') this.find('stay');
    }

    /** The views of the map, which the found things stand in. */
    knowViews(views: readonly ViewSummary[]): void {
        this.views = views;
    }

    /** Another map is shown. */
    forget(): void {
        this.things = [];
        this.places = [];
        this.hasPlaces = false;
        this.awaited = undefined;
        this.field.value = '';
        this.hits = [];
        this.close();
        this.tell();
    }

    /** Another picture is on the stage: what was found is marked in it. */
    pictureChanged(): void {
        if (this.field.value === '') return;
        const { awaited } = this;
        this.awaited = undefined;
        const current = this.hits[this.at];
        this.hits = this.search();
        this.at = this.hits.findIndex(({ thing }) => thing.kind === current?.thing.kind && thing.id === current.thing.id);
        this.mark();
        if (awaited !== undefined) {
            this.reveal(awaited);
            this.isReached = true;
        }
        this.tell();
        if (!this.list.hidden) this.drawList();
    }

    /** Goes so many hits on; after the last one comes the first. */
    step(by: number): void {
        if (this.hits.length === 0) return;
        this.choose((Math.max(this.at, by > 0 ? -1 : 0) + by + this.hits.length) % this.hits.length);
        this.reach();
    }

    /** `stay` keeps the list and the picture where they are: what there is to be found has changed, not what is searched for. */
    private find(how: 'show' | 'stay'): void {
        if (!this.hasPlaces && this.field.value.trim() !== '') {
            this.hasPlaces = true;
            void this.asker.ask({ ask: 'places' }).then((answer) => {
                if (answer) this.places = answer.places;
                this.refresh('stay');
            });
        }
        this.refresh(how);
    }

    private refresh(how: 'show' | 'stay'): void {
        const current = this.hits[this.at];
        this.hits = this.search();
        this.at = how === 'stay' && current ? this.hits.findIndex(({ thing }) => thing.kind === current.thing.kind && thing.id === current.thing.id) : -1;
        if (how === 'show') {
            this.isReached = false;
            if (this.hits.length > 0) this.at = 0;
            if (this.hits[0]?.drawn !== undefined && this.hits[0].view === undefined) this.reach();
        }
        this.mark();
        this.tell();
        if (how === 'show' ? this.field.value.trim() !== '' : !this.list.hidden) this.open();
        else if (this.field.value.trim() === '') this.close();
    }

    private search(): readonly Hit[] {
        const here = new Set(
            [...this.actions.stage().element.querySelectorAll('#picture [data-id]')].map(
                (element) => `${element.getAttribute('data-kind')}:${element.getAttribute('data-id')}`,
            ),
        );
        return findThings(this.things, this.field.value, here, this.places);
    }

    private key(event: KeyboardEvent): void {
        switch (event.key) {
            case 'Enter':
                if (!this.isReached && this.hits[this.at]) this.reach();
                else this.step(event.shiftKey ? -1 : 1);
                break;
            case 'ArrowDown':
            case 'ArrowUp':
                if (this.hits.length > 0) {
                    const by = event.key === 'ArrowDown' ? 1 : -1;
                    this.choose((Math.max(this.at, by > 0 ? -1 : 0) + by + this.hits.length) % this.hits.length);
                    const hit = this.hits[this.at];
                    if (hit?.drawn !== undefined && hit.view === undefined) this.reach();
                    this.open();
                }
                break;
            case 'Escape':
                this.field.value = '';
                this.refresh('stay');
                this.close();
                this.actions.stage().element.focus();
                break;
            default:
                return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    private choose(at: number): void {
        this.at = at;
        this.isReached = false;
        this.mark();
        this.tell();
        this.point();
    }

    /** Points at the chosen hit in the list. */
    private point(): void {
        this.list.querySelector('.active')?.classList.remove('active');
        const row = this.list.querySelector(`[data-hit="${this.at}"]`);
        row?.classList.add('active');
        row?.scrollIntoView({ block: 'nearest' });
        this.field.setAttribute('aria-activedescendant', row?.id ?? '');
    }

    /** Brings the chosen hit to the screen: here, in another view, or in the text. */
    private reach(): void {
        const hit = this.hits[this.at];
        if (!hit) return;
        this.isReached = true;
        if (hit.drawn === undefined) this.actions.goToText({ kind: hit.thing.kind, id: hit.thing.id });
        else if (hit.view === undefined) this.reveal(hit.drawn);
        else {
            this.awaited = hit.drawn;
            this.actions.goToView(hit.view);
        }
    }

    private elementsOf(key: string): NodeListOf<Element> {
        const [kind = '', id = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
        return this.actions.stage().element.querySelectorAll(`#picture [data-kind="${CSS.escape(kind)}"][data-id="${CSS.escape(id)}"]`);
    }

    private reveal(key: string): void {
        const [element] = this.elementsOf(key);
        if (element) this.actions.stage().reveal(element.getBoundingClientRect(), readable);
    }

    private mark(): void {
        for (const element of this.actions.stage().element.querySelectorAll('.found, .found-current')) element.classList.remove('found', 'found-current');
        this.hits.forEach(({ drawn, view }, index) => {
            if (drawn === undefined || view !== undefined) return;
            for (const element of this.elementsOf(drawn)) element.classList.add(index === this.at ? 'found-current' : 'found');
        });
    }

    private tell(): void {
        const count = this.hits.length;
        const isSearching = this.field.value.trim() !== '';
        this.count.value = !isSearching ? '' : count === 0 ? t('None') : t('{0} of {1}', this.at + 1, count);
        this.element.classList.toggle('searching', isSearching);
        for (const step of this.steps) step.disabled = count === 0;
    }

    private open(): void {
        this.list.hidden = false;
        this.field.setAttribute('aria-expanded', 'true');
        this.drawList();
        const { left, bottom, width } = this.element.getBoundingClientRect();
        const wide = Math.min(Math.max(width, 340), window.innerWidth - 16);
        this.list.style.width = `${wide}px`;
        this.list.style.maxHeight = `${Math.max(80, Math.min(320, (window.innerHeight - bottom) * 0.6))}px`;
        this.list.style.top = `${bottom + 2}px`;
        this.list.style.left = `${Math.max(8, Math.min(left, window.innerWidth - wide - 8))}px`;
    }

    private close(): void {
        this.list.hidden = true;
        this.field.setAttribute('aria-expanded', 'false');
    }

    private drawList(): void {
        if (this.hits.length === 0) {
            this.list.replaceChildren(make('p', { class: 'hint' }, t('Nothing in this map has “{0}” in its name, tags or fields.', this.field.value.trim())));
            return;
        }
        const rows = this.hits.slice(0, mostListed).map((hit, index) => this.row(hit, index));
        const more = this.hits.length - rows.length;
        this.list.replaceChildren(...rows, ...(more > 0 ? [make('p', { class: 'hint' }, t('and {0} more', more))] : []));
        this.point();
    }

    private row(hit: Hit, index: number): HTMLElement {
        const { thing, view, drawn } = hit;
        const holder = thing.within === undefined ? undefined : this.things[thing.within];
        const summary = this.views.find(({ name }) => name === view);
        const where = drawn === undefined ? t('in the text') : view === undefined ? '' : t('in {0}', summary ? viewTitle(this.views, summary) : view);
        const row = make(
            'div',
            { id: `hit-${index}`, class: 'row', set: { role: 'option', 'aria-selected': String(index === this.at), 'data-hit': String(index) } },
            make('span', { class: 'title' }, thing.title),
            make('span', { class: 'kind' }, kindWithin(thing.kind, holder?.title)),
            make('span', { class: 'where' }, where),
        );
        row.addEventListener('click', () => {
            this.choose(index);
            this.reach();
        });
        return row;
    }
}
