import { describe, expect, test } from 'vitest';
import { fitted, kept, zoomed } from '../../src/webview/place.ts';

const page = { width: 624, height: 424 };

describe('the place of the picture on the page', () => {
    test('a picture is made as wide as the page, and centred', () => {
        expect(fitted('width', { width: 1200, height: 3000 }, page)).toEqual({ scale: 0.5, x: 12, y: 12 });
    });

    test('a whole picture is made to fit both ways', () => {
        expect(fitted('whole', { width: 1200, height: 1600 }, page)).toEqual({ scale: 0.25, x: 162, y: 12 });
    });

    test('a small picture is not enlarged', () => {
        expect(fitted('whole', { width: 100, height: 100 }, page)).toEqual({ scale: 1, x: 262, y: 12 });
    });

    test('zooming leaves the spot below the pointer where it is', () => {
        const before = { x: 30, y: -40, scale: 0.5 };
        const at = { x: 200, y: 100 };
        const after = zoomed(before, at, 1.25);
        expect(after.scale).toBe(0.625);
        expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale);
        expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale);
    });

    test('zooming ends at a largest and a smallest scale', () => {
        const place = { x: 0, y: 0, scale: 1 };
        expect(zoomed(place, place, 1000).scale).toBe(8);
        expect(zoomed(place, place, 0.0001).scale).toBe(0.05);
    });

    test('a picture cannot be moved out of the page', () => {
        const picture = { width: 300, height: 200 };
        expect(kept({ x: -5000, y: 5000, scale: 1 }, picture, page)).toEqual({ x: 48 - 300, y: 424 - 48, scale: 1 });
        expect(kept({ x: 10, y: 20, scale: 1 }, picture, page)).toEqual({ x: 10, y: 20, scale: 1 });
    });
});
