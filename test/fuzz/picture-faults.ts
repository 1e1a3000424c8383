import { DOMParser, type Element } from '@xmldom/xmldom';

const elements = new Set([
    'svg',
    'title',
    'desc',
    'style',
    'defs',
    'g',
    'rect',
    'path',
    'text',
    'tspan',
    'circle',
    'ellipse',
    'line',
    'polyline',
    'polygon',
    'marker',
    'use',
    'symbol',
    'pattern',
    'clipPath',
    'linearGradient',
    'stop',
    'a',
    'image',
    'metadata',
    'mask',
    'filter',
]);

/** Whether a picture is no XML, or has something in it that could act. */
export function pictureFaults(svg: string): string[] {
    const faults: string[] = [];
    const parser = new DOMParser({
        onError: (level, message) => {
            // Half a surrogate pair is drawn as the sign that stands for it.
            if (!/replacement character/i.test(message)) faults.push(`is no XML: ${level} ${message}`);
        },
    });
    let root: Element | null;
    try {
        root = parser.parseFromString(svg, 'image/svg+xml').documentElement;
    } catch (error) {
        return [`is no XML: ${String(error)}`];
    }
    for (const element of root ? [root, ...root.getElementsByTagName('*')] : []) {
        if (!elements.has(element.tagName)) faults.push(`has an element ${element.tagName}`);
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) faults.push(`has an attribute ${name}`);
            if (/href$/i.test(name) && /^[\p{Cc}\s]*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/iu.test(value)) faults.push(`leads to ${value.slice(0, 60)}`);
            if (/NaN|Infinity|undefined/.test(value) && !/^(?:id|href|aria-|data-|class)/.test(name)) faults.push(`has ${name}="${value.slice(0, 60)}"`);
        }
    }
    return faults;
}
