import { placeBlock } from '../diagram/block.ts';
import { referenceLine } from '../diagram/data/crow-foot.ts';
import type { DataDiagram } from '../diagram/data/data-parts.ts';
import type { Mark } from '../diagram/marks.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { leastContent, wordsBlock } from '../diagram/parts/page.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import { crossingGaps } from './channel/crossing-gaps.ts';
import type { DataScene } from './data/place-cards.ts';
import { placeCards } from './data/place-cards.ts';
import type { LayoutEngine } from './engine.ts';
import type { PlacedDiagram } from './placed-diagram.ts';
import type { Stretch } from './rects.ts';
import { stretches } from './rects.ts';

/** Gives everything on a data model its place. The sheet is 900 px wide, or as wide as the drawing needs. Rejects where the engine does. */
export async function placeData(diagram: DataDiagram, engine: LayoutEngine): Promise<PlacedDiagram> {
    const scene = await placeCards(diagram, engine, leastContent);
    const content = Math.max(leastContent, Math.ceil(scene.width / 4) * 4);
    const width = content + 2 * sheetMargin;
    const title = diagram.showTitle ? titleBlock(diagram.sheet, width) : { height: 8, marks: [] };
    const marks: Mark[] = [...title.marks];
    let y = title.height + 16;
    if (diagram.panel !== undefined) {
        const panel = factPanel(diagram.panel, content);
        marks.push(placeBlock(panel, sheetMargin, y));
        y += panel.height + 24;
    }
    if (diagram.empty === undefined) {
        marks.push({ type: 'group', x: sheetMargin, y, marks: sceneMarks(scene) });
        y += scene.height + 24;
    } else {
        const words = wordsBlock(diagram.empty, content);
        marks.push(placeBlock(words, sheetMargin, y));
        y += words.height + 16;
    }
    const legendBlock = legend({ width: content, groups: diagram.legend, form: 'row' });
    if (legendBlock.height > 0) {
        marks.push(placeBlock(legendBlock, sheetMargin, y));
        y += legendBlock.height;
    }
    return { sheet: diagram.sheet, width, height: Math.ceil((y + 16) / 4) * 4, marks };
}

/** Cards, then the lines between them. */
function sceneMarks(scene: DataScene): Mark[] {
    const earlier: Stretch[] = [];
    const lines = scene.lines.map(({ reference, points }): Mark => {
        const own = stretches(points);
        const gaps = crossingGaps(own, earlier);
        earlier.push(...own);
        return { type: 'group', thing: reference.thing, marks: [...gaps, ...referenceLine(points, reference.required)] };
    });
    return [...scene.cards.map(({ card, box }): Mark => ({ ...placeBlock(card.block, box.x, box.y), thing: card.thing })), ...lines];
}
