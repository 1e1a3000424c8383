import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/diagram/marks.ts';
import type { Paper } from '../../src/diagram/sheet.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { View } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, drawView, placeDiagram } from '../../src/pipeline.ts';
import { parseMap } from '../helpers/maps.ts';

const engine = createElkEngine();
const map = 'system shop "Web shop"\nsystem crm "CRM"\nsystem erp "ERP"\nshop -> crm "Customers"\nshop -> erp "Orders"\n';

/** Root attributes of the picture of a view, and the box in which its content stands. */
async function sheetOf(text: string): Promise<{ width: string; height: string; box: readonly number[]; svg: string }> {
    const { model, findings } = await parseMap(text);
    expect(findings).toEqual([]);
    const [view] = viewsOf(model);
    const svg = await drawView(model, view as NonNullable<typeof view>, engine);
    const [, box = '', width = '', height = ''] = /<svg[^>]* viewBox="([^"]*)" width="([^"]*)" height="([^"]*)"/.exec(svg) ?? [];
    return { width, height, box: box.split(' ').map(Number), svg };
}

describe('a picture on paper', () => {
    const sizes: readonly [Paper['size'], 'portrait' | 'landscape', number, number][] = [
        ['a4', 'portrait', 210, 297],
        ['a4', 'landscape', 297, 210],
        ['a3', 'portrait', 297, 420],
        ['a3', 'landscape', 420, 297],
    ];
    for (const [size, orientation, across, down] of sizes) {
        test(`has the size and the proportions of ${size} ${orientation}`, async () => {
            const { width, height, box } = await sheetOf(`${map}view v { page ${size} ${orientation} }`);
            expect([width, height]).toEqual([`${across}mm`, `${down}mm`]);
            expect((box[2] ?? 0) / (box[3] ?? 1)).toBeCloseTo(across / down, 2);
        });
    }

    test('is turned by its own proportions where the view does not say', async () => {
        const { width } = await sheetOf(`${map}view v { page a4 }`);
        const bare = await sheetOf(`${map}view v`);
        expect(width).toBe(Number(bare.width) > Number(bare.height) ? '297mm' : '210mm');
    });

    test('stands in the middle, inside what a printer leaves white', async () => {
        const bare = await sheetOf(`${map}view v`);
        const { box, svg } = await sheetOf(`${map}view v { page a4 portrait }`);
        const [, x = 0, y = 0] = /<g transform="translate\(([\d.]+) ([\d.]+)\)"/.exec(svg)?.map(Number) ?? [];
        const pxPerMm = (box[2] ?? 0) / 210;
        expect(x).toBeCloseTo(((box[2] ?? 0) - Number(bare.width)) / 2, 1);
        expect(x / pxPerMm).toBeGreaterThan(7.9);
        expect(y / pxPerMm).toBeGreaterThan(7.9);
        expect(y + Number(bare.height)).toBeLessThan((box[3] ?? 0) - 7.9 * pxPerMm);
    });

    test('is of no paper where the view asks for none', async () => {
        expect((await sheetOf(`${map}view v`)).width).toMatch(/^\d+$/);
    });

    test('has the register beside the drawing where all is larger so, and below it elsewhere', async () => {
        const many = Array.from({ length: 24 }, (_, index) => `flow more${index}: ${index % 2 === 0 ? 'shop -> crm' : 'crm -> erp'} "Data ${index}"`).join(
            '\n',
        );
        const registerX = async (page: string): Promise<number> => {
            const { model } = await parseMap(`system shop "Web shop"\nsystem crm "CRM"\nsystem erp "ERP"\n${many}\nview v { ${page} }`);
            const diagram = diagramOf(model, model.views[0] as View);
            const placed = await placeDiagram(diagram as NonNullable<typeof diagram>, engine);
            return leftOf(placed.marks, 'Interface register') ?? Number.NaN;
        };
        const [onScreen, upright, across] = [await registerX(''), await registerX('page a3 portrait'), await registerX('page a3 landscape')];
        expect(onScreen).toBe(24);
        expect(upright).toBeLessThan(852);
        expect(across).toBeGreaterThan(852);
    });
});

/** How far from the left a text stands, in px. */
function leftOf(marks: readonly Mark[], text: string): number | undefined {
    for (const mark of marks) {
        if (mark.type === 'text' && mark.text === text) return mark.x;
        const inside = mark.type === 'group' ? leftOf(mark.marks, text) : undefined;
        if (inside !== undefined && mark.type === 'group') return inside + (mark.x ?? 0);
    }
    return undefined;
}
