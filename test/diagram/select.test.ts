import { describe, expect, test } from 'vitest';
import { select } from '../../src/diagram/select.ts';
import type { Selector } from '../../src/model/crm-model.ts';
import { flow, mapOf, system } from '../helpers/landscape-maps.ts';

const map = mapOf(
    [
        system('crm', { category: 'crm', owner: 'ops', region: 'eu' }),
        system('shop', { category: 'commerce', owner: 'growth', region: 'eu', tags: ['core'] }),
        system('bus', { category: 'middleware', owner: 'ops', region: 'eu' }),
        system('mail', { category: 'marketing-automation', owner: 'growth', region: 'us', life: 'retiring' }),
        system('old', { category: 'other', life: 'retired' }),
    ],
    [
        flow('customers', 'shop', 'crm', { via: ['bus'], personal: true, timing: 'scheduled' }),
        flow('news', 'mail', 'crm', { timing: 'manual', personal: true }),
        flow('stock', 'shop', 'bus', { timing: 'real-time' }),
    ],
);

function shown(include: readonly Selector[], exclude: readonly Selector[] = []): { systems: string[]; flows: string[] } {
    const { systems, flows } = select(map, include, exclude);
    return { systems: [...systems].sort(), flows: [...flows].sort() };
}

const thing = (kind: string, id: string): Selector => ({ select: 'thing', kind, id });
const category = (value: string): Selector => ({ select: 'category', value });

describe('A view shows', () => {
    test('everything, without a selector', () => {
        expect(shown([])).toEqual({ systems: ['bus', 'crm', 'mail', 'old', 'shop'], flows: ['customers', 'news', 'stock'] });
    });
    test('the systems that it names, and the flows between them only', () => {
        expect(shown([thing('system', 'shop'), thing('system', 'crm')])).toEqual({ systems: ['crm', 'shop'], flows: ['customers'] });
    });
    test('the systems of a category, an owner, a region, a tag or a state of life', () => {
        expect(shown([category('crm')]).systems).toEqual(['crm']);
        expect(shown([{ select: 'owner', value: 'growth' }])).toEqual({ systems: ['mail', 'shop'], flows: [] });
        expect(shown([{ select: 'region', value: 'us' }]).systems).toEqual(['mail']);
        expect(shown([{ select: 'tag', value: 'core' }]).systems).toEqual(['shop']);
        expect(shown([{ select: 'lifecycle', value: 'retiring' }]).systems).toEqual(['mail']);
        expect(shown([{ select: 'lifecycle', value: 'active' }]).systems).toEqual(['bus', 'crm', 'shop']);
    });
    test('flows that carry personal data, with their ends and what they go through', () => {
        expect(shown([{ select: 'personal' }])).toEqual({ systems: ['bus', 'crm', 'mail', 'shop'], flows: ['customers', 'news'] });
    });
    test('flows of a timing, with their ends', () => {
        expect(shown([{ select: 'timing', value: 'manual' }])).toEqual({ systems: ['crm', 'mail'], flows: ['news'] });
    });
    test('a thing with its neighbours', () => {
        expect(shown([{ select: 'neighbours', kind: 'system', id: 'mail' }])).toEqual({ systems: ['crm', 'mail'], flows: ['news'] });
    });
    test('what all parts of an “and” hold for, and any part of an “or”, and not what a “not” holds for', () => {
        expect(shown([{ select: 'and', operands: [{ select: 'owner', value: 'ops' }, category('crm')] }]).systems).toEqual(['crm']);
        expect(shown([{ select: 'or', operands: [category('crm'), category('commerce')] }]).systems).toEqual(['crm', 'shop']);
        expect(shown([{ select: 'not', operand: { select: 'region', value: 'eu' } }]).systems).toEqual(['mail', 'old']);
        expect(shown([{ select: 'and', operands: [{ select: 'personal' }, { select: 'timing', value: 'scheduled' }] }]).flows).toEqual(['customers']);
    });
    test('nothing that it excludes: systems with their flows, or flows alone', () => {
        expect(shown([], [category('marketing-automation')])).toEqual({ systems: ['bus', 'crm', 'old', 'shop'], flows: ['customers', 'stock'] });
        expect(shown([], [{ select: 'timing', value: 'manual' }])).toEqual({ systems: ['bus', 'crm', 'mail', 'old', 'shop'], flows: ['customers', 'stock'] });
    });
});
