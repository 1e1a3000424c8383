import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceContent } from '../../../src/diagram/trace/trace-content.ts';
import type { TraceContent } from '../../../src/diagram/trace/trace-content.ts';
import { touchpointsOf } from '../../../src/diagram/trace/trace-graph.ts';
import type { CrmModel } from '../../../src/model/crm-model.ts';
import { parseMap } from '../../helpers/maps.ts';
import { anyTracedMap } from '../../layout/trace-arbitrary.ts';

const map = `
system shop { entity Customer { Email : email  Phone : phone } master entity Order { No : id } }
system bus
system crm { master entity Contact { Email : email  Phone : phone  Segment : text } entity Note { Text : text } }
system mail { entity Subscriber { email : email  segment : text } }
system desk { entity Ticket { No : id } }
system erp
flow customers: shop.Customer <-> crm.Contact { via bus  map Email -> Email  map Phone -> Phone }
flow audiences: crm.Contact -> mail.Subscriber { map Email -> email  map Segment -> segment }
flow tickets: desk.Ticket -> crm
flow orders: shop.Order -> erp { via bus }
journey j "J" { stage s "S" {
  touchpoint buys { frontstage shop  captures shop.Order }
  touchpoint calls { backstage crm  uses crm.Contact.Phone fresh within 1 hour }
  touchpoint reads { uses mail.Subscriber }
} }`;

async function traced(kind: string, id: string, text = map): Promise<TraceContent> {
    const { model } = await parseMap(text);
    const content = traceContent(model, { kind, id });
    if (content === undefined) throw new Error(`There is no ${kind} ${id}.`);
    return content;
}

const names = (content: TraceContent, side: string): string[] => content.cards.filter((card) => card.side === side).map((card) => card.id);
const fieldsOf = (content: TraceContent, id: string): string[] =>
    content.cards.filter((card) => card.id === id).flatMap((card) => card.parts.flatMap((part) => part.fields ?? [`all of ${part.entity}`]));

describe('A trace', () => {
    test('follows just the fields that mappings name, through middleware', async () => {
        const content = await traced('touchpoint', 'j.calls');
        expect(names(content, 'up')).toEqual(['shop', 'bus', 'crm', 'desk']);
        expect(fieldsOf(content, 'shop')).toEqual(['shop.Customer.Phone']);
        expect(fieldsOf(content, 'crm')).toEqual(['crm.Contact.Phone']);
        expect(names(content, 'down')).toEqual([]);
    });

    test('goes both ways from a field, and tells which of what it depends on depends on it too', async () => {
        const content = await traced('field', 'crm.Contact.Email');
        expect(names(content, 'up')).toEqual(['shop', 'bus']);
        expect(content.cards.find((card) => card.id === 'shop')).toMatchObject({ up: true, down: true });
        expect(names(content, 'down')).toEqual(['mail', 'j.reads']);
        expect(fieldsOf(content, 'mail')).toEqual(['mail.Subscriber.email']);
        expect(content.lines.find((line) => line.flow?.id === 'customers')?.twoWay).toBe(true);
    });

    test('ends at touchpoints: what is captured there needs the touchpoint, not all that stands behind it', async () => {
        const content = await traced('system', 'erp');
        expect(names(content, 'up')).toEqual(['shop', 'bus', 'j.buys']);
        const tie = content.lines.find((line) => line.from === 'touchpoint j.buys' || line.to === 'touchpoint j.buys');
        expect(tie?.ties).toEqual([{ kind: 'captures', target: 'shop.Order' }]);
    });

    test('does not follow a flow that names no entity beyond the system that it names', async () => {
        expect(names(await traced('entity', 'crm.Note'), 'up')).toEqual([]);
        expect(names(await traced('system', 'crm'), 'up')).toContain('desk');
        expect(names(await traced('system', 'desk'), 'down')).toEqual(['crm', 'j.calls']);
    });

    test('goes on through systems of a sketch, which name no entities', async () => {
        const content = await traced('system', 'c', 'system a  system b  system c  system d  a -> b  b -> c  c -> d');
        expect([names(content, 'up'), names(content, 'down')]).toEqual([['a', 'b'], ['d']]);
    });

    test('of middleware shows what it carries, from where and to where', async () => {
        const content = await traced('system', 'bus');
        expect(names(content, 'up')).toEqual(['shop', 'crm', 'j.buys']);
        expect(names(content, 'down')).toEqual(['mail', 'erp', 'j.calls', 'j.reads']);
    });

    test('holds what a system holds, and nobody else’s', async () => {
        const content = await traced('system', 'mail');
        expect(names(content, 'up')).toEqual(['shop', 'bus', 'crm']);
        expect(fieldsOf(content, 'crm')).toEqual(['crm.Contact.Email', 'crm.Contact.Segment']);
    });

    test('comes to an end where everything goes in circles', async () => {
        const round = 'system a { entity E }  system b { entity E }  system c { entity E }  a.E -> b.E  b.E -> c.E  c.E -> a.E  a.E <-> c.E';
        const content = await traced('system', 'b', round);
        expect(names(content, 'up')).toEqual(['a', 'c']);
        expect(content.cards.map((card) => [card.id, card.depth, card.up, card.down])).toEqual([
            ['a', 1, true, true],
            ['b', 0, true, true],
            ['c', 2, true, true],
        ]);
    });

    test('knows nothing of what the map does not have', async () => {
        const { model } = await parseMap(map);
        expect(traceContent(model, { kind: 'system', id: 'gone' })).toBeUndefined();
    });

    test('leads as far one way as the other: what depends on a thing has the thing among what it depends on', () => {
        const has = (model: CrmModel, from: { kind: string; id: string }, side: 'up' | 'down', id: string): boolean =>
            traceContent(model, from)?.cards.some((card) => card.id === id && card.side !== 'centre' && card[side]) === true;
        fc.assert(
            fc.property(anyTracedMap(6, 8), (model) => {
                const things = [...model.systems, ...touchpointsOf(model)].map(({ kind, id }) => ({ kind, id }));
                for (const thing of things) {
                    const content = traceContent(model, thing);
                    for (const card of content?.cards ?? []) {
                        if (card.side === 'centre') continue;
                        if (card.up) expect(has(model, { kind: card.kind, id: card.id }, 'down', thing.id), `${thing.id} needs ${card.id}`).toBe(true);
                        if (card.down) expect(has(model, { kind: card.kind, id: card.id }, 'up', thing.id), `${card.id} needs ${thing.id}`).toBe(true);
                    }
                }
            }),
            { seed: 20260930, numRuns: 60 },
        );
    });

    test('has a line at every box, and boxes at both ends of every line', () => {
        fc.assert(
            fc.property(anyTracedMap(8, 12), fc.nat(7), (model, pick) => {
                const system = model.systems[pick % model.systems.length];
                const content = system && traceContent(model, { kind: 'system', id: system.id });
                const keys = new Set(content?.cards.map((card) => card.key));
                const ends = new Set(content?.lines.flatMap((line) => [line.from, line.to]));
                expect([...ends].filter((key) => !keys.has(key))).toEqual([]);
                expect(content?.cards.filter((card) => card.side !== 'centre' && !ends.has(card.key))).toEqual([]);
                expect(content?.lines.filter((line) => line.from === line.to)).toEqual([]);
            }),
            { seed: 20260930, numRuns: 100 },
        );
    });
});
