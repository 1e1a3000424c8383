import { describe, expect, test } from 'vitest';
import { chosenJourney } from '../../../src/diagram/journey/chosen-journey.ts';
import { journeyDiagram } from '../../../src/diagram/journey/journey-diagram.ts';
import { wayId } from '../../../src/diagram/journey/way-id.ts';
import { createElkEngine } from '../../../src/layout/elk-engine.ts';
import { placeJourney } from '../../../src/layout/journey.ts';
import { findThing } from '../../../src/server/find-thing.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';
import { parseMap } from '../../helpers/maps.ts';

const text = `
persona ana "Ana"
persona bo "Bo"
team desk "Desk"
channel web "Website" online { system shop }
channel phone "Phone" offline
system shop "Shop" { category commerce  owner desk  entity Order { Email : email personal  Sum : money } }
system crm "CRM" { lifecycle retiring  entity Contact { Name : text } }
flow orders: shop.Order -> crm.Contact { timing manual }
journey j {
  persona ana
  stage first { touchpoint a { channel web }  touchpoint b { tags core  owner desk  backstage crm  uses crm.Contact  pain slow "Slow" severity high } }
  stage second { touchpoint c { channel phone  captures shop.Order.Email }  touchpoint d }
  a -> b -> c -> d
  a -> c "in a hurry"
  c -> b "forgot it"
}
`;

async function chosen(options: string): Promise<{ touchpoints: string[]; stages: string[]; ways: string[]; empty?: string; leftOut: readonly string[] }> {
    const { model, findings } = await parseMap(`${text}view v as journey of j { ${options} }`);
    expect(findings).toEqual([]);
    const view = model.views[0];
    const found = view && chosenJourney(model, view);
    if (!found) throw new Error('There is no journey.');
    const { journey, empty, leftOut } = found;
    return {
        touchpoints: journey.stages.flatMap((stage) => stage.touchpoints.map(({ name }) => name)),
        stages: journey.stages.map(({ name }) => name),
        ways: journey.ways.map(({ from, to, when }) => `${from.slice(2)} ${to.slice(2)}${when === undefined ? '' : ` ${when}`}`),
        leftOut,
        ...(empty === undefined ? {} : { empty }),
    };
}

describe('A view of a journey shows', () => {
    test('all of it, without a selector', async () => {
        expect(await chosen('theme dark')).toMatchObject({ touchpoints: ['a', 'b', 'c', 'd'], leftOut: [] });
    });
    test('touchpoints by name, stage, tag, owner, channel, system, category, state of life and data', async () => {
        expect((await chosen('include j.a, j.second')).touchpoints).toEqual(['a', 'c', 'd']);
        expect((await chosen('include tag core')).touchpoints).toEqual(['b']);
        expect((await chosen('include owner desk')).touchpoints).toEqual(['b']);
        expect((await chosen('include phone or crm')).touchpoints).toEqual(['b', 'c']);
        expect((await chosen('include category commerce')).touchpoints).toEqual(['a']);
        expect((await chosen('exclude lifecycle retiring')).touchpoints).toEqual(['a', 'c', 'd']);
        expect((await chosen('include flows carrying personal')).touchpoints).toEqual(['c']);
        expect((await chosen('include flows timing manual')).touchpoints).toEqual(['b', 'c']);
        expect((await chosen('include neighbours of j.b and not phone')).touchpoints).toEqual(['a', 'b']);
    });
    test('ways past what is left out, rather one without words, and no stage that lost all of its touchpoints', async () => {
        expect(await chosen('exclude j.b')).toMatchObject({ ways: ['c d', 'a c in a hurry'], leftOut: ['b'] });
        expect(await chosen('exclude j.b, j.c')).toMatchObject({ ways: ['a d'], stages: ['first', 'second'] });
        expect((await chosen('include j.first')).stages).toEqual(['first']);
    });
    test('nothing of a journey of other people, and says so', async () => {
        expect(await chosen('for bo')).toMatchObject({ touchpoints: [], empty: 'This is no journey of Bo, whom this view is for.' });
        expect((await chosen('for ana')).touchpoints).toEqual(['a', 'b', 'c', 'd']);
        expect(await chosen('include j.a exclude j.a')).toMatchObject({ empty: 'No touchpoint matches what this view includes and excludes.' });
    });
});

test('overlays say of each system and datum what they are named for, and mark touchpoints that hurt', async () => {
    const { model } = await parseMap(`${text}view v as journey of j { overlay owner, lifecycle, personal, timing, pain }`);
    const view = model.views[0];
    const diagram = view && journeyDiagram(model, view);
    if (!diagram) throw new Error('There is no journey.');
    const placed = await placeJourney(diagram, createElkEngine());
    const labels = thingsOf(placed.marks).map(({ thing }) => thing.label.replaceAll('\u00a0', ' '));
    expect(labels).toContain('CRM, retiring, no owner \u00b7 retiring \u00b7 no personal data \u00b7 manual');
    expect(labels).toContain('b, 1 pain, high');
    expect(labels).toContain('Contact, used at b, I-01 manual');
    expect(labels).toContain('Order.Email, captured at c, personal data, I-01 manual');
    expect(textsOf(placed.marks)).toEqual(expect.arrayContaining(['1\u00a0pain, high', 'Pains, and the worst', 'Interface, and when it runs']));
});

test('a way is a thing with words, and leads to where it is written', async () => {
    const { model } = await parseMap(`${text}view v as journey of j`);
    const view = model.views[0];
    const diagram = view && journeyDiagram(model, view);
    if (!diagram) throw new Error('There is no journey.');
    const things = thingsOf((await placeJourney(diagram, createElkEngine())).marks).map(({ thing }) => thing);
    const id = wayId({ from: 'j.a', to: 'j.c' });
    expect(things).toContainEqual({ kind: 'way', id, label: 'a to c: in a hurry' });
    expect(findThing(model, 'way', id)?.source.start.line).toBe(text.split('\n').findIndex((line) => line.includes('in a hurry')));
    expect(findThing(model, 'way', 'j.a..j.d')).toBeUndefined();
});
