import { describe, expect, test } from 'vitest';
import { longestGap } from '../../../src/model/cron-gap.ts';
import { ageWords, flowAge, isTooOld, timeWords } from '../../../src/diagram/trace/flow-age.ts';
import { flowsInto, flowsOutOf, oldestWay } from '../../../src/diagram/trace/oldest-age.ts';
import { nodeKey, traceGraph } from '../../../src/diagram/trace/trace-graph.ts';
import { flow } from '../../helpers/landscape-maps.ts';
import { parseMap } from '../../helpers/maps.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('The age of data', () => {
    test('a timetable leaves it as old as its longest pause', () => {
        const days = 1440;
        expect(longestGap('*/15 * * * *')).toBe(15);
        expect(longestGap('0 3 * * *')).toBe(days);
        expect(longestGap('0 6,18 * * *')).toBe(12 * 60);
        expect(longestGap('30 6 * * 1-5')).toBe(3 * days);
        expect(longestGap('0 3 * * MON')).toBe(7 * days);
        expect(longestGap('0 0 1 * *')).toBe(31 * days);
        expect(longestGap('0 0 29 2 *')).toBe(4 * 365 * days + days);
        // Either the first of the month or a Sunday.
        expect(longestGap('0 0 1 * 7')).toBe(7 * days);
        expect(longestGap('0 0 31 2 *')).toBeUndefined();
        expect(longestGap('now and then')).toBeUndefined();
        expect(longestGap('61 * * * *')).toBeUndefined();
    });

    test('a flow makes it as old as its timing and its latency say', () => {
        const age = (more: Parameters<typeof flow>[3]): string => plain(ageWords(flowAge(flow('f', 'a', 'b', { number: 'I-07', ...more }))));
        expect(age({ timing: 'real-time' })).toBe('always current');
        expect(age({ timing: 'event', latency: { amount: 10, unit: 'second' } })).toBe('up to 10 seconds old');
        expect(age({ timing: 'near-real-time' })).toBe('up to 15 minutes old');
        expect(age({ timing: 'scheduled', cron: '0 3 * * *', latency: { amount: 2, unit: 'hour' } })).toBe('up to 1 day 2 hours old');
        expect(age({ timing: 'scheduled' })).toBe('of unknown age: I-07 states no timetable');
        expect(age({ timing: 'manual' })).toBe('of any age: I-07 is manual');
        expect(age({})).toBe('of unknown age: I-07 states no timing');
    });

    test('is said in its two greatest units', () => {
        expect([0, 90, 3600, 90_000, 604_800, 691_200].map(timeWords).map(plain)).toEqual([
            'no time',
            '1 minute 30 seconds',
            '1 hour',
            '1 day 1 hour',
            '1 week',
            '8 days',
        ]);
    });

    test('is called too old only where that is known', () => {
        const hour = { amount: 1, unit: 'hour' } as const;
        expect(isTooOld({ kind: 'known', seconds: 3600 }, hour)).toBe(false);
        expect(isTooOld({ kind: 'known', seconds: 3601 }, hour)).toBe(true);
        expect(isTooOld({ kind: 'unlimited', flow: flow('f', 'a', 'b') }, hour)).toBe(true);
        expect(isTooOld({ kind: 'unknown', flow: flow('f', 'a', 'b') }, hour)).toBe(false);
    });

    test('adds up along the way, goes round a circle once, and looks at a field’s own mappings first', async () => {
        const { model } = await parseMap(`
            system a { entity E { X : text  Y : text } }  system b { entity E { X : text  Y : text } }  system c { entity E { X : text } }  system d
            flow f1: a.E -> b.E { timing scheduled "0 * * * *"  map X -> X }
            flow f2: b.E <-> c.E { timing real-time  latency 5 minutes  map X -> X }
            flow f3: d -> b.E { timing manual }`);
        const graph = traceGraph(model);
        const at = (kind: 'field' | 'entity', id: string, part?: 'in' | 'out'): number => graph.positions.get(nodeKey(kind, id, part)) ?? -1;
        const way = oldestWay(graph, at('field', 'c.E.X'));
        expect(way && [way.flows.map((each) => each.id), plain(ageWords(way.age))]).toEqual([['f2', 'f1'], 'up to 1 hour 5 minutes old']);
        expect(flowsInto(graph, at('field', 'b.E.X')).map((each) => each.id)).toEqual(['f1', 'f2']);
        expect(flowsInto(graph, at('field', 'b.E.Y')).map((each) => each.id)).toEqual(['f3']);
        expect(flowsInto(graph, at('entity', 'b.E', 'out')).map((each) => each.id)).toEqual(['f3', 'f1', 'f2']);
        expect(flowsOutOf(graph, at('field', 'b.E.X')).map((each) => each.id)).toEqual(['f2']);
        expect(oldestWay(graph, at('field', 'a.E.Y'))).toBeUndefined();
    });
});
