import { describe, expect, it } from 'vitest';
import { isJourney, isMetric, isSystem, isView } from '../../language/generated/ast.ts';
import { partsOf } from '../../language/references.ts';
import { checkFiles, mistakesOf } from './support.ts';

describe('Forms that an author may choose', () => {
    it.each([
        ['the unit of a number of a metric', 'metric m { unit duration baseline 9 minutes current 5 minutes target 3 minutes }'],
        ['a currency behind a number of a metric', 'team t metric m { baseline 40 USD target 9 % current 24 percent owner t lower is better }'],
        ['a currency behind a default', 'system a { entity b { C : money default 5 EUR personal\n D : integer default 3 required } }'],
        ['a share with its percent or without', 'segment x { share 35 criteria "c" } persona p { share 35 segment x } segment y { share 35 percent }'],
        ['the kind of an audience', 'persona emma segment x view v { for persona emma, segment x theme dark } view w { for emma, x }'],
        [
            'an audience called persona',
            'persona persona persona theme view v { for persona } view w { for persona persona theme dark } view u { for persona theme }',
        ],
        ['links with commas', 'system a { link "https://a" "A", "https://b" link "https://c" users 3 }'],
        ['limits with commas', 'system a { limit 5 calls per day, 6 records per year limit 7 calls per hour users 3 }'],
    ])('%s is read', async (_what, text) => {
        expect(await mistakesOf(text)).toEqual([]);
    });

    it('A unit is beside the number, and no part of it', async () => {
        const { document } = await checkFiles({ 'map.crmmap': 'metric m { baseline 9 minutes target 3 minutes }' });
        expect(document('map.crmmap').parseResult.value.elements.find(isMetric)).toMatchObject({ baseline: 9, baselineUnit: 'minutes', target: 3 });
    });

    it('A number that is stated twice with its unit is one mistake', async () => {
        expect(await mistakesOf('metric m { baseline 9 minutes baseline 8 minutes }')).toEqual([
            '1 LNG031 baseline | `baseline` is stated twice; it stands in line 1 already. Remove one of the two.',
        ]);
    });

    it('Links and limits with commas are as many as those that stand alone', async () => {
        const { document } = await checkFiles({ 'map.crmmap': 'system a { link "a" "A", "b" limit 5 calls per day, 6 records per year }' });
        expect(document('map.crmmap').parseResult.value.elements.find(isSystem)).toMatchObject({
            links: [{ url: 'a', title: 'A' }, { url: 'b' }],
            limits: [{ amount: 5 }, { amount: 6, counted: 'records', unit: 'year' }],
        });
    });

    describe('A path through a stage', () => {
        const journey = 'journey j { stage s { touchpoint t { pain p "P" opportunity o "O" addresses s.t.p } } stage r  s.t -> j.s.t }\n';

        it('means what the path without it means', async () => {
            expect(await mistakesOf(`${journey}initiative i { delivers j.s.o, j.s.t.o, j.t.o, j.o }\nview v as trace of j.s.t`)).toEqual([]);
        });

        it('is a mistake where the thing stands in another stage', async () => {
            expect(await mistakesOf(`${journey}view v as trace of j.r.t`)).toEqual(['2 LNG010 j.r.t | There is no thing `j.r.t`. Did you mean `j.t`?']);
        });

        it('refers with each of its words to the thing of that name, so that a rename changes the right one', async () => {
            const { document } = await checkFiles({ 'map.crmmap': `${journey}view v as trace of j.s.t` });
            const { elements } = document('map.crmmap').parseResult.value;
            const reference = elements.find(isView)?.of;
            const found = elements.find(isJourney);
            expect(reference && partsOf(reference).map(({ node }) => node)).toEqual([found, found?.stages[0], found?.stages[0]?.touchpoints[0]]);
        });
    });
});
