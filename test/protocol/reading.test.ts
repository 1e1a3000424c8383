import { describe, expect, test } from 'vitest';
import { readFromWebview, readWebviewState } from '../../src/protocol.ts';

describe('messages of the preview page', () => {
    test('are taken when they have the right shape', () => {
        expect(readFromWebview({ type: 'select', thing: { kind: 'system', id: 'crm', more: 1 } })).toEqual({
            type: 'select',
            thing: { kind: 'system', id: 'crm' },
            aside: false,
        });
        expect(readFromWebview({ type: 'wish', wish: { view: 'landscape', more: 1 } })).toEqual({ type: 'wish', wish: { view: 'landscape' } });
        expect(readFromWebview({ type: 'focused', id: 4, more: 1 })).toEqual({ type: 'focused', id: 4 });
        expect(readFromWebview({ type: 'painted', version: 3 })).toEqual({ type: 'painted', version: 3 });
        expect(readFromWebview({ type: 'ready', state: { uri: 'file:///a.crmmap', pinned: true } })).toEqual({
            type: 'ready',
            state: { uri: 'file:///a.crmmap', pinned: true },
        });
        expect(readFromWebview({ type: 'ask', number: 1, question: { ask: 'thumbnail', view: 'all' } })).toEqual({
            type: 'ask',
            number: 1,
            question: { ask: 'thumbnail', view: 'all' },
        });
    });

    test('change a view only by what can be adjusted', () => {
        const adjust = {
            filters: { owner: ['ops', 1], tag: [], colour: ['red'], region: 'eu' },
            overlays: { pain: true, region: 'yes', stars: true },
        };
        expect(readFromWebview({ type: 'wish', wish: { adjust } })).toEqual({
            type: 'wish',
            wish: { adjust: { filters: { owner: ['ops'] }, overlays: { pain: true } } },
        });
        expect(readFromWebview({ type: 'wish', wish: { adjust: 'all' } })).toEqual({ type: 'wish', wish: { adjust: {} } });
    });

    test.each([
        undefined,
        null,
        'ready',
        {},
        { type: 'run' },
        { type: 'select' },
        { type: 'select', thing: { kind: 1, id: 'crm' } },
        { type: 'wish' },
        { type: 'focused' },
        { type: 'ask', number: 1, question: { ask: 'thumbnail' } },
        { type: 'ask', question: { ask: 'places' } },
    ])('are left alone when they have not: %j', (value) => {
        expect(readFromWebview(value)).toBeUndefined();
    });
});

describe('the state that VS Code kept of a page', () => {
    test('comes back as it was', () => {
        const state = { uri: 'file:///a.crmmap', pinned: true, view: 'landscape', place: { x: 1, y: 2, scale: 0.5 }, adjust: { filters: { tag: ['core'] } } };
        expect(readWebviewState(state)).toEqual(state);
        expect(readWebviewState({ place: { fit: 'whole' } }).place).toEqual({ fit: 'whole' });
    });

    test('is empty where it is broken', () => {
        expect(readWebviewState('x')).toEqual({});
        expect(readWebviewState({ uri: 1, view: {}, place: { x: 'a', y: 0, scale: Number.NaN } })).toEqual({
            uri: undefined,
            view: undefined,
            place: undefined,
        });
    });
});
