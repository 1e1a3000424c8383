import type { Stage } from '../stage.ts';

/** A view of the map: its picture, the part of the page that holds it when it is not on the stage, and its link in the list. */
export interface PageView {
    readonly name: string;
    readonly svg: SVGSVGElement;
    readonly section: HTMLElement;
    readonly link: HTMLAnchorElement;
}

/** The views of the page. One stands on the stage; the others wait in their sections, in the order of the list. */
export class Views {
    readonly all: readonly PageView[];
    private readonly stage: Stage;
    private readonly onShow: (view: PageView) => void;
    private shown: PageView | undefined;

    /** `onShow` hears of each view that comes onto the stage. */
    constructor(stage: Stage, onShow: (view: PageView) => void) {
        this.stage = stage;
        this.onShow = onShow;
        this.all = [...document.querySelectorAll<HTMLElement>('.p-views > section')].flatMap((section) => {
            const name = section.dataset['view'] ?? '';
            const svg = section.querySelector('svg');
            const link = document.querySelector<HTMLAnchorElement>(`.p-list a[data-view="${CSS.escape(name)}"]`);
            return svg && link ? [{ name, svg, section, link }] : [];
        });
        window.addEventListener('hashchange', () => this.follow());
        // A printed page has every view on a sheet of its own, so the one on the stage goes back among them.
        window.addEventListener('beforeprint', () => this.shown?.section.append(this.shown.svg));
        window.addEventListener('afterprint', () => this.putOnStage());
    }

    get current(): PageView | undefined {
        return this.shown;
    }

    /** Shows the view that the address names, else the first one. */
    follow(): void {
        const name = namedBy(location.hash);
        const view = this.all.find((one) => one.name === name) ?? this.all[0];
        if (view && view !== this.shown) this.show(view);
    }

    /** Goes to a view, so that the address names it. */
    go(view: PageView): void {
        if (view === this.shown) return;
        history.pushState(undefined, '', view.link.hash);
        this.show(view);
    }

    /** Goes so many views on in the list. */
    step(by: number): void {
        const place = this.all.findIndex((view) => view === this.shown);
        const view = this.all[place + by];
        if (view) this.go(view);
    }

    private show(view: PageView): void {
        if (this.shown) {
            this.shown.section.append(this.shown.svg);
            this.shown.link.removeAttribute('aria-current');
        }
        this.shown = view;
        view.link.setAttribute('aria-current', 'page');
        view.link.scrollIntoView({ block: 'nearest' });
        this.stage.fit('whole');
        this.putOnStage();
        this.onShow(view);
    }

    private putOnStage(): void {
        const svg = this.shown?.svg;
        if (svg) this.stage.show(svg, { width: svg.width.baseVal.value, height: svg.height.baseVal.value });
    }
}

function namedBy(hash: string): string | undefined {
    const [, written] = /^#view=(.*)$/s.exec(hash) ?? [];
    try {
        return written === undefined ? undefined : decodeURIComponent(written);
    } catch {
        // An address that is cut within a character names no view.
        return undefined;
    }
}
