import type { Place } from '../../protocol.ts';
import { Stage } from '../stage.ts';
import { showNames } from './hover-card.ts';
import { part } from './part.ts';
import { zoomByPinch } from './pinch.ts';
import { chooseScheme } from './scheme.ts';
import { Search } from './search.ts';
import { Views } from './views.ts';

/** What runs on a page, for who would do more there. */
export interface RunningPage {
    readonly stage: Stage;
    readonly views: Views;
    /** Where the reader has put the picture. */
    place(): Place;
}

/** Makes a page with pictures, which can be read and printed as it is, one in which a reader moves about. */
export function start(): RunningPage {
    const full = part('[data-do="full"]', HTMLButtonElement);
    let place: Place = { fit: 'whole' };
    const stage = new Stage(part('.p-stage', HTMLElement), place, (now, scale) => {
        place = now;
        full.textContent = `${Math.round(scale * 100)} %`;
    });
    const views = new Views(stage, ({ link }) => stage.element.setAttribute('aria-label', link.title));
    const pictures = views.all.map(({ svg }) => svg);
    // The card says the same, and twice is too often. Screen readers have the label.
    for (const svg of pictures) for (const title of svg.querySelectorAll('g[aria-label] > title')) title.remove();
    document.documentElement.classList.add('live');
    chooseScheme(part('.p-scheme', HTMLSelectElement), pictures);
    const search = new Search(stage, views);
    showNames(stage.element);
    zoomByPinch(stage);
    const actions: Readonly<Record<string, () => void>> = {
        previous: () => search.step(-1),
        next: () => search.step(1),
        smaller: () => stage.zoom(0.8),
        larger: () => stage.zoom(1.25),
        full: () => stage.zoomFull(),
        whole: () => stage.fit('whole'),
        wide: () => stage.fit('width'),
    };
    for (const button of document.querySelectorAll<HTMLElement>('[data-do]')) {
        button.addEventListener('click', () => actions[button.dataset['do'] ?? '']?.());
    }
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
        if (event.key === '/') search.focus();
        else if (event.key === 'PageDown') views.step(1);
        else if (event.key === 'PageUp') views.step(-1);
        else return;
        event.preventDefault();
    });
    views.follow();
    // Set by whoever opens the page to have it printed.
    if (document.documentElement.dataset['print'] !== undefined) window.print();
    return { stage, views, place: () => place };
}
