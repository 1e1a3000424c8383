import { describe, expect, test } from 'vitest';
import { badgePlace, overlap } from '../../src/webview/picture/badge-place.ts';
import { type Box, nextByPlace, readingOrder } from '../../src/webview/picture/by-place.ts';

const box = (left: number, top: number, width = 100, height = 50): Box => ({ left, top, width, height });

describe('elements by their place', () => {
    const grid = [box(0, 0), box(200, 4), box(0, 100), box(200, 100), box(420, 60)];

    test('an arrow leads to the nearest element in its direction', () => {
        expect(nextByPlace(grid, 0, 'right')).toBe(1);
        expect(nextByPlace(grid, 0, 'down')).toBe(2);
        expect(nextByPlace(grid, 3, 'left')).toBe(2);
        expect(nextByPlace(grid, 3, 'up')).toBe(1);
        expect(nextByPlace(grid, 1, 'right')).toBe(4);
    });

    test('there is nothing beyond the last one', () => {
        expect(nextByPlace(grid, 4, 'right')).toBeUndefined();
        expect(nextByPlace(grid, 0, 'left')).toBeUndefined();
        expect(nextByPlace([], 0, 'left')).toBeUndefined();
    });

    test('from any element arrows lead to every other one, if need be by a detour', () => {
        const reached = new Set([0]);
        for (const from of reached) {
            for (const way of ['left', 'right', 'up', 'down'] as const) {
                const next = nextByPlace(grid, from, way);
                if (next !== undefined) reached.add(next);
            }
        }
        expect(reached.size).toBe(grid.length);
    });

    test('a reader goes row by row, each from the left, also where boxes of a row do not stand exactly level', () => {
        expect(readingOrder([box(200, 0), box(0, 6), box(0, 100), box(400, -3), box(200, 96)])).toEqual([1, 0, 3, 2, 4]);
        expect(readingOrder([])).toEqual([]);
    });
});

describe('the place of a badge', () => {
    test('is the right upper corner where nothing stands there', () => {
        expect(badgePlace(box(10, 20), 18, [box(20, 40, 60, 12)])).toEqual({ x: 110, y: 20 });
    });

    test('is another corner, or beside one, where a text would be covered', () => {
        const at = badgePlace(box(10, 20), 18, [box(60, 16, 60, 14)]);
        expect(at).toEqual({ x: 10, y: 20 });
    });

    test('covers no text, as long as one of its places is free', () => {
        const texts = [box(0, 0, 30, 30), box(90, 0, 40, 30), box(0, 50, 30, 30), box(96, 56, 10, 20)];
        const { x, y } = badgePlace(box(10, 20), 18, texts);
        for (const text of texts) expect(overlap({ left: x - 9, top: y - 9, width: 18, height: 18 }, text)).toBe(0);
    });
});
