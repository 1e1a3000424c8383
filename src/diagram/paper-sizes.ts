import type { Paper } from './sheet.ts';

/** Shorter and longer side of the sizes of ISO 216, in mm. */
const sides: Readonly<Record<Paper['size'], readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };

/** What printers leave white, in mm at each side. */
export const paperWhite = 8;

/** Width and height in mm of the page that a picture of this size in px is put on. */
export function paperSides({ size, orientation }: Paper, width: number, height: number): readonly [number, number] {
    const isWide = orientation === undefined ? width > height : orientation === 'landscape';
    const [short, long] = sides[size];
    return isWide ? [long, short] : [short, long];
}

/** How many px of such a picture stand on a mm of its page. */
export function pxPerMm(paper: Paper, width: number, height: number): number {
    const [across, down] = paperSides(paper, width, height);
    return Math.max(width / (across - 2 * paperWhite), height / (down - 2 * paperWhite));
}
