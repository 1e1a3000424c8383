import { paperSides, paperWhite, pxPerMm } from '../diagram/paper-sizes.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Puts a picture that asks for paper on a page of just its proportions: at the top, in the middle, as large as it fits. */
export function onPaper(placed: PlacedDiagram): PlacedDiagram {
    const { paper } = placed.sheet;
    if (!paper) return placed;
    const [across, down] = paperSides(paper, placed.width, placed.height);
    const scale = pxPerMm(paper, placed.width, placed.height);
    const width = across * scale;
    const height = down * scale;
    const at = { x: (width - placed.width) / 2, y: paperWhite * scale };
    return { ...placed, width, height, millimetres: { width: across, height: down }, marks: [{ type: 'group', ...at, marks: placed.marks }] };
}
