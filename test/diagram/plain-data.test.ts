import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf } from '../../src/pipeline.ts';
import { allTemplates } from '../../src/templates/all-templates.ts';
import { parseMap } from '../helpers/maps.ts';

/** What JSON would not keep: paths to all that is no plain object, no list and no plain value. */
function lostIn(value: unknown, path = ''): string[] {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return [path];
    if (typeof value !== 'object' || value === null) return [];
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [path];
    return Object.entries(value).flatMap(([key, part]) => lostIn(part, `${path}.${key}`));
}

describe('what is to be drawn is plain data, so that another thread can draw it', () => {
    test.each(allTemplates.map(({ name, text }) => [name, text]))('each picture of %s goes through JSON unharmed', async (_name, text) => {
        const { model } = await parseMap(text);
        for (const view of viewsOf(model)) {
            expect(lostIn(diagramOf(model, view)), view.name).toEqual([]);
        }
    });
});
