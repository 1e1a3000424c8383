import type { Box } from './by-place.ts';

/** Where on an edge a badge may stand, as a share of its length. */
const edges = [0.25, 0.5, 0.75];

/**
 * Where the middle of a badge stands: on a corner of its box, the right upper one first, else on an edge, else a little outside of a
 * corner; of these the first where it covers no text, else the one where it covers least.
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
    const onEdges = edges.flatMap((share) => [
        { x: right, y: box.top + share * box.height },
        { x: box.left + (1 - share) * box.width, y: box.top },
        { x: box.left + (1 - share) * box.width, y: bottom },
        { x: box.left, y: box.top + share * box.height },
    ]);
    const beside = (shift: number): { readonly x: number; readonly y: number }[] =>
        corners.map(([x, y, toX, toY]) => ({ x: x + toX * shift * size, y: y + toY * shift * size }));
    const outside = [...beside(0.5), ...beside(1)];
    // What stands on the edge of a row stands between two of them.
    const candidates = [...beside(0), ...(box.height < 2.5 * size ? [...outside, ...onEdges] : [...onEdges, ...outside])];
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
