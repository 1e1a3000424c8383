import { expect, test } from 'vitest';
import { gridStep } from '../../../src/webview/toolbar/grid-step.ts';

/** Three boxes in the first row, one in the second, two in the third, of which the first is a little lower than its neighbour. */
const boxes = [
    [0, 0],
    [100, 0],
    [200, 0],
    [0, 120],
    [0, 246],
    [100, 240],
].map(([left = 0, top = 0]) => ({ left, top, width: 90, height: 100 }));

test('the keys to left and right go along the boxes in their order, and stop at the ends', () => {
    expect(gridStep(boxes, 2, 'ArrowRight')).toBe(3);
    expect(gridStep(boxes, 3, 'ArrowLeft')).toBe(2);
    expect(gridStep(boxes, 0, 'ArrowLeft')).toBe(0);
    expect(gridStep(boxes, 5, 'ArrowRight')).toBe(5);
});

test('the keys up and down go to the nearest box of the next row, and stop at the edge', () => {
    expect(gridStep(boxes, 2, 'ArrowDown')).toBe(3);
    expect(gridStep(boxes, 3, 'ArrowDown')).toBe(4);
    expect(gridStep(boxes, 5, 'ArrowUp')).toBe(3);
    expect(gridStep(boxes, 3, 'ArrowUp')).toBe(0);
    expect(gridStep(boxes, 1, 'ArrowUp')).toBe(1);
    expect(gridStep(boxes, 4, 'ArrowDown')).toBe(4);
});

test('without a box to start from it is the first one, if there is any', () => {
    expect(gridStep(boxes, -1, 'ArrowDown')).toBe(0);
    expect(gridStep([], 0, 'ArrowDown')).toBe(-1);
});
