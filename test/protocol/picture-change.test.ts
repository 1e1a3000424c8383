import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, withChange } from '../../src/protocol/text-change.ts';
import { asChange, asWhole } from '../../src/protocol/picture-change.ts';
import type { PreviewContent } from '../../src/protocol.ts';

function content(version: number, svg: string): PreviewContent {
    return { preview: 'p', uri: 'file:///a.crmmap', version, mapTitle: 'A', views: [], problems: { errors: 0, warnings: 0 }, picture: { state: 'drawn', svg } };
}

describe('What has changed in a picture', () => {
    test('makes the later one out of the earlier one', () => {
        const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n', '\n', '😀', '<g>'), maxLength: 40 });
        fc.assert(
            fc.property(text, text, (before, after) => {
                expect(withChange(before, changeOf(before, after))).toBe(after);
            }),
            { numRuns: 2000 },
        );
    });

    test('is no longer than what has changed', () => {
        expect(changeOf('<g>one</g>', '<g>two</g>')).toEqual([{ start: 3, end: 6, text: 'two' }]);
        expect(changeOf('aa', 'aaa')).toEqual([{ start: 2, end: 2, text: 'a' }]);
        expect(changeOf('same', 'same')).toEqual([]);
    });

    test('leaves out what stays between', () => {
        const stays = Array.from({ length: 20 }, (_, line) => `stays ${line}`).join('\n');
        const change = changeOf(`first\n${stays}\n</g>\nlast\n</g>`, `second\n${stays}\n</g>\nend\nadded\n</g>`);
        expect(change.map(({ text }) => text)).toEqual(['second', 'end\nadded']);
    });

    test('is of use only to who has the one before', () => {
        const [first, second, third] = [content(1, '<svg>1</svg>'), content(2, '<svg>2</svg>'), content(3, '<svg>3</svg>')];
        const change = asChange(second, first);
        expect(change.picture).toEqual({ state: 'changed', since: 1, change: [{ start: 5, end: 6, text: '2' }] });
        expect(asWhole(change, first)).toEqual(second);
        expect(asWhole(change, third)).toBeUndefined();
        expect(asWhole(change, undefined)).toBeUndefined();
        expect(asWhole(third, undefined)).toBe(third);
    });

    test('is the whole picture where there was none before', () => {
        const drawn = content(2, '<svg/>');
        expect(asChange(drawn, { ...content(1, ''), picture: { state: 'failed', message: 'no' } })).toBe(drawn);
    });
});
