import type { Paper } from '../diagram/sheet.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Shorter and longer side of the sizes of ISO 216, in mm. */
const sides: Readonly<Record<Paper['size'], readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };

/** What printers leave white, in mm at each side. */
const white = 8;

/** Puts a picture that asks for paper on a page of just its proportions: at the top, in the middle, as large as it fits. */
export function onPaper(placed: PlacedDiagram): PlacedDiagram {
    const { paper } = placed.sheet;
    if (!paper) return placed;
    const isWide = paper.orientation === undefined ? placed.width > placed.height : paper.orientation === 'landscape';
    const [short, long] = sides[paper.size];
    const [across, down] = isWide ? [long, short] : [short, long];
    const pxPerMm = Math.max(placed.width / (across - 2 * white), placed.height / (down - 2 * white));
    const width = across * pxPerMm;
    const height = down * pxPerMm;
    const at = { x: (width - placed.width) / 2, y: white * pxPerMm };
    return { ...placed, width, height, millimetres: { width: across, height: down }, marks: [{ type: 'group', ...at, marks: placed.marks }] };
}
