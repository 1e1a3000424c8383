/** Puts the page and its pictures in light or dark colours; `auto` leaves that to the reader's screen. */
export function chooseScheme(choice: HTMLSelectElement, pictures: readonly SVGSVGElement[]): void {
    const colour = (): void => {
        for (const element of [document.documentElement, ...pictures]) {
            element.classList.toggle('dark', choice.value === 'dark');
            element.classList.toggle('light', choice.value === 'light');
        }
    };
    choice.addEventListener('change', colour);
    // A browser may keep what was chosen when a page is loaded again.
    colour();
}
