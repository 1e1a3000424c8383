const patienceMs = 1_000;

/** Moves the focus within the page. A page that has not got it leaves it where it is: in a text, or in a box of VS Code. */
export function moveFocus(to: HTMLElement | SVGElement | null | undefined, options?: FocusOptions): void {
    if (document.hasFocus()) to?.focus(options);
}

/** Waits until the page has the focus, and no longer than one has patience: it may have gone elsewhere. */
export function untilFocused(): Promise<void> {
    if (document.hasFocus()) return Promise.resolve();
    return new Promise((resolve) => {
        const end = (): void => {
            clearTimeout(patience);
            window.removeEventListener('focus', end);
            resolve();
        };
        const patience = setTimeout(end, patienceMs);
        window.addEventListener('focus', end);
    });
}
