import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../language/nearest.ts';

/** The distance as its definition says it, without any short cut. */
function distance(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const last = a.at(-1) === b.at(-1) ? 0 : 1;
    const ways = [distance(a.slice(0, -1), b) + 1, distance(a, b.slice(0, -1)) + 1, distance(a.slice(0, -1), b.slice(0, -1)) + last];
    if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) ways.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
    return Math.min(...ways);
}

describe('The name that was meant', () => {
    test('is the first of those with the fewest changes, if they are few enough', () => {
        const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'D', '-'), maxLength: 7 });
        const plain = (text: string): string => text.toLowerCase().replaceAll('-', '');
        fc.assert(
            fc.property(word, fc.array(word, { maxLength: 6 }), (wanted, candidates) => {
                const limit = plain(wanted).length < 2 ? 0 : Math.max(1, Math.floor(plain(wanted).length / 3));
                const all = candidates.map((candidate) => ({ candidate, distance: distance(plain(wanted), plain(candidate)) }));
                const near = all.filter((one) => one.distance <= limit && (plain(one.candidate).length > 1 || one.distance === 0));
                const fewest = Math.min(...near.map((one) => one.distance));
                expect(nearest(wanted, candidates)).toBe(near.find((one) => one.distance === fewest)?.candidate);
            }),
        );
    });

    test('may have two letters swapped', () => {
        expect(nearest('contcat', ['contract', 'contact'])).toBe('contact');
    });
});
