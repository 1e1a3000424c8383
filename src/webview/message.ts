import type { Instead } from './instead.ts';
import { make } from './toolbar/dom.ts';

/** What a reader can do next. */
export interface NextStep {
    readonly name: string;
    readonly do: () => void;
}

/** The words that stand where there is no picture: why, what to write, and what to do next. */
export class Message {
    private readonly element: HTMLElement;

    constructor(element: HTMLElement) {
        this.element = element;
    }

    /** All texts are shown as texts. */
    show({ words, example, steps }: Instead): void {
        const buttons = steps.map((step) => {
            const button = make('button', { set: { type: 'button' } }, step.name);
            button.addEventListener('click', () => step.do());
            return button;
        });
        this.element.replaceChildren(
            make('p', {}, words),
            ...(example === undefined ? [] : [make('pre', {}, example)]),
            ...(buttons.length === 0 ? [] : [make('div', { class: 'steps' }, ...buttons)]),
        );
        this.element.hidden = false;
    }

    hide(): void {
        this.element.hidden = true;
    }
}
