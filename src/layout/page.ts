import { placeBlock } from '../diagram/block.ts';
import type { Mark } from '../diagram/marks.ts';
import type { PageDiagram } from '../diagram/parts/page.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

const bottomMargin = 16;

/** Puts the parts of a page below each other, under its title. */
export function placePage(diagram: PageDiagram<string>): Promise<PlacedDiagram> {
    const width = diagram.contentWidth + 2 * sheetMargin;
    const title = diagram.showTitle ? titleBlock(diagram.sheet, width) : { height: 8, marks: [] };
    const marks: Mark[] = [...title.marks];
    let y = title.height;
    for (const { block, above } of diagram.parts) {
        y += above;
        marks.push(placeBlock(block, sheetMargin, y));
        y += block.height;
    }
    return Promise.resolve({ sheet: diagram.sheet, width, height: Math.ceil((y + bottomMargin) / 4) * 4, marks });
}
