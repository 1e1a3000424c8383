interface Props {
    readonly class?: string;
    readonly id?: string;
    readonly title?: string;
    /** Attributes, such as `aria-label`. */
    readonly set?: Readonly<Record<string, string>>;
}

/** A new element; texts among its children stay texts. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    if (props.class !== undefined) element.className = props.class;
    if (props.id !== undefined) element.id = props.id;
    if (props.title !== undefined) element.title = props.title;
    for (const [name, value] of Object.entries(props.set ?? {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
}

/** A button with a name for those who do not see it; a click does what is said. */
export function button(props: Props & { readonly name: string }, onClick: () => void, ...children: readonly (Node | string)[]): HTMLButtonElement {
    const element = make('button', { ...props, set: { type: 'button', 'aria-label': props.name, ...props.set } }, ...children);
    if (props.title === undefined) element.title = props.name;
    element.addEventListener('click', onClick);
    return element;
}

const paths = {
    views: 'M2 2.5h5v5H2zM9 2.5h5v5H9zM2 9.5h5v4H2zM9 9.5h5v4H9z',
    down: 'M4 6l4 4 4-4',
    up: 'M4 10l4-4 4 4',
    back: 'M7 3.5L2.5 8 7 12.5M2.5 8h11',
    forward: 'M9 3.5L13.5 8 9 12.5M13.5 8h-11',
    search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3L14 14',
    filter: 'M2 3h12L9.5 8.5V13l-3 1V8.5z',
    overlays: 'M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3',
    close: 'M4 4l8 8M12 4l-8 8',
    width: 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
    whole: 'M2 6V2.5h3.5M10.5 2.5H14V6M14 10v3.5h-3.5M5.5 13.5H2V10',
    plus: 'M8 3v10M3 8h10',
    minus: 'M3 8h10',
    check: 'M3 8.5l3.5 3.5L13 4.5',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 px in the colour of the text around it. */
export function icon(name: IconName): SVGSVGElement {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [attribute, value] of Object.entries({ class: 'icon', viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' })) {
        svg.setAttribute(attribute, value);
    }
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', paths[name]);
    svg.append(path);
    return svg;
}
