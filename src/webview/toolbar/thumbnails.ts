import { cleaned, readSvg } from '../clean-svg.ts';
import type { Asker } from './asker.ts';

/** Larger pictures would make the list slow, and say nothing when they are small. */
const mostCharacters = 600_000;

/** Small pictures of views, drawn by the server one after the other, when they come into sight. */
export class Thumbnails {
    private readonly asker: Asker;
    private readonly known = new Map<string, string>();
    private readonly holders = new Map<Element, string>();
    private readonly waiting: Element[] = [];
    private readonly seen: IntersectionObserver;
    private isAsking = false;
    /** Counts the texts that the pictures are of. */
    private edition = 0;

    constructor(asker: Asker) {
        this.asker = asker;
        this.seen = new IntersectionObserver((entries) => {
            for (const { isIntersecting, target } of entries) if (isIntersecting) this.want(target);
        });
        new MutationObserver(() => {
            for (const holder of this.holders.keys()) {
                const root = holder.shadowRoot?.querySelector('svg');
                if (root) colour(root);
            }
        }).observe(document.body, { attributeFilter: ['class'] });
    }

    /** Forgets the pictures: the text has changed. */
    forget(): void {
        this.edition += 1;
        this.known.clear();
    }

    /** Fills an element with a view's picture, once it comes into sight. */
    fill(holder: Element, view: string): void {
        this.holders.set(holder, view);
        this.seen.observe(holder);
    }

    /** Lets go of all elements. */
    empty(): void {
        this.seen.disconnect();
        this.holders.clear();
        this.waiting.length = 0;
    }

    private want(holder: Element): void {
        this.seen.unobserve(holder);
        const view = this.holders.get(holder);
        if (view === undefined) return;
        const svg = this.known.get(view);
        if (svg === undefined) {
            this.waiting.push(holder);
            void this.next();
        } else show(holder, svg);
    }

    private async next(): Promise<void> {
        if (this.isAsking) return;
        const holder = this.waiting.shift();
        const view = holder && this.holders.get(holder);
        if (!holder || view === undefined) return;
        this.isAsking = true;
        const { edition } = this;
        const answer = await this.asker.ask({ ask: 'thumbnail', view });
        this.isAsking = false;
        if (answer && answer.svg.length <= mostCharacters) {
            if (edition === this.edition) this.known.set(view, answer.svg);
            if (this.holders.get(holder) === view) show(holder, answer.svg);
        } else holder.classList.add('without');
        void this.next();
    }
}

/** The picture stands in a tree of its own, so that its ids and style rules mean nothing to the page. */
function show(holder: Element, text: string): void {
    const { root: received, css } = readSvg(text);
    const root = cleaned(received);
    if (!root) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${css}\nsvg{display:block;width:100%;height:100%}`);
    const tree = holder.shadowRoot ?? holder.attachShadow({ mode: 'open' });
    tree.adoptedStyleSheets = [sheet];
    const { width, height } = { width: received.width.baseVal.value, height: received.height.baseVal.value };
    if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
    // Of a long picture the upper part says more than all of it.
    root.setAttribute('preserveAspectRatio', height > width ? 'xMidYMin slice' : 'xMidYMid meet');
    for (const element of [root, ...root.querySelectorAll('[tabindex]')]) element.removeAttribute('tabindex');
    for (const title of root.querySelectorAll('title')) title.remove();
    tree.replaceChildren(root);
    colour(root);
    holder.classList.add('filled');
}

function colour(root: SVGSVGElement): void {
    const { classList } = document.body;
    const isDark = classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
    root.classList.toggle('dark', isDark);
    root.classList.toggle('light', !isDark);
}
