/** A new element with its class, and what stands in it; texts are texts, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...inside: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    if (className !== '') element.className = className;
    element.append(...inside);
    return element;
}

/** A button with a word or a sign, and what it does in full. */
export function button(className: string, face: string, hint: string, onClick: () => void): HTMLButtonElement {
    const made = make('button', className, face);
    made.type = 'button';
    made.title = hint;
    made.addEventListener('click', onClick);
    return made;
}
