import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allThings } from '../../../src/diagram/things/all-things.ts';
import { dependenceOf } from '../../../src/diagram/things/dependence.ts';
import { parseMap } from '../../helpers/maps.ts';

describe('What hangs on what', () => {
    test('names only things and nodes that there are', async () => {
        const { model } = await parseMap(readFileSync('examples/northwind.crmmap', 'utf8'));
        const things = allThings(model);
        const { nodes, starts, edges } = dependenceOf(model, things);
        expect(nodes).toHaveLength(starts.length);
        expect(nodes.every((thing) => thing >= 0 && thing < things.length)).toBe(true);
        expect(edges.length % 3).toBe(0);
        edges.forEach((value, at) => {
            expect(value).toBeLessThan(at % 3 === 2 ? things.length : nodes.length);
            expect(value).toBeGreaterThanOrEqual(at % 3 === 2 ? -1 : 0);
        });
    });
});
