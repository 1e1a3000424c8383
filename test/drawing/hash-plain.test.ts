import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { plainSha1 } from '../../src/drawing/hash-plain.ts';

const wanted = (text: string): string => createHash('sha1').update(text).digest('hex');

test('the plain hash is the SHA-1 of any text, whatever its length', () => {
    for (let length = 0; length < 200; length++) expect(plainSha1('x'.repeat(length))).toBe(wanted('x'.repeat(length)));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => plainSha1(text) === wanted(text)));
});
