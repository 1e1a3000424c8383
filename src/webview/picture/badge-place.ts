import type { Box } from './by-place.ts';

/** How far a badge may stand from its corner, as a share of its size. */
const shifts = [0, 0.5, 1];

/**
 * Where the middle of a badge stands: on a corner of its box, the right upper one first, else a little outside of it; of these the
 * first where it covers no text, else the one where it covers least.
 *
 * @param size of the badge, in the px of the boxes
 */
export function badgePlace(box: Box, size: number, texts: readonly Box[]): { readonly x: number; readonly y: number } {
    const right = box.left + box.width;
    const bottom = box.top + box.height;
    const corners = [
        [right, box.top, 1, -1],
        [box.left, box.top, -1, -1],
        [right, bottom, 1, 1],
        [box.left, bottom, -1, 1],
    ] as const;
    const candidates = shifts.flatMap((shift) => corners.map(([x, y, toX, toY]) => ({ x: x + toX * shift * size, y: y + toY * shift * size })));
    const near = texts.filter((text) => overlap(text, grown(box, size * 2)) > 0);
    let best = { at: { x: right, y: box.top }, covered: Number.POSITIVE_INFINITY };
    for (const at of candidates) {
        const badge = { left: at.x - size / 2, top: at.y - size / 2, width: size, height: size };
        const covered = near.reduce((sum, text) => sum + overlap(text, badge), 0);
        if (covered < best.covered) best = { at, covered };
        if (covered === 0) break;
    }
    return best.at;
}

/** The area that two boxes share, in px². */
export function overlap(a: Box, b: Box): number {
    const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
    const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
}

function grown({ left, top, width, height }: Box, by: number): Box {
    return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}
