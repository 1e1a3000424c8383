import { placeBlock } from '../diagram/block.ts';
import { referenceLine } from '../diagram/data/crow-foot.ts';
import type { DataDiagram } from '../diagram/data/data-parts.ts';
import type { Block, Mark } from '../diagram/marks.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { leastContent, part, withSpaceBelow, wordsBlock } from '../diagram/parts/page.ts';
import { crossingGaps } from './channel/crossing-gaps.ts';
import type { DataScene } from './data/place-cards.ts';
import { placeCards } from './data/place-cards.ts';
import type { LayoutEngine } from './engine.ts';
import { placePage } from './page.ts';
import type { PlacedDiagram } from './placed-diagram.ts';
import type { Stretch } from './rects.ts';
import { stretches } from './rects.ts';

/** Gives everything on a data model its place. The sheet is 900 px wide, or as wide as the drawing needs. Rejects where the engine does. */
export async function placeData(diagram: DataDiagram, engine: LayoutEngine): Promise<PlacedDiagram> {
    const scene = await placeCards(diagram, engine, leastContent);
    const content = Math.max(leastContent, Math.ceil(scene.width / 4) * 4);
    const panel = diagram.panel && factPanel(diagram.panel, content);
    const drawing: Block =
        diagram.empty === undefined
            ? { width: scene.width, height: scene.height + 24, marks: sceneMarks(scene) }
            : withSpaceBelow(wordsBlock(diagram.empty, content), 16);
    const parts = [
        ...(panel ? [{ block: panel, above: 16 }] : []),
        { block: drawing, above: panel ? 24 : 16 },
        ...part(legend({ width: content, groups: diagram.legend, form: 'row' }), 0),
    ];
    return placePage({ ...diagram, contentWidth: content, parts });
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
