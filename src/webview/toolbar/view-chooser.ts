import type { ViewSummary } from '../../protocol.ts';
import { hasWords } from '../shared/same-words.ts';
import { t } from '../l10n.ts';
import { moveFocus } from '../focus.ts';
import type { Asker } from './asker.ts';
import { button, icon, make } from './dom.ts';
import { gridStep } from './grid-step.ts';
import { Popover } from './popover.ts';
import { Thumbnails } from './thumbnails.ts';
import { kindTitles, viewTitle } from './words.ts';

/** So many views are found by looking at them. */
const fewViews = 6;

/** The list of a map's views by their kinds, each with a small picture, and the button that opens it. */
export class ViewChooser {
    readonly button: HTMLButtonElement;
    private readonly onView: (view: string) => void;
    private readonly thumbnails: Thumbnails;
    private readonly popover: Popover;
    private readonly name = make('span', { class: 'name' });
    private readonly field = make('input', {
        class: 'field',
        set: {
            type: 'text',
            placeholder: t('Find a view'),
            'aria-label': t('Find a view'),
            role: 'combobox',
            'aria-controls': 'views',
            'aria-expanded': 'true',
            autocomplete: 'off',
            spellcheck: 'false',
        },
    });
    private readonly list = make('div', { id: 'views', class: 'views', set: { role: 'listbox', 'aria-label': t('Views') } });
    private readonly none = make('p', { class: 'none', set: { role: 'status' } }, t('No view is called so.'));
    private views: readonly ViewSummary[] = [];
    private options: HTMLElement[] = [];
    private at = -1;
    private shown: string | undefined;

    /** `onView` hears of each view that the reader chooses, by its name. */
    constructor(asker: Asker, onView: (view: string) => void) {
        this.onView = onView;
        this.thumbnails = new Thumbnails(asker);
        this.button = button(
            { id: 'view', class: 'chooser', name: t('View'), title: t('Choose the view (v)') },
            () => undefined,
            icon('views'),
            this.name,
            icon('down'),
        );
        this.popover = new Popover(
            this.button,
            t('Views'),
            () => this.start(),
            () => this.end(),
        );
        this.popover.panel.classList.add('chooser-panel');
        this.popover.panel.append(this.field, this.none, this.list);
        this.field.addEventListener('input', () => this.narrow());
        this.popover.panel.addEventListener('keydown', (event) => this.key(event));
    }

    /** The views of the map, which of them is shown, and what the shown one is called where it is none of them. */
    show(views: readonly ViewSummary[], shown: string | undefined, other: string): void {
        const isSame = shown === this.shown && JSON.stringify(views) === JSON.stringify(this.views);
        this.views = views;
        this.shown = shown;
        const view = views.find(({ name }) => name === shown);
        const title = view ? viewTitle(views, view) : other;
        if (this.name.textContent !== title) this.name.textContent = title;
        this.button.hidden = views.length === 0 && other === '';
        this.button.setAttribute('aria-label', t('View: {0}', title));
        this.button.dataset['view'] = shown ?? '';
        this.thumbnails.forget();
        if (this.popover.isOpen && !isSame) this.start();
    }

    /** Lists the views below the button. */
    open(): void {
        this.popover.open();
    }

    /** Goes so many views on in the order of the map. */
    step(by: number): void {
        const view = this.views[this.views.findIndex(({ name }) => name === this.shown) + by];
        if (view) this.onView(view.name);
    }

    private start(): void {
        this.field.value = '';
        this.field.hidden = this.views.length <= fewViews;
        const kinds = [...new Set(this.views.map(({ kind }) => kind))];
        this.options = [];
        this.list.replaceChildren(
            ...kinds.map((kind) => {
                const options = this.views.filter((view) => view.kind === kind).map((view) => this.option(view));
                this.options.push(...options);
                return make(
                    'div',
                    { class: `group of-${Math.min(options.length, 3)}`, set: { role: 'group', 'aria-label': kindTitles[kind] } },
                    make('div', { class: 'heading', set: { 'aria-hidden': 'true' } }, kindTitles[kind]),
                    make('div', { class: 'grid' }, ...options),
                );
            }),
        );
        this.narrow();
        this.go(
            Math.max(
                0,
                this.options.findIndex(({ dataset }) => dataset['view'] === this.shown),
            ),
        );
        moveFocus(this.field.hidden ? this.popover.panel : this.field);
    }

    private end(): void {
        this.thumbnails.empty();
        this.list.replaceChildren();
    }

    private option({ name, title, kind }: ViewSummary): HTMLElement {
        const picture = make('div', { class: 'thumbnail', set: { 'aria-hidden': 'true' } });
        const option = make(
            'div',
            {
                id: `view-${this.options.length}-${name}`,
                class: 'view',
                title: `${title} (${name})`,
                set: { role: 'option', 'aria-selected': String(name === this.shown) },
            },
            picture,
            make('span', { class: 'caption' }, title),
        );
        option.dataset['view'] = name;
        option.dataset['words'] = `${title} ${name} ${kind} ${kindTitles[kind]}`;
        option.addEventListener('click', () => this.choose(name));
        option.addEventListener('pointermove', () => this.go(this.options.indexOf(option), false));
        this.thumbnails.fill(picture, name);
        return option;
    }

    private narrow(): void {
        for (const option of this.options) option.hidden = this.field.value.trim() !== '' && !hasWords(option.dataset['words'] ?? '', this.field.value);
        for (const group of this.list.children) if (group instanceof HTMLElement) group.hidden = group.querySelector('.view:not([hidden])') === null;
        const seen = this.seen();
        this.none.hidden = seen.length > 0;
        const [first] = seen;
        if (first && this.options[this.at]?.hidden !== false) this.go(this.options.indexOf(first));
    }

    private seen(): HTMLElement[] {
        return this.options.filter((option) => !option.hidden);
    }

    private go(at: number, scroll = true): void {
        this.options[this.at]?.classList.remove('active');
        this.at = at;
        const option = this.options[at];
        option?.classList.add('active');
        if (scroll) option?.scrollIntoView({ block: 'nearest' });
        for (const element of [this.field, this.popover.panel]) element.setAttribute('aria-activedescendant', option?.id ?? '');
    }

    private choose(view: string): void {
        this.popover.close();
        this.onView(view);
    }

    private key(event: KeyboardEvent): void {
        const { key } = event;
        if (key === 'Enter') {
            const view = this.options[this.at]?.dataset['view'];
            if (view !== undefined && this.options[this.at]?.hidden === false) this.choose(view);
        } else if (key === 'ArrowUp' || key === 'ArrowDown' || ((key === 'ArrowLeft' || key === 'ArrowRight') && this.field.value === '')) {
            const seen = this.seen();
            const current = this.options[this.at];
            const next =
                seen[
                    gridStep(
                        seen.map((option) => option.getBoundingClientRect()),
                        current ? seen.indexOf(current) : -1,
                        key,
                    )
                ];
            if (next) this.go(this.options.indexOf(next));
        } else return;
        event.preventDefault();
        event.stopPropagation();
    }
}
