import { describe, expect, test } from 'vitest';
import { readSeens } from '../../src/protocol/seen.ts';
import { came, isSameView, nothingSeen, stepped } from '../../src/webview/picture/history.ts';

describe('the way back through views', () => {
    const own = { as: 'trace', of: { kind: 'field', id: 'crm.Contact.Email' } } as const;

    test('leads back to what was seen, and forward again', () => {
        const seens = came(came(nothingSeen, { view: 'a' }), { view: 'b' });
        const back = stepped(seens, { own }, 'back');
        expect(back?.to).toEqual({ view: 'b' });
        const forward = back && stepped(back.seens, { view: 'b' }, 'forward');
        expect(forward?.to).toEqual({ own });
        expect(forward?.seens).toEqual(seens);
    });

    test('ends where nothing was seen before', () => {
        expect(stepped(nothingSeen, { view: 'a' }, 'back')).toBeUndefined();
        expect(stepped(came(nothingSeen, { view: 'a' }), { view: 'b' }, 'forward')).toBeUndefined();
    });

    test('forgets what lay ahead once another view comes, and what is very long ago', () => {
        const back = stepped(came(nothingSeen, { view: 'a' }), { view: 'b' }, 'back');
        expect(back && came(back.seens, { view: 'a' })).toEqual({ back: [{ view: 'a' }], forward: [] });
        let seens = nothingSeen;
        for (let n = 0; n < 100; n += 1) seens = came(seens, { view: String(n) });
        expect(seens.back).toHaveLength(30);
        expect(seens.back.at(-1)).toEqual({ view: '99' });
    });

    test('knows a view again, wherever in it', () => {
        expect(isSameView({ own, place: { fit: 'width' } }, { own: { as: 'trace', of: { kind: 'field', id: 'crm.Contact.Email' } } })).toBe(true);
        expect(isSameView({ own }, { view: 'a' })).toBe(false);
    });

    test('comes back as it was kept, without what is of another form', () => {
        expect(readSeens({ back: [{ view: 'a', place: { fit: 'whole' } }, 7, { own }], forward: 'x' })).toEqual({
            back: [{ view: 'a', place: { fit: 'whole' } }, { own }],
            forward: [],
        });
        expect(readSeens(undefined)).toBeUndefined();
    });
});
