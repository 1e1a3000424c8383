import { DOMParser } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/diagram/marks.ts';
import type { Sheet } from '../../src/diagram/sheet.ts';
import type { PlacedDiagram } from '../../src/layout/placed-diagram.ts';
import { renderSvg } from '../../src/render/svg.ts';

const sheet: Sheet = {
    id: 'landscape',
    kind: 'landscape',
    role: 'system landscape',
    caption: 'Northwind Outdoor',
    title: 'System landscape',
    description: 'Seven systems.',
    facts: [],
    theme: 'auto',
};

const placed = (marks: readonly Mark[], changes: Partial<Sheet> = {}): PlacedDiagram => ({ sheet: { ...sheet, ...changes }, width: 900, height: 600, marks });

/** Reads the picture as XML; throws where it is not well-formed. */
function parse(svg: string) {
    const parser = new DOMParser({
        onError: (level, message) => {
            // It warns of U+FFFD, which stands there on purpose.
            if (level !== 'warning') {
                throw new Error(`${level}: ${message}`);
            }
        },
    });
    const root = parser.parseFromString(svg, 'image/svg+xml').documentElement;
    if (!root) {
        throw new Error('The picture has no root.');
    }
    return root;
}

const card: Mark = {
    type: 'group',
    x: 32,
    y: 164,
    thing: { kind: 'system', id: 'crm', label: 'Salesforce, CRM' },
    marks: [
        { type: 'rect', x: 0, y: 0, width: 212, height: 88, radius: 8, style: 'card' },
        { type: 'icon', icon: 'crm', x: 18, y: 18, style: 'stroke-ink' },
        { type: 'text', x: 50, y: 24, text: 'Salesforce', style: 'card-title' },
        {
            type: 'group',
            inner: true,
            thing: { kind: 'entity', id: 'crm.Contact', label: 'Contact' },
            marks: [{ type: 'icon', icon: 'diamond', x: 14, y: 60, style: 'fill-blue' }],
        },
    ],
};

/** What is left of a text in XML. */
const legal = (value: string): string => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

describe('a picture', () => {
    it('says what it is to a screen reader', () => {
        const root = parse(renderSvg(placed([])));
        expect(root.getAttribute('role')).toBe('graphics-document document');
        expect(root.getAttribute('aria-roledescription')).toBe('system landscape');
        expect(root.getAttribute('aria-labelledby')).toBe('landscape-t landscape-d');
        expect(root.getAttribute('lang')).toBe('en');
        expect(root.getElementsByTagName('title')[0]?.textContent).toBe('Northwind Outdoor: System landscape');
        expect(root.getElementsByTagName('desc')[0]?.textContent).toBe('Seven systems.');
    });

    it('makes each thing a stop of the tab key that names itself and its source', () => {
        const root = parse(renderSvg(placed([card])));
        const groups = Array.from(root.getElementsByTagName('g')).filter((group) => group.getAttribute('data-id'));
        const [system, entity] = groups;
        expect(system?.getAttribute('class')).toBe('n');
        expect(system?.getAttribute('data-id')).toBe('crm');
        expect(system?.getAttribute('data-kind')).toBe('system');
        expect(system?.getAttribute('tabindex')).toBe('0');
        expect(system?.getAttribute('role')).toBe('graphics-symbol img');
        expect(system?.getAttribute('aria-label')).toBe('Salesforce, CRM');
        expect(system?.getElementsByTagName('title')[0]?.textContent).toBe('Salesforce, CRM');
        expect(entity?.getAttribute('data-id')).toBe('crm.Contact');
        expect(entity?.getAttribute('tabindex')).toBeFalsy();
    });

    it('is the same bytes for the same input', () => {
        expect(renderSvg(placed([card]))).toBe(renderSvg(placed([structuredClone(card)])));
    });

    it('defines only the icons and rules that it uses', () => {
        const svg = renderSvg(placed([card]));
        expect(svg).toContain('id="landscape-crm"');
        expect(svg).not.toContain('id="landscape-erp"');
        expect(svg).not.toContain('landscape-hatch');
        expect(svg).toContain('#landscape .card{');
        expect(svg).not.toContain('.frame{');
    });

    it('starts every id and every selector with its own id', () => {
        const hatched: Mark = { type: 'rect', x: 0, y: 0, width: 9, height: 9, style: ['card', 'retiring', 'shade'] };
        const clipped: Mark = { type: 'group', clip: { x: 0, y: 0, width: 5, height: 5 }, marks: [hatched] };
        const svg = renderSvg(placed([card, clipped], { id: 'one' }));
        for (const [, id] of svg.matchAll(/\sid="([^"]*)"/g)) {
            expect(id).toMatch(/^one/);
        }
        const css = /<style>([^]*)<\/style>/.exec(svg)?.[1] ?? '';
        for (const [, selector] of css.replace(/@(media|supports)[^{]*\{/g, '').matchAll(/([^{}\n]+)\{/g)) {
            expect(selector).toMatch(/^#one/);
        }
        expect(svg).toContain('url(#one-hatch)');
        expect(svg).toContain('clip-path="url(#one-clip-1)"');
    });

    it('needs nothing from outside and runs nothing', () => {
        const svg = renderSvg(placed([card]));
        expect(svg).not.toMatch(/<script|<foreignObject|<marker|textLength|<image|@import|javascript:/i);
        for (const [, target] of svg.matchAll(/href="([^"]*)"/g)) {
            expect(target).toMatch(/^#landscape-/);
        }
    });

    it('makes an id that is no plain name safe for selectors', () => {
        const svg = renderSvg(placed([], { id: '9 <lives>{}' }));
        expect(parse(svg).getAttribute('id')).toBe('picture-9--lives---');
    });

    it('turns text that runs from right to left in a part of its own', () => {
        const svg = renderSvg(placed([{ type: 'text', x: 0, y: 0, text: 'שלום!', style: 'body' }]));
        expect(svg).toContain('<tspan class="bidi">שלום!</tspan>');
        expect(svg).toContain('unicode-bidi:plaintext');
        expect(renderSvg(placed([card]))).not.toContain('bidi');
    });

    it('refuses a coordinate that is no number instead of drawing a broken picture', () => {
        expect(() => renderSvg(placed([{ type: 'circle', x: Number.NaN, y: 0, radius: 1, style: 'pill' }]))).toThrow(RangeError);
    });

    it('stays well-formed and keeps every legal text, whatever a map holds', () => {
        const nasty = fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom(']]>', '</style><script>', '"\'&<>', '\u0000\u001f\ufffe\ud800', '&#0;', '<!--'),
        );
        fc.assert(
            fc.property(nasty, nasty, nasty, (text, label, id) => {
                const marks: Mark[] = [
                    {
                        type: 'group',
                        thing: { kind: 'system', id, label },
                        marks: [{ type: 'text', x: 1, y: 2, text: [{ text }, { text: label, style: 'italic' }], style: 'body' }],
                    },
                ];
                const svg = renderSvg(placed(marks, { title: text, caption: label, description: id, role: text, id }));
                // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
                expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
                expect(svg).not.toMatch(/\p{Surrogate}/u);
                const root = parse(svg);
                const texts = Array.from(root.getElementsByTagName('text'));
                expect(texts[0]?.textContent).toBe(legal(text) + legal(label));
                const group = Array.from(root.getElementsByTagName('g')).find((each) => each.getAttribute('class') === 'n');
                expect(group?.getAttribute('data-id')).toBe(legal(id));
                expect(group?.getAttribute('aria-label')).toBe(legal(label));
            }),
            { numRuns: 400 },
        );
    });
});
