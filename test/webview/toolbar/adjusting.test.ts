import { describe, expect, test } from 'vitest';
import { filteredWords, groupStep, withFilter, withOverlay, withoutFilters, withoutOverlays } from '../../../src/webview/toolbar/adjusting.ts';

describe('what a reader adjusts', () => {
    test('gains and loses values of filters, and keeps nothing of a filter without values', () => {
        const one = withFilter({}, 'owner', 'ops', true);
        expect(one).toEqual({ filters: { owner: ['ops'] } });
        const two = withFilter(one, 'owner', 'growth', true);
        expect(withFilter(two, 'owner', 'growth', true)).toEqual(two);
        expect(withFilter(two, 'owner', 'ops', false)).toEqual({ filters: { owner: ['growth'] } });
        expect(withFilter(one, 'owner', 'ops', false)).toEqual({});
    });

    test('forgets the switch of an overlay that is as the text has it', () => {
        const pain = { name: 'pain', isOn: true, isInText: true } as const;
        const off = withOverlay({}, pain, false);
        expect(off).toEqual({ overlays: { pain: false } });
        expect(withOverlay(off, pain, true)).toEqual({});
    });

    test('keeps overlays when filters are let go, and the other way round', () => {
        const both = { filters: { tag: ['core'] }, overlays: { owner: true } };
        expect(withoutFilters(both)).toEqual({ overlays: { owner: true } });
        expect(withoutOverlays(both)).toEqual({ filters: { tag: ['core'] } });
    });

    test('opens a folded group by a filter, or by what stands around a system', () => {
        expect(groupStep('category point-of-sale')).toEqual({ filter: 'category', value: 'point-of-sale' });
        expect(groupStep('owner ops')).toEqual({ filter: 'owner', value: 'ops' });
        expect(groupStep('neighbours of crm')).toEqual({ around: 'crm' });
        expect(groupStep('rest 3')).toBeUndefined();
    });

    test('is told in words', () => {
        const set = [{ name: 'tag', value: 'core', title: 'core', applies: true }] as const;
        expect(filteredWords({ set, filtered: { shown: 5, of: 9, noun: 'systems' } })).toBe('5 of 9 systems');
        expect(filteredWords({ set, filtered: { shown: 9, of: 9, noun: 'systems' } })).toBe('All 9 systems match');
        expect(filteredWords({ set })).toBe('These filters mean nothing in this kind of view');
        expect(filteredWords({ set: [] })).toBe('');
    });
});
