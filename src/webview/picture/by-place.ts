/** A box on the screen or in a picture, in px. */
export interface Box {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * The nearest box in a direction, by its place in the list: the one whose middle lies farther that way, with what it is off the way
 * counted double. Undefined where there is none.
 */
export function nextByPlace(boxes: readonly Box[], from: number, way: Way): number | undefined {
    const start = boxes[from];
    if (!start) return undefined;
    const [fromX, fromY] = middle(start);
    let best: { readonly index: number; readonly cost: number } | undefined;
    boxes.forEach((box, index) => {
        const [x, y] = middle(box);
        const [along, off] = { left: [fromX - x, y - fromY], right: [x - fromX, y - fromY], up: [fromY - y, x - fromX], down: [y - fromY, x - fromX] }[way] as [
            number,
            number,
        ];
        // What stands more beside than ahead is left to the other keys.
        if (index === from || along < 1 || Math.abs(off) > along * 3) return;
        const cost = along + Math.abs(off) * 2;
        if (!best || cost < best.cost) best = { index, cost };
    });
    return best?.index;
}

/** The order in which a reader goes through boxes, as their places in the list: row by row, each from the left. */
export function readingOrder(boxes: readonly Box[]): number[] {
    const byTop = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
    const rows: { readonly bottom: number; readonly items: typeof byTop }[] = [];
    for (const one of byTop) {
        const row = rows.at(-1);
        // A row is what begins above the middle of the one that begins it.
        if (row && one.box.top < row.bottom) row.items.push(one);
        else rows.push({ bottom: one.box.top + Math.max(1, Math.min(one.box.height, 80) / 2), items: [one] });
    }
    return rows.flatMap(({ items }) => items.sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top).map(({ index }) => index));
}

function middle({ left, top, width, height }: Box): [number, number] {
    return [left + width / 2, top + height / 2];
}
