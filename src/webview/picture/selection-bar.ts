import type { OwnView, ThingFacts } from '../../protocol.ts';
import { t } from '../l10n.ts';
import { moveFocus } from '../focus.ts';
import { button, icon, make } from '../toolbar/dom.ts';
import { thingKind, viewWords } from '../toolbar/words.ts';
import type { Direction } from './things-index.ts';
import { words } from './words.ts';

export interface SelectionBarActions {
    readonly follow: (direction: Direction) => void;
    readonly open: (own: OwnView) => void;
    readonly zoom: () => void;
    readonly text: () => void;
    readonly end: () => void;
}

/** What can be done with the selected thing, below the picture. */
export class SelectionBar {
    readonly element = make('div', { class: 'selection-bar' });
    private readonly actions: SelectionBarActions;
    private shown = '';

    constructor(actions: SelectionBarActions) {
        this.actions = actions;
        this.element.setAttribute('role', 'toolbar');
        this.element.hidden = true;
    }

    show(thing: ThingFacts, direction: Direction, up: number, down: number): void {
        const shown = JSON.stringify([thing.kind, thing.id, thing.title, thing.own, direction, up, down]);
        if (shown === this.shown) return;
        this.shown = shown;
        const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-do') : undefined;
        this.element.setAttribute('aria-label', t('Selected: {0}', thing.title));
        this.element.hidden = false;
        this.element.replaceChildren(
            make('span', { class: 'what' }, make('small', {}, thingKind(thing.kind)), ' ', make('b', {}, thing.title)),
            group(words.whatHangsOnIt, [
                this.follow('up', `${words.upstream} ${up}`, direction),
                this.follow('both', words.both, direction),
                this.follow('down', `${words.downstream} ${down}`, direction),
            ]),
            ...(thing.own.length === 0
                ? []
                : [
                      group(
                          words.open,
                          thing.own.map((own, place) =>
                              action(`open-${own.as}`, viewWords[own.as], place === 0 ? words.openFirst : words.open, () => this.actions.open(own)),
                          ),
                      ),
                  ]),
            group('', [
                action('zoom', words.zoom, words.zoomHint, this.actions.zoom),
                action('text', words.text, words.textHint, this.actions.text),
                button({ name: words.close, set: { 'data-do': 'end' } }, this.actions.end, icon('close')),
            ]),
        );
        if (focused) moveFocus(this.element.querySelector<HTMLElement>(`[data-do="${focused}"]`));
    }

    hide(): void {
        this.shown = '';
        this.element.hidden = true;
        this.element.replaceChildren();
    }

    private follow(direction: Direction, face: string, chosen: Direction): HTMLButtonElement {
        const made = action(direction, face, words.hints[direction], () => this.actions.follow(direction));
        made.setAttribute('aria-pressed', String(direction === chosen));
        return made;
    }
}

function action(name: string, face: string, hint: string, act: () => void): HTMLButtonElement {
    return button({ name: face, title: hint, set: { 'data-do': name } }, act, face);
}

function group(label: string, buttons: readonly HTMLButtonElement[]): HTMLElement {
    const made = make('span', { class: 'group' }, ...buttons);
    if (label !== '') {
        made.setAttribute('role', 'group');
        made.setAttribute('aria-label', label);
    }
    return made;
}
