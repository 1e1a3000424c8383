import { pictureAttributes, pictureElements } from '../../render/picture-vocabulary.ts';

const part = /<style>([^<&\\]*)<\/style>|<(\/?)([A-Za-z]+)((?: [A-Za-z][A-Za-z-]*="[^"<>]*")*)(\/?)>|[^<>]+/y;
const attribute = / ([A-Za-z][A-Za-z-]*)="([^"]*)"/g;
const insideReference = /^(#[\w-]+|url\(#[\w-]+\))$/;

/**
 * A picture as it may stand in a page of someone else, among other pictures: its ids are its own, it has the colours of the theme, and
 * nothing in it takes the focus. Undefined for a text that has anything in it that our own pictures have not, such as a script, a
 * handler, or a reference out of the picture.
 *
 * @param number counts the pictures of the page
 */
export function embeddedSvg(svg: string, number: number, theme: 'light' | 'dark'): string | undefined {
    const id = /^<svg [^>]*?\bid="([\w-]+)"/.exec(svg)?.[1];
    if (id === undefined) return undefined;
    const parts: string[] = [];
    const matcher = new RegExp(part);
    while (matcher.lastIndex < svg.length) {
        const match = matcher.exec(svg);
        const written = match && cleanPart(match);
        if (written === undefined || written === null) return undefined;
        parts.push(written);
    }
    return parts.join('').trim().replaceAll(id, `${id}-${number}`).replace('<svg ', `<svg class="${theme}" `);
}

function cleanPart([whole, css, end, element, attributes = '', alone]: RegExpExecArray): string | undefined {
    if (css !== undefined) return /@import|url\((?!#)/i.test(css) ? undefined : whole;
    if (element === undefined) return whole;
    if (!pictureElements.has(element)) return undefined;
    const kept = [...attributes.matchAll(attribute)].filter(([, name]) => name !== 'tabindex');
    return kept.every(([, name = '', value = '']) => isAllowed(name, value)) ? `<${end}${element}${kept.map(([one]) => one).join('')}${alone}>` : undefined;
}

function isAllowed(name: string, value: string): boolean {
    if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg';
    if (name === 'href' || name === 'clip-path') return insideReference.test(value);
    if (name === 'fill' || name === 'stroke') return !value.includes('(') || insideReference.test(value);
    return pictureAttributes.has(name) || name.startsWith('aria-');
}
