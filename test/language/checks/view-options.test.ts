import { expect, test } from 'vitest';
import { parseMap } from '../../helpers/maps.ts';

async function told(view: string): Promise<string[]> {
    const { findings } = await parseMap(`
        team care "Care"  persona anna "Anna"
        system crm { entity Contact { Email : email } }  system shop { entity Customer { Email : email } }
        flow f: shop.Customer -> crm.Contact { map Email -> Email }
        ${view}`);
    return findings.map((finding) => finding.replace(/^\S+ /, ''));
}

test('options without a sense for a kind of view are told, with what has one', async () => {
    expect(await told('view v as mapping of f { group by owner }')).toEqual([expect.stringMatching(/A mapping does nothing with `group by`/)]);
    expect(await told('view v as mapping of f { for anna }')).toEqual([expect.stringMatching(/A mapping does nothing with `for`/)]);
    expect(await told('view v as profile of crm.Contact { direction down }')).toEqual([expect.stringMatching(/A profile does nothing with `direction`/)]);
    expect(await told('view v as data of crm { overlay personal, pain }')).toEqual([
        'A data does nothing with `overlay pain`. Remove it; of use are region, owner, lifecycle, personal.',
    ]);
    expect(await told('view v as scorecard { overlay owner  hide facts }')).toHaveLength(2);
    expect(await told('view v as matrix of systems by teams { lanes emotion }')).toEqual([expect.stringMatching(/A matrix does nothing with `lanes`/)]);
});

test('options with a sense are not', async () => {
    expect(await told('view v as profile of crm.Contact { group by owner  overlay region, pain  hide facts, entities, labels  for anna }')).toEqual([]);
    expect(await told('view v as mapping of f { include flows carrying personal  overlay owner, personal  hide facts, legend }')).toEqual([]);
    expect(await told('view v as matrix of systems by teams { group by owner  overlay timing  for anna  page a4 }')).toEqual([]);
});
