import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthWords, returnOf, sumsOf } from '../../../src/diagram/scorecard/returns.ts';
import type { Money } from '../../../src/model/crm-model.ts';

const once = (amount: number, currency?: string): Money => ({ amount, ...(currency ? { currency } : {}) });
const yearly = (amount: number, currency?: string): Money => ({ ...once(amount, currency), per: 'year' });

describe('payback', () => {
    test('is the cost over the benefit per year, in months', () => {
        expect(returnOf({ cost: once(40_000), benefit: yearly(100_000) }, 'EUR').payback).toEqual({ months: 4.8 });
        expect(returnOf({ cost: once(12_000), benefit: { amount: 1500, per: 'month' } }, 'EUR').payback).toEqual({ months: 8 });
        expect(returnOf({ cost: once(0), benefit: yearly(5) }).payback).toEqual({ months: 0 });
    });

    test.each([
        ['not stated', { cost: once(1) }],
        ['not stated', { benefit: yearly(1) }],
        ['not stated', {}],
        ['never', { cost: once(1), benefit: yearly(0) }],
        ['running cost', { cost: { amount: 800, per: 'month' }, benefit: yearly(20_000) }],
        ['benefit once', { cost: once(1), benefit: once(2) }],
        ['two currencies', { cost: once(9000, 'USD'), benefit: yearly(8000) }],
    ] as const)('is “%s” for %o', (why, money) => {
        expect(returnOf(money, 'EUR').payback).toEqual({ why });
    });

    test('reads in months, to a tenth where there are few', () => {
        expect([1200, 12_000_000].map((months) => monthWords(months).replaceAll('\u00a0', ' '))).toEqual(['1 200 months', 'over 100 years']);
        expect([4.8, 8, 1, 14.36, 108.4, 0, 0.01].map((months) => monthWords(months).replace('\u00a0', ' '))).toEqual([
            '4.8 months',
            '8 months',
            '1 month',
            '14.4 months',
            '108 months',
            'at once',
            'under 0.1 months',
        ]);
    });
});

describe('the sums', () => {
    test('are those of single costs and yearly benefits', () => {
        const returns = [returnOf({ cost: once(40_000), benefit: yearly(100_000) }, 'EUR'), returnOf({ cost: once(12_000), benefit: yearly(18_000) }, 'EUR')];
        const [sum] = sumsOf(returns);
        expect(sum).toMatchObject({ currency: 'EUR', cost: 52_000, benefit: 118_000 });
        expect(sum?.months).toBeCloseTo(5.288, 3);
    });

    test('never add one currency to another', () => {
        const sums = sumsOf([
            returnOf({ cost: once(10), benefit: yearly(20) }, 'EUR'),
            returnOf({ cost: once(1000, 'USD'), benefit: yearly(2000, 'USD') }, 'EUR'),
        ]);
        expect(sums.map(({ currency, cost, benefit }) => [currency, cost, benefit])).toEqual([
            ['EUR', 10, 20],
            ['USD', 1000, 2000],
        ]);
    });

    test('have no payback where one initiative lacks its cost or its benefit', () => {
        expect(sumsOf([returnOf({ cost: once(10), benefit: yearly(20) }, 'EUR'), returnOf({ cost: once(500) }, 'EUR')])[0]?.months).toBeUndefined();
    });

    test('hold every single cost exactly once, whatever the currencies', () => {
        const money = fc.record({ amount: fc.integer({ min: 0, max: 1_000_000 }), currency: fc.constantFrom(undefined, 'USD', 'GBP') });
        fc.assert(
            fc.property(fc.array(money), (costs) => {
                const total = sumsOf(costs.map((cost) => returnOf({ cost }, 'EUR'))).reduce((sum, { cost }) => sum + cost, 0);
                expect(total).toBe(costs.reduce((sum, { amount }) => sum + amount, 0));
            }),
        );
    });
});
