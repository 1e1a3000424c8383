import { pictureAttributes, pictureElements } from '../render/picture-vocabulary.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

const insideReference = /^(#[\w-]+|url\(#[\w-]+\))$/;

/** A picture as it was received, in no page, and its style rules, which the page takes over as a sheet of its own. */
export interface ReceivedSvg {
    readonly root: SVGSVGElement;
    readonly css: string;
}

/** The style rules of a picture, and its text without them: the page's policy forbids a style element even in a document that is never shown. */
export function withoutStyle(text: string): { readonly css: string; readonly rest: string } {
    const [style = '', css = ''] = /<style>([^<&]*)<\/style>/.exec(text) ?? [];
    return { css, rest: text.replace(style, '') };
}

/**
 * Parses a picture as XML. Nothing in it runs or is loaded; what is to stand in the page goes through `cleaned` first.
 *
 * @throws an Error where the text is no SVG
 */
export function readSvg(text: string): ReceivedSvg {
    const { css, rest } = withoutStyle(text);
    const parsed = new DOMParser().parseFromString(rest, 'image/svg+xml');
    const root = parsed.documentElement;
    if (!(root instanceof SVGSVGElement) || parsed.querySelector('parsererror')) throw new Error('The picture is not valid SVG.');
    dropLineEnds(root);
    return { root, css };
}

/**
 * Parses elements of a picture as XML, by their texts.
 *
 * @throws an Error where one of them is none
 */
export function readFragments(texts: readonly string[]): ReadonlyMap<string, Element> {
    const parsed = new DOMParser().parseFromString(`<svg xmlns="${svgNamespace}">${texts.join('')}</svg>`, 'image/svg+xml');
    const { children } = parsed.documentElement;
    dropLineEnds(parsed.documentElement);
    if (children.length !== texts.length || parsed.querySelector('parsererror')) throw new Error('The picture is not valid SVG.');
    return new Map(texts.map((text, index) => [text, children[index] as Element]));
}

/** What stands between the elements of a group is no part of the picture. */
function dropLineEnds(root: Element): void {
    for (const group of [root, ...root.querySelectorAll('g, defs')]) {
        for (const node of Array.from(group.childNodes)) if (node.nodeType === Node.TEXT_NODE) node.remove();
    }
}

/**
 * A copy of a part of a picture for the page, with only the shapes and attributes that a picture of a map has: no script, no handler, no
 * style attribute, no reference out of the picture. Undefined where nothing is left of it.
 */
export function cleaned<T extends Node>(part: T): T | undefined {
    if (part instanceof Element) {
        if (!isAllowedElement(part)) return undefined;
        // The copy is made in a document without a page; there it is cleaned.
        const copy = part.cloneNode(true) as T & Element;
        for (const element of copy.querySelectorAll('*')) if (!isAllowedElement(element)) element.remove();
        for (const element of [copy, ...copy.querySelectorAll('*')]) cleanAttributes(element);
        return document.adoptNode(copy);
    }
    return part.nodeType === Node.TEXT_NODE ? document.importNode(part, true) : undefined;
}

function isAllowedElement(element: Element): boolean {
    return element.namespaceURI === svgNamespace && pictureElements.has(element.localName);
}

function cleanAttributes(element: Element): void {
    for (const { name, value } of Array.from(element.attributes)) {
        if (!isAllowed(name, value)) element.removeAttribute(name);
    }
}

/** Whether an element of a picture may have an attribute. */
export function isAllowed(name: string, value: string): boolean {
    if (name === 'href' || name === 'clip-path') return insideReference.test(value);
    if (name === 'fill' || name === 'stroke') return !value.includes('(') || insideReference.test(value);
    return pictureAttributes.has(name) || name.startsWith('aria-');
}
