import type { FilterChoices, FilterName, ViewAdjustments, ViewWay } from '../../protocol/way.ts';
import { filteredWords, isSwitched, withFilter, withOverlay, withoutFilters, withoutOverlays } from './adjusting.ts';
import { moveFocus } from '../focus.ts';
import type { Asker } from './asker.ts';
import { t } from '../l10n.ts';
import { button, icon, make } from './dom.ts';
import { Popover } from './popover.ts';
import { filterTitles, overlayWords } from './words.ts';

const noWay: ViewWay = { filters: [], overlays: [], set: [] };

/** The filters and overlays that a reader sets by hand: two buttons, what opens below them, and the row that says what is filtered. */
export class Filters {
    readonly buttons: readonly HTMLButtonElement[];
    /** Says what is filtered, and lets go of it. */
    readonly bar = make('div', { id: 'filtered', set: { role: 'region', 'aria-label': t('Filters') } });
    private readonly asker: Asker;
    private readonly onAdjust: (adjust: ViewAdjustments) => void;
    private readonly filter = button({ id: 'filter', name: t('Filter'), title: t('Filter (f)') }, () => undefined, icon('filter'));
    private readonly overlay = button({ id: 'overlays', name: t('Overlays'), title: t('Overlays (o)') }, () => undefined, icon('overlays'));
    private readonly filterPanel: Popover;
    private readonly overlayPanel: Popover;
    private readonly status = make('span', { class: 'status', set: { role: 'status' } });
    private readonly chips = make('span', { class: 'chips' });
    /** Undefined until the server has answered. */
    private choices: readonly FilterChoices[] | undefined;
    private adjust: ViewAdjustments = {};
    private way: ViewWay = noWay;
    private listed = '[]';
    /** What the open panel was drawn of. */
    private drawnOf = '';

    /** `onAdjust` hears of all adjustments whenever one of them changes. */
    constructor(asker: Asker, onAdjust: (adjust: ViewAdjustments) => void) {
        this.asker = asker;
        this.onAdjust = onAdjust;
        this.buttons = [this.filter, this.overlay];
        this.filterPanel = new Popover(this.filter, t('Filter'), () => this.startFilters());
        this.overlayPanel = new Popover(this.overlay, t('Overlays'), () => this.startOverlays());
        this.filterPanel.panel.classList.add('filter-panel');
        this.overlayPanel.panel.classList.add('overlay-panel');
        this.bar.hidden = true;
        this.bar.append(
            icon('filter'),
            this.status,
            this.chips,
            button({ id: 'clear-filters', class: 'link', name: t('Clear all filters') }, () => this.clear(), t('Clear')),
        );
    }

    /** How the shown view is adjusted, and can be. */
    show(adjust: ViewAdjustments, way: ViewWay = noWay): void {
        this.adjust = adjust;
        this.way = way;
        const count = way.set.length;
        this.filter.classList.toggle('on', count > 0);
        this.filter.setAttribute('aria-label', count === 0 ? t('Filter') : t('Filter, {0} set', count));
        this.overlay.classList.toggle('on', isSwitched(adjust, way.overlays));
        this.overlay.disabled = way.overlays.length === 0;
        this.overlay.title = way.overlays.length === 0 ? t('This kind of view has no overlays') : t('Overlays (o)');
        this.bar.hidden = count === 0;
        const words = filteredWords(way);
        if (this.status.textContent !== words) this.status.textContent = words;
        const listed = JSON.stringify(way.set);
        // Chips that stay the same keep the focus.
        if (listed !== this.listed) this.chips.replaceChildren(...way.set.map((one) => this.chip(one)));
        this.listed = listed;
        if (this.filterPanel.isOpen) void this.refreshChoices();
        if (this.overlayPanel.isOpen) this.drawOverlays();
    }

    openFilters(): void {
        this.filterPanel.open();
    }

    openOverlays(): void {
        if (!this.overlay.disabled) this.overlayPanel.open();
    }

    /** Lets all filters go. */
    clear(): void {
        this.change(withoutFilters(this.adjust));
    }

    private change(adjust: ViewAdjustments): void {
        this.adjust = adjust;
        this.onAdjust(adjust);
    }

    private chip({ name, value, title, applies }: ViewWay['set'][number]): HTMLElement {
        const words = name === 'personal' ? filterTitles.personal : `${filterTitles[name]}: ${title}`;
        const chip = button(
            {
                class: applies ? 'chip' : 'chip idle',
                name: t('Remove the filter {0}', words),
                title: applies ? t('Remove this filter') : t('Means nothing in this kind of view; remove this filter'),
            },
            () => {
                this.change(withFilter(this.adjust, name, value, false));
                this.filter.focus();
            },
            make('span', {}, words),
            icon('close'),
        );
        chip.dataset['filter'] = `${name} ${value}`;
        return chip;
    }

    private startFilters(): void {
        this.drawFilters();
        void this.refreshChoices();
        this.filterPanel.panel.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
        if (!this.filterPanel.panel.contains(document.activeElement)) this.filterPanel.panel.focus();
    }

    private async refreshChoices(): Promise<void> {
        const answer = await this.asker.ask({ ask: 'choices' });
        if (!answer || !this.filterPanel.isOpen) return;
        const isNew = JSON.stringify(answer.choices) !== JSON.stringify(this.choices);
        this.choices = answer.choices;
        // A box that goes between a key's way down and up is not ticked.
        if (this.drawnOf === this.filterState()) return;
        const focused = document.activeElement;
        const mark = focused instanceof HTMLInputElement ? focused.dataset['filter'] : undefined;
        const wasEmpty = isNew && mark === undefined;
        this.drawFilters();
        const inputs = [...this.filterPanel.panel.querySelectorAll('input')];
        moveFocus(inputs.find(({ dataset }) => dataset['filter'] === mark) ?? (wasEmpty ? inputs.find(({ disabled }) => !disabled) : undefined));
    }

    private filterState(): string {
        return JSON.stringify([this.choices, this.way, this.adjust]);
    }

    private drawFilters(): void {
        this.drawnOf = this.filterState();
        const { panel } = this.filterPanel;
        const { scrollTop } = panel;
        const sections = (this.choices ?? []).map(({ name, choices }) => {
            const applies = this.way.filters.includes(name);
            const section = make('fieldset', { class: applies ? '' : 'idle' }, make('legend', {}, filterTitles[name]));
            if (!applies) section.append(make('p', { class: 'hint' }, t('Means nothing in this kind of view.')));
            section.append(...choices.map(({ value, title }) => this.choice(name, value, name === 'personal' ? t('Only with personal data') : title)));
            return section;
        });
        const none = make(
            'p',
            { class: 'hint' },
            t('This map states nothing to filter by yet. Write who owns a system, its category, region or tags:'),
            make('code', {}, 'system crm { owner sales category crm tags core }'),
        );
        const isSet = this.way.set.length > 0;
        const clear = button({ class: 'link', name: t('Clear all filters') }, () => this.clear(), t('Clear all'));
        clear.disabled = !isSet;
        panel.replaceChildren(
            make('div', { class: 'sections' }, ...(this.choices?.length === 0 ? [none] : sections)),
            ...(sections.length > 0 ? [make('div', { class: 'foot' }, make('span', {}, filteredWords(this.way)), clear)] : []),
        );
        panel.scrollTop = scrollTop;
    }

    private choice(name: FilterName, value: string, title: string): HTMLElement {
        const box = make('input', { set: { type: 'checkbox' } });
        box.dataset['filter'] = `${name} ${value}`;
        box.checked = this.adjust.filters?.[name]?.includes(value) === true;
        box.addEventListener('change', () => this.change(withFilter(this.adjust, name, value, box.checked)));
        return make('label', { title }, box, make('span', {}, title));
    }

    private startOverlays(): void {
        this.drawOverlays();
        this.overlayPanel.panel.querySelector<HTMLElement>('input')?.focus();
    }

    private drawOverlays(): void {
        const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset['overlay'] : undefined;
        const rows = this.way.overlays.map((overlay) => {
            const [title, help] = overlayWords[overlay.name];
            const box = make('input', { set: { type: 'checkbox', role: 'switch' } });
            box.dataset['overlay'] = overlay.name;
            box.checked = overlay.isOn;
            box.addEventListener('change', () => this.change(withOverlay(this.adjust, overlay, box.checked)));
            return make('label', {}, box, make('span', {}, title, make('small', {}, overlay.isInText ? t('{0}. The view says so.', help) : help)));
        });
        const reset = button({ class: 'link', name: t('As the view says') }, () => this.change(withoutOverlays(this.adjust)), t('As the view says'));
        reset.disabled = !isSwitched(this.adjust, this.way.overlays);
        this.overlayPanel.panel.replaceChildren(make('div', { class: 'sections' }, ...rows), make('div', { class: 'foot' }, make('span', {}), reset));
        for (const box of this.overlayPanel.panel.querySelectorAll('input')) if (box.dataset['overlay'] === focused) moveFocus(box);
    }
}
