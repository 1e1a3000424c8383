import type { ThingReference } from '../protocol.ts';
import { cleanSvg } from './clean-svg.ts';
import type { Stage } from './stage.ts';

/** The picture in the page: replaced only when it has changed, in the colours of VS Code's theme. */
export class PictureView {
    private readonly stage: Stage;
    private readonly sheet = new CSSStyleSheet();
    private shown: string | undefined;
    private marked: readonly ThingReference[] = [];

    /** `onSelect` hears of each thing that is clicked, or entered by key; and whether its text is to be shown to the side. */
    constructor(stage: Stage, onSelect: (thing: ThingReference, aside: boolean) => void) {
        this.stage = stage;
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
        stage.element.addEventListener('click', (event) => select(event, onSelect));
        stage.element.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' || event.key === ' ') select(event, onSelect);
        });
        new MutationObserver(() => this.colour()).observe(document.body, { attributeFilter: ['class'] });
    }

    /** @throws an Error where the text is no SVG */
    show(svg: string): void {
        if (svg === this.shown) return;
        const { root, css } = cleanSvg(svg);
        const focused = thingOf(document.activeElement);
        this.sheet.replaceSync(css);
        this.shown = svg;
        this.stage.show(document.adoptNode(root), { width: root.width.baseVal.value, height: root.height.baseVal.value });
        this.colour();
        this.mark(this.marked);
        if (focused) this.focus(focused);
    }

    clear(): void {
        this.shown = undefined;
        this.stage.show(undefined, undefined);
    }

    /** Marks the first of these things that is drawn: those in whose declarations the cursor is, the innermost first. */
    mark(things: readonly ThingReference[]): void {
        this.marked = things;
        for (const element of this.stage.element.querySelectorAll('.marked')) element.classList.remove('marked');
        const drawn = things.map((thing) => this.elementsOf(thing)).find(({ length }) => length > 0);
        for (const element of drawn ?? []) element.classList.add('marked');
    }

    private focus(thing: ThingReference): void {
        this.elementsOf(thing)[0]?.focus({ preventScroll: true });
    }

    private elementsOf({ kind, id }: ThingReference): NodeListOf<SVGElement> {
        return this.stage.element.querySelectorAll<SVGElement>(`[data-kind="${CSS.escape(kind)}"][data-id="${CSS.escape(id)}"]`);
    }

    private colour(): void {
        const { classList } = document.body;
        const dark = classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
        const root = this.stage.element.querySelector('svg');
        root?.classList.toggle('dark', dark);
        root?.classList.toggle('light', !dark);
    }
}

function select(event: MouseEvent | KeyboardEvent, onSelect: (thing: ThingReference, aside: boolean) => void): void {
    const thing = thingOf(event.target);
    if (!thing) return;
    event.preventDefault();
    onSelect(thing, event.ctrlKey || event.metaKey);
}

function thingOf(target: EventTarget | null): ThingReference | undefined {
    const element = target instanceof Element ? target.closest('[data-id]') : null;
    const id = element?.getAttribute('data-id');
    const kind = element?.getAttribute('data-kind');
    return id && kind ? { kind, id } : undefined;
}
