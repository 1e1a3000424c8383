import { pictureAttributes, pictureElements } from '../render/picture-vocabulary.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

const insideReference = /^(#[\w-]+|url\(#[\w-]+\))$/;

/** A picture that may stand in the page, and its style rules, which the page takes over as a sheet of its own. */
export interface CleanSvg {
    readonly root: SVGSVGElement;
    readonly css: string;
}

/**
 * Parses a picture as XML and keeps only the shapes and attributes that a picture of a map has: no script, no handler, no style
 * attribute, no reference out of the picture.
 *
 * @throws an Error where the text is no SVG
 */
export function cleanSvg(text: string): CleanSvg {
    // Taken out before the text is parsed: the page's policy forbids a style element even in a document that is never shown.
    const [style = '', css = ''] = /<style>([^<&]*)<\/style>/.exec(text) ?? [];
    const parsed = new DOMParser().parseFromString(text.replace(style, ''), 'image/svg+xml');
    const root = parsed.documentElement;
    if (!(root instanceof SVGSVGElement) || parsed.querySelector('parsererror')) throw new Error('The picture is not valid SVG.');
    for (const element of [root, ...root.querySelectorAll('*')]) {
        if (element.namespaceURI === svgNamespace && pictureElements.has(element.localName)) cleanAttributes(element);
        else element.remove();
    }
    return { root, css };
}

function cleanAttributes(element: Element): void {
    for (const { name, value } of Array.from(element.attributes)) {
        if (!isAllowed(name, value)) element.removeAttribute(name);
    }
}

function isAllowed(name: string, value: string): boolean {
    if (name === 'href' || name === 'clip-path') return insideReference.test(value);
    if (name === 'fill' || name === 'stroke') return !value.includes('(') || insideReference.test(value);
    return pictureAttributes.has(name) || name.startsWith('aria-');
}
