import type { PreviewContent, PreviewThings, PreviewWish } from '../protocol.ts';
import type { ViewAdjustments } from '../protocol/way.ts';
import type { Host } from './host.ts';
import { t } from './l10n.ts';
import type { Stage } from './stage.ts';
import { groupStep, withFilter } from './toolbar/adjusting.ts';
import { Asker } from './toolbar/asker.ts';
import { button, icon, make } from './toolbar/dom.ts';
import { Filters } from './toolbar/filters.ts';
import { Search } from './toolbar/search.ts';
import { ViewChooser } from './toolbar/view-chooser.ts';
import { viewWords } from './toolbar/words.ts';

type Shown = Pick<PreviewContent, 'views' | 'view' | 'own'>;

/** The row above the picture, by which a reader finds their way: views, search, filters, overlays and zoom. */
export class Toolbar {
    readonly asker: Asker;
    private readonly host: Host;
    private readonly chooser: ViewChooser;
    private readonly search: Search;
    private readonly filters: Filters;
    private readonly full: HTMLButtonElement;
    private things: PreviewThings | undefined;
    private shown: Shown | undefined;

    constructor(host: Host, stage: () => Stage) {
        this.host = host;
        this.asker = new Asker(host);
        const wish = (change: Partial<PreviewWish>): void => host.wish(change);
        const goToView = (view: string): void => wish({ view, own: undefined });
        this.chooser = new ViewChooser(this.asker, goToView);
        this.search = new Search(this.asker, { stage, goToView, goToText: (thing) => host.send({ type: 'select', thing, aside: true }) });
        this.filters = new Filters(this.asker, (adjust: ViewAdjustments) => wish({ adjust }));
        this.full = button({ id: 'zoom-full', name: t('Show at 100 percent'), title: t('Show at 100 % (1)') }, () => stage().zoomFull(), '100 %');
        const bar = element('toolbar', HTMLElement);
        bar.append(
            this.chooser.button,
            this.search.element,
            ...this.filters.buttons,
            make('span', { class: 'gap' }),
            make(
                'span',
                { class: 'zoom', set: { role: 'group', 'aria-label': t('Zoom') } },
                button({ id: 'zoom-out', name: t('Zoom out'), title: t('Zoom out (-)') }, () => stage().zoom(0.8), icon('minus')),
                this.full,
                button({ id: 'zoom-in', name: t('Zoom in'), title: t('Zoom in (+)') }, () => stage().zoom(1.25), icon('plus')),
                button({ id: 'fit-width', name: t('Fit the width'), title: t('Fit the width (w)') }, () => stage().fit('width'), icon('width')),
                button({ id: 'fit-whole', name: t('Fit the whole picture'), title: t('Fit the whole picture (0)') }, () => stage().fit('whole'), icon('whole')),
            ),
        );
        bar.after(this.filters.bar);
        document.addEventListener('keydown', (event) => this.key(event));
    }

    showScale(scale: number): void {
        const words = `${Math.round(scale * 100)} %`;
        if (this.full.textContent !== words) this.full.textContent = words;
    }

    /** What is shown now, and what else could be. */
    show(content: PreviewContent): void {
        this.showViews(content);
        const { way, picture } = content;
        // A picture that failed says nothing of filters: those that are set still are.
        if (picture.state !== 'failed') this.filters.show(this.host.state().adjust ?? {}, way);
    }

    /** The views of the map, and which of them is shown or is about to be. */
    showViews(shown: Shown): void {
        this.shown = shown;
        const { views, view, own } = shown;
        this.chooser.show(views, view, own ? this.ownTitle(own) : '');
        this.search.knowViews(views);
    }

    know(things: PreviewThings): void {
        this.things = things;
        // What the thing of an own view is called is known only now.
        if (this.shown?.own) this.showViews(this.shown);
        this.search.know(things);
    }

    /** Another picture stands on the stage. */
    pictureChanged(): void {
        this.search.pictureChanged();
    }

    /** Another map is about to be shown. */
    forget(): void {
        this.things = undefined;
        this.shown = undefined;
        this.search.forget();
    }

    openViews(): void {
        this.chooser.open();
    }

    /** Opens a group of a landscape that is drawn folded; by its id. */
    openGroup(id: string): void {
        const step = groupStep(id);
        if (!step) return;
        if ('around' in step) this.host.wish({ own: { as: 'landscape', of: { kind: 'system', id: step.around } } });
        else this.host.wish({ adjust: withFilter(this.host.state().adjust ?? {}, step.filter, step.value, true) });
    }

    clearFilters(): void {
        this.filters.clear();
    }

    private ownTitle({ as, of }: NonNullable<PreviewContent['own']>): string {
        const thing = this.things?.things.find(({ kind, id }) => kind === of.kind && id === of.id);
        return `${viewWords[as]}: ${thing?.title ?? of.id}`;
    }

    private key(event: KeyboardEvent): void {
        const { key, target } = event;
        if (key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey) this.search.focus();
        else if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
        else if (document.querySelector('.popover:not([hidden])')) return;
        else if (key === '/') this.search.focus();
        else if (key === 'v') this.chooser.open();
        else if (key === 'f') this.filters.openFilters();
        else if (key === 'o') this.filters.openOverlays();
        else if (key === 'PageDown') this.chooser.step(1);
        else if (key === 'PageUp') this.chooser.step(-1);
        else return;
        event.preventDefault();
    }
}

/** An element of the page by its id. Throws where the page has none of that type. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
    const found = document.getElementById(id);
    if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with the id ${id}.`);
    return found;
}
