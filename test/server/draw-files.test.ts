import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/model/views.ts';
import { drawFiles } from '../../src/server/export/draw-files.ts';
import type { ExportWork } from '../../src/server/export/export-work.ts';
import { serve } from './editor/support.ts';

async function work(format: ExportWork['format'], asked: readonly string[]): Promise<ExportWork> {
    const { models, document } = await serve({ 'map.crmmap': 'system shop\nview all as landscape\nview `../up` as landscape\n' });
    const model = models.modelOf(document);
    return { model, shown: 'map.crmmap', views: viewsOf(model), asked, format, findings: [] };
}

describe('Where there is no thread for files, as in a browser', () => {
    test('the views that are asked for are made as SVG, with names that lead nowhere else', async () => {
        const names = viewsOf((await work('svg', [])).model).map(({ name }) => name);
        const files = await drawFiles(await work('svg', names), async ({ kind }) => `<svg>${kind}</svg>`);
        expect(files).toEqual([
            { name: 'map.all.svg', content: '<svg>landscape</svg>' },
            { name: 'map.--up.svg', content: '<svg>landscape</svg>' },
        ]);
    });

    test('other formats are refused in words', async () => {
        await expect(drawFiles(await work('pdf', ['all']), async () => '')).rejects.toThrow('as SVG and PNG');
    });
});
