import { make } from './dom.ts';

/** What opens below a button: one at a time, closed by Escape, by a click beside it, or when the focus leaves it. */
export class Popover {
    readonly panel: HTMLElement;
    private readonly button: HTMLElement;
    private readonly onOpen: () => void;
    private readonly onClose: () => void;

    constructor(button: HTMLElement, name: string, onOpen: () => void, onClose: () => void = () => undefined) {
        this.button = button;
        this.onOpen = onOpen;
        this.onClose = onClose;
        this.panel = make('div', { class: 'popover', set: { role: 'dialog', 'aria-label': name, tabindex: '-1' } });
        this.panel.hidden = true;
        document.body.append(this.panel);
        button.setAttribute('aria-haspopup', 'dialog');
        button.setAttribute('aria-expanded', 'false');
        button.addEventListener('click', () => this.toggle());
        this.panel.addEventListener('keydown', (event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            this.close();
        });
        document.addEventListener('pointerdown', ({ target }) => {
            if (this.isOpen && target instanceof Node && !this.panel.contains(target) && !button.contains(target)) this.hide();
        });
        this.panel.addEventListener('focusout', ({ relatedTarget }) => {
            if (relatedTarget instanceof Node && !this.panel.contains(relatedTarget) && relatedTarget !== button) this.hide();
        });
        window.addEventListener('resize', () => this.place());
    }

    get isOpen(): boolean {
        return !this.panel.hidden;
    }

    open(): void {
        this.panel.hidden = false;
        this.button.setAttribute('aria-expanded', 'true');
        this.onOpen();
        this.place();
    }

    /** Closes it, and gives the focus back to its button. */
    close(): void {
        if (!this.isOpen) return;
        this.hide();
        this.button.focus();
    }

    toggle(): void {
        if (this.isOpen) this.close();
        else this.open();
    }

    private hide(): void {
        this.panel.hidden = true;
        this.button.setAttribute('aria-expanded', 'false');
        this.onClose();
    }

    private place(): void {
        if (!this.isOpen) return;
        const { left, bottom } = this.button.getBoundingClientRect();
        this.panel.style.maxHeight = `${Math.max(120, window.innerHeight - bottom - 16)}px`;
        this.panel.style.top = `${bottom + 2}px`;
        this.panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - this.panel.offsetWidth - 8))}px`;
    }
}
