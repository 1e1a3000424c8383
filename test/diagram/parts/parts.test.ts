import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Mark, TextMark } from '../../../src/diagram/marks.ts';
import { badge } from '../../../src/diagram/parts/badge.ts';
import { columnWidths } from '../../../src/diagram/parts/column-widths.ts';
import { flowLine } from '../../../src/diagram/parts/flow-line.ts';
import { legend } from '../../../src/diagram/parts/legend.ts';
import type { TableOptions } from '../../../src/diagram/parts/table.ts';
import { table } from '../../../src/diagram/parts/table.ts';
import { titleBlock } from '../../../src/diagram/parts/title-block.ts';
import type { Sheet } from '../../../src/diagram/sheet.ts';
import { richWidth } from '../../../src/diagram/text-lines.ts';

interface Ink {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
}

/** The boxes that texts take on the sheet. */
function texts(marks: readonly Mark[], x = 0, y = 0): Ink[] {
    return marks.flatMap((mark) => {
        if (mark.type === 'group') {
            return texts(mark.marks, x + (mark.x ?? 0), y + (mark.y ?? 0));
        }
        return mark.type === 'text' ? [ink(mark, x, y)] : [];
    });
}

function ink(mark: TextMark, x: number, y: number): Ink {
    const width = richWidth(mark.text, mark.style);
    const before = mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0;
    const text = typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('');
    const left = x + mark.x - before;
    return { text, left, right: left + width, top: y + mark.y - 9, bottom: y + mark.y + 3 };
}

function overlaps(all: readonly Ink[]): string[] {
    return all.flatMap((a, index) =>
        all
            .slice(index + 1)
            .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
            .map((b) => `${a.text} / ${b.text}`),
    );
}

const sheet: Sheet = {
    id: 'a',
    kind: 'landscape',
    role: 'system landscape',
    caption: 'Northwind Outdoor',
    title: 'System landscape',
    purpose: 'One view of every customer, from first visit to repeat purchase',
    description: '',
    facts: [
        { caption: 'Shows', value: '7 systems', second: '6 interfaces' },
        { caption: 'Reviewed', value: '30 Sep 2026', second: 'next 29 Dec 2026' },
    ],
    theme: 'auto',
};
const words = fc
    .array(fc.constantFrom('a', 'customer', 'Interoperability', 'of', 'sign-ups', '客户', 'x'.repeat(90)), { minLength: 1, maxLength: 14 })
    .map((all) => all.join(' '));

describe('the title block', () => {
    it('ends 116 below the top where nothing wraps', () => {
        expect(titleBlock(sheet, 900).height).toBe(116);
    });

    it('puts the facts at the right edge of the content', () => {
        const reviewed = texts(titleBlock(sheet, 900).marks).find((each) => each.text === 'next 29 Dec 2026');
        expect(reviewed?.right).toBeGreaterThan(874);
        expect(reviewed?.right).toBeLessThanOrEqual(876);
    });

    it('never lets title, purpose and facts run into each other or out of the sheet', () => {
        fc.assert(
            fc.property(words, words, words, words, fc.integer({ min: 480, max: 1400 }), (title, purpose, value, second, width) => {
                const block = titleBlock({ ...sheet, title, purpose, facts: [...sheet.facts, { caption: 'State', value, second }] }, width);
                const all = texts(block.marks);
                expect(overlaps(all)).toEqual([]);
                for (const each of all) {
                    expect(each.left).toBeGreaterThanOrEqual(23.5);
                    expect(each.right).toBeLessThanOrEqual(width - 23.5);
                    expect(each.bottom).toBeLessThan(block.height);
                }
            }),
        );
    });
});

function within(block: Block): void {
    const all = texts(block.marks);
    expect(overlaps(all)).toEqual([]);
    for (const each of all) {
        expect(each.left).toBeGreaterThanOrEqual(-0.5);
        expect(each.right).toBeLessThanOrEqual(block.width + 0.5);
        expect(each.bottom).toBeLessThanOrEqual(block.height + 0.5);
    }
}

const columns = [{ caption: 'No.' }, { caption: 'Interface' }, { caption: 'From, to' }, { caption: 'Per day', align: 'end' as const }];
const rowsOf = (name: string): TableOptions['rows'] => [
    { cells: [badge('I-01'), [{ text: name, style: 'name' }], [{ text: 'Web shop' }, { text: 'Salesforce' }], '3 500'] },
];
const heightOf = (name: string, width: number): number => table({ columns, rows: rowsOf(name), width }).height;
const entry = (label: string): { sample: Block; label: string } => ({ sample: badge('I-01'), label });

describe('a table', () => {
    it('gives a row of two lines 44 px, and more to one of three', () => {
        expect(heightOf('Customer profile', 852)).toBe(26 + 44);
        expect(heightOf('Customer profile of all people who ever bought boots in a store', 300)).toBeGreaterThan(26 + 44);
    });

    it('keeps all texts apart and inside its width', () => {
        fc.assert(
            fc.property(words, words, fc.integer({ min: 420, max: 900 }), (name, title, width) => {
                within(table({ title, columns, rows: rowsOf(name), width, note: '–  not stated in the model' }));
            }),
        );
    });

    it('ends numbers at the right edge of their column', () => {
        const all = texts(table({ columns, rows: rowsOf('Orders'), width: 852 }).marks);
        const caption = all.find((each) => each.text === 'PER DAY');
        const number = all.find((each) => each.text === '3 500');
        expect(number?.right).toBeCloseTo(852, 1);
        expect(caption?.right).toBeCloseTo(852, 1);
    });

    it('makes a row with a thing a part that can be pointed at', () => {
        const thing = { kind: 'flow', id: 'orders', label: 'I-04 Orders' };
        const { marks } = table({ columns, rows: [{ cells: ['1', '2', '3', '4'], thing }], width: 852 });
        expect(marks.some((mark) => mark.type === 'group' && mark.thing?.id === 'orders')).toBe(true);
    });
});

describe('sharing a width among columns', () => {
    it('uses the whole width, and never more', () => {
        const column = fc
            .array(fc.integer({ min: 5, max: 400 }), { minLength: 4, maxLength: 4 })
            .map((steps) => ({ steps: [...steps].sort((a, b) => b - a), grows: true }));
        fc.assert(
            fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), fc.integer({ min: 300, max: 1200 }), (columns, width) => {
                const widths = columnWidths(columns, width, 12);
                expect(widths.reduce((sum, each) => sum + each, 0) + (columns.length - 1) * 12).toBeCloseTo(width, 3);
                expect(Math.min(...widths)).toBeGreaterThan(0);
            }),
        );
    });
});

describe('a legend', () => {
    it('takes no room without an entry', () => {
        expect(legend({ width: 852, groups: [{ caption: 'Timing', entries: [] }] })).toMatchObject({ height: 0, marks: [] });
    });

    it('keeps all words apart and inside its width, in columns and in a row', () => {
        const groups = fc.array(
            fc.record({
                caption: fc.constantFrom('Timing', 'Pain and opportunity', 'Data'),
                entries: fc.array(words.map(entry), { minLength: 1, maxLength: 4 }),
            }),
            { minLength: 1, maxLength: 7 },
        );
        fc.assert(
            fc.property(groups, fc.constantFrom('columns' as const, 'row' as const), fc.integer({ min: 400, max: 1300 }), (all, form, width) => {
                within(legend({ width, groups: all, form, ...(form === 'row' ? { note: '– not stated' } : {}) }));
            }),
        );
    });
});

describe('a badge', () => {
    it('is 36 wide for two figures, and grows with its number', () => {
        expect(badge('I-01')).toMatchObject({ width: 36, height: 18 });
        expect(badge('I-1024').width).toBeGreaterThan(36);
    });
});

describe('a flow line', () => {
    const points = [
        { x: 0, y: 10 },
        { x: 100, y: 10 },
    ];

    it('stops 8 before each tip, and its head reaches the card', () => {
        const [hit, drawn, head] = flowLine({ points, timing: 'scheduled' });
        expect(hit).toMatchObject({ d: 'M0 10L100 10', style: 'hit' });
        expect(drawn).toMatchObject({ d: 'M0 10L92 10', style: ['flow', 'flow-scheduled'] });
        expect(head).toMatchObject({ style: 'flow-head' });
        expect(head?.type === 'path' && head.d).toMatch(/^M100 10/);
    });

    it('has a head at each end where it goes both ways', () => {
        const marks = flowLine({ points, heads: 'both' });
        expect(marks.filter((mark) => mark.type === 'path' && mark.style === 'flow-head').length).toBe(2);
        expect(marks[1]).toMatchObject({ d: 'M8 10L92 10' });
    });
});
