import { describe, expect, test } from 'vitest';
import { findThing } from '../../src/server/find-thing.ts';
import { thingsAt } from '../../src/server/things-at.ts';
import { serve } from './editor/support.ts';

const map = `map "M"
system shop {
  entity Customer { Email : email key }
}
system crm { entity Contact { Mail : email key } } system erp
flow f: shop.Customer -> crm.Contact {
  map Email -> Mail
}
journey j { stage s { touchpoint a touchpoint b } a -> b }
team t
`;

/** `kind id` of what the first of these words is in. */
async function at(words: string, files: Readonly<Record<string, string>> = { 'map.crmmap': map }, file = 'map.crmmap'): Promise<string[]> {
    const { models, document } = await serve(files);
    const lines = (files[file] ?? '').split('\n');
    const line = lines.findIndex((text) => text.includes(words));
    const place = { file: models.nameOf(document.uri).replace('map.crmmap', file), line, character: (lines[line] ?? '').indexOf(words) };
    return thingsAt(models.modelOf(document), place).map(({ kind, id }) => `${kind} ${id}`);
}

describe('The things that a place of the text is in', () => {
    test('are the declaration and those around it, the innermost first', async () => {
        expect(await at('Email : email')).toEqual(['field shop.Customer.Email', 'entity shop.Customer', 'system shop']);
        expect(await at('touchpoint a')).toEqual(['touchpoint j.a', 'stage j.s', 'journey j']);
    });

    test('are told apart on one line', async () => {
        expect(await at('crm {')).toEqual(['system crm']);
        expect(await at('erp')).toEqual(['system erp']);
    });

    test('are lines of a mapping and ways of a journey too', async () => {
        expect(await at('map Email')).toEqual(['map f.map-1', 'flow f']);
        expect(await at('-> b }')).toEqual(['way j.a..j.b', 'journey j']);
    });

    test('are none between declarations, and in a file that is not of the map', async () => {
        expect(await at('map "M"')).toEqual([]);
        expect(await at('system elsewhere', { 'map.crmmap': map, 'other.crmmap': 'system elsewhere\n' }, 'other.crmmap')).toEqual([]);
    });

    test('are found again by their kind and id', async () => {
        const { models, document } = await serve({ 'map.crmmap': map });
        const model = models.modelOf(document);
        for (const words of ['Email : email', 'map Email', '-> b }', 'team t', 'touchpoint b']) {
            for (const thing of await at(words)) {
                const [kind = '', id = ''] = thing.split(' ');
                expect(findThing(model, kind, id), thing).toBeDefined();
            }
        }
    });
});
