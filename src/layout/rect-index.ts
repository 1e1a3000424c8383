import type { Rect } from './rects.ts';

const cell = 256;

/** Finds boxes near a place without looking at all of them: a grid of cells with the boxes that touch each. Lengths are px. */
export class RectIndex<T> {
    private readonly cells = new Map<number, { readonly box: Rect; readonly value: T }[]>();

    add(box: Rect, value: T): void {
        const entry = { box, value };
        for (const key of keysOf(box, 0)) {
            const list = this.cells.get(key);
            if (list === undefined) {
                this.cells.set(key, [entry]);
            } else {
                list.push(entry);
            }
        }
    }

    /** Does the test hold for some box that may come nearer than `gap`? A box may be tested more than once. */
    some(box: Rect, gap: number, test: (other: Rect, value: T) => boolean): boolean {
        for (const key of keysOf(box, gap)) {
            for (const entry of this.cells.get(key) ?? []) {
                if (test(entry.box, entry.value)) return true;
            }
        }
        return false;
    }
}

function keysOf({ x, y, width, height }: Rect, gap: number): number[] {
    const keys: number[] = [];
    const right = Math.floor((x + width + gap) / cell);
    const bottom = Math.floor((y + height + gap) / cell);
    for (let column = Math.floor((x - gap) / cell); column <= right; column += 1) {
        for (let row = Math.floor((y - gap) / cell); row <= bottom; row += 1) keys.push(column * 65_536 + row);
    }
    return keys;
}
