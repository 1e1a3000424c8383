import type { ViewSummary } from '../protocol.ts';
import type { Stage } from './stage.ts';

/** The row above the picture: the view's chooser and the buttons for zoom. */
export class Toolbar {
    private readonly chooser = element('view', HTMLSelectElement);
    private readonly full = element('zoom-full', HTMLButtonElement);
    private listed = '';

    /** `onView` hears of each view that the reader chooses, by its name. */
    constructor(stage: () => Stage, onView: (view: string) => void) {
        this.chooser.addEventListener('change', () => onView(this.chooser.value));
        this.full.addEventListener('click', () => stage().zoomFull());
        element('zoom-in', HTMLButtonElement).addEventListener('click', () => stage().zoom(1.25));
        element('zoom-out', HTMLButtonElement).addEventListener('click', () => stage().zoom(0.8));
        element('fit-width', HTMLButtonElement).addEventListener('click', () => stage().fit('width'));
        element('fit-whole', HTMLButtonElement).addEventListener('click', () => stage().fit('whole'));
    }

    showScale(scale: number): void {
        this.full.textContent = `${Math.round(scale * 100)} %`;
    }

    /** Lists the views of a map, and marks the one that is shown. */
    showViews(views: readonly ViewSummary[], shown: string | undefined): void {
        const listed = JSON.stringify(views);
        if (listed !== this.listed) {
            this.listed = listed;
            this.chooser.replaceChildren(...views.map(optionOf));
        }
        this.chooser.hidden = views.length === 0;
        if (shown !== undefined) this.chooser.value = shown;
    }
}

function optionOf({ name, title, kind }: ViewSummary): HTMLOptionElement {
    const saysKind = title.toLowerCase().endsWith(kind);
    return new Option(saysKind ? title : `${title} (${kind})`, name);
}

/** An element of the page by its id. Throws where the page has none of that type. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
    const found = document.getElementById(id);
    if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with the id ${id}.`);
    return found;
}
