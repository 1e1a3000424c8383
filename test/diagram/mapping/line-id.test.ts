import { expect, test } from 'vitest';
import { mapLineOf } from '../../../src/diagram/mapping/line-id.ts';
import { findThing } from '../../../src/server/find-thing.ts';
import { parseMap } from '../../helpers/maps.ts';

test('a line of a mapping picture leads to its map line in the text', async () => {
    const { model } = await parseMap(
        'system a { entity S { A : text } }\nsystem b { entity T { X : text  Y : text } }\nflow f: a.S -> b.T {\n  map A -> X\n  map A -> Y\n}',
    );
    expect(mapLineOf(model, 'f.map-2')?.target).toBe('b.T.Y');
    expect(findThing(model, 'map', 'f.map-2')?.source.start.line).toBe(4);
    expect(findThing(model, 'map', 'f.map-3')).toBeUndefined();
});
