import { describe, expect, test } from 'vitest';
import { brokenAt } from '../../src/model/broken-things.ts';
import { viewNeeds } from '../../src/model/needs.ts';
import { viewsOf } from '../../src/model/views.ts';
import { parseMap } from '../helpers/maps.ts';

const map = `map "Shop"
team sales
persona ana
persona ben
channel web
system shop { entity Order { No : id key } }
system crm
flow f: shop -> crm
goal g
journey first {
  persona ana
  stage find { touchpoint look { channel web frontstage shop } }
}
journey second { stage s { touchpoint t } }
initiative i
view systems as landscape
view one as journey of first
view two as journey of second
view aims as scorecard
sytem till
nonsense here
`;

/** The views that an error at the start of a line's last word breaks. */
async function brokenBy(line: string): Promise<string[]> {
    const { document, model } = await parseMap(map);
    const number = map.split('\n').indexOf(line);
    const things = brokenAt(document, { line: number, character: line.length - 1 });
    return viewsOf(model)
        .filter((view) => things.some((thing) => viewNeeds(view, thing, model)))
        .map(({ name }) => name);
}

describe('the views that an error breaks', () => {
    test.each([
        ['map "Shop"', ['systems', 'one', 'two', 'aims']],
        ['', ['systems', 'one', 'two', 'aims']],
        ['team sales', ['systems', 'aims']],
        ['persona ana', ['one', 'aims']],
        ['persona ben', ['aims']],
        ['channel web', ['one']],
        ['system shop { entity Order { No : id key } }', ['systems', 'one']],
        ['system crm', ['systems']],
        ['flow f: shop -> crm', ['systems']],
        ['goal g', ['aims']],
        ['  persona ana', ['one', 'aims']],
        ['journey second { stage s { touchpoint t } }', ['two', 'aims']],
        ['initiative i', ['one', 'two', 'aims']],
        ['view one as journey of first', ['one']],
        ['sytem till', ['systems']],
        ['nonsense here', ['systems', 'one', 'two', 'aims']],
    ])('by an error in %j are those that show it', async (line, views) => {
        expect(await brokenBy(line)).toEqual(views);
    });

    test('at the very start of a declaration also breaks the one before, whose end may be what is missing', async () => {
        const { document } = await parseMap(map);
        expect(brokenAt(document, { line: 3, character: 0 })).toEqual([
            { kind: 'persona', id: 'ben' },
            { kind: 'persona', id: 'ana' },
        ]);
    });
});
