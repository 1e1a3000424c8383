import { placeBlock } from '../diagram/block.ts';
import type { Point } from '../diagram/geometry.ts';
import { registerColumns } from '../diagram/landscape/register.ts';
import type { Block, Mark } from '../diagram/marks.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { table } from '../diagram/parts/table.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import { line } from '../diagram/paths.ts';
import { captionText, textLines } from '../diagram/text-lines.ts';
import { fontOf, textWidth, wrapText } from '../diagram/text-metrics.ts';
import type { TraceDiagram } from '../diagram/trace/trace-parts.ts';
import { touchpointColumns } from '../diagram/trace/trace-parts.ts';
import type { LayoutEngine } from './engine.ts';
import { arrange } from './landscape/arrange.ts';
import { landscapeMarks } from './landscape/draw-landscape.ts';
import type { PlacedLabel } from './landscape/place-labels.ts';
import { labelBox, placeLabels } from './landscape/place-labels.ts';
import type { Scene } from './landscape/scene.ts';
import { cardsOf, changed } from './landscape/scene.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

const sheetWidth = 900;
/** The columns of the legend stay near each other on a wider sheet, in px. */
const mostLegend = 1200;
/** Height of the captions above the boxes. */
const captionRoom = 24;
/** Width of the captions at the left of a trace that runs downwards. */
const besideRows = 120;

/** Gives a trace its places: the facts, the boxes and lines as a landscape has them, then the tables. Rejects where the engine does. */
export async function placeTrace(diagram: TraceDiagram, engine: LayoutEngine): Promise<PlacedDiagram> {
    const leastContent = sheetWidth - 2 * sheetMargin;
    const { scene, labels, width: drawn, height: drawnHeight } = await arrangeTrace(diagram, engine);
    const left = diagram.direction === 'down' ? besideRows : 0;
    const content = Math.max(leastContent, Math.ceil((left + drawn) / 4) * 4);
    const width = content + 2 * sheetMargin;
    const title: Block = diagram.showTitle ? titleBlock(diagram.sheet, width) : { width, height: 0, marks: [] };
    const marks: Mark[] = [...title.marks];
    let y = title.height + 20;
    if (diagram.panel.length > 0) {
        const panel = factPanel({ facts: diagram.panel, columns: 3 }, content);
        marks.push(placeBlock(panel, sheetMargin, y));
        y += panel.height + 20;
    }
    const captions = left === 0 ? captionMarks(diagram, scene) : rowCaptions(diagram, scene);
    marks.push({ type: 'group', x: sheetMargin, y: y + 12, marks: captions });
    marks.push({ type: 'group', x: sheetMargin + left, y: y + captionRoom, marks: landscapeMarks({ ...diagram, kind: 'landscape' }, scene, labels) });
    y += captionRoom + drawnHeight + 32;
    const legendBlock = legend({ width: Math.min(content, mostLegend), groups: diagram.legend, rule: false });
    if (legendBlock.height > 0) {
        marks.push({ type: 'path', d: line(sheetMargin, y, width - sheetMargin, y), style: 'hairline' });
        marks.push(placeBlock(legendBlock, sheetMargin, y));
        y += legendBlock.height + 20;
    }
    for (const block of tables(diagram, content)) {
        marks.push(placeBlock(block, sheetMargin, y));
        y += block.height + 24;
    }
    return { sheet: diagram.sheet, width, height: Math.ceil(y / 4) * 4, marks };
}

/** Boxes, lines and words at their places, from 0,0 to the size that holds all of them. */
export interface ArrangedTrace {
    readonly scene: Scene;
    readonly labels: readonly PlacedLabel[];
    readonly width: number;
    readonly height: number;
}

/** Places boxes and lines, then words; where words stand out beyond them, everything moves to make room. */
export async function arrangeTrace(diagram: TraceDiagram, engine: LayoutEngine): Promise<ArrangedTrace> {
    const { scene, width, height } = await arrange(diagram, engine, sheetWidth - 2 * sheetMargin);
    const labels = placeLabels(scene);
    const boxes = labels.map(labelBox);
    const [left, top] = [Math.min(0, ...boxes.map((box) => box.x)), Math.min(0, ...boxes.map((box) => box.y))];
    const right = Math.max(width, ...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(height, ...boxes.map((box) => box.y + box.height));
    const moved = <Place extends Point>(place: Place): Place => ({ ...place, x: place.x - left, y: place.y - top });
    return {
        scene: left === 0 && top === 0 ? scene : changed(scene, moved, moved),
        labels: labels.map(moved),
        width: right - left,
        height: bottom - top,
    };
}

function tables(diagram: TraceDiagram, width: number): Block[] {
    return [
        ...(diagram.touchpoints.length === 0 ? [] : [table({ title: 'Touchpoints', columns: touchpointColumns, rows: diagram.touchpoints, width })]),
        ...(diagram.register === undefined
            ? []
            : [
                  table({
                      title: 'Interfaces',
                      columns: registerColumns,
                      rows: diagram.register,
                      width,
                      ...(diagram.registerNote === undefined ? {} : { note: diagram.registerNote }),
                  }),
              ]),
    ];
}

/** Where the trace runs downwards, each caption at the left of the highest of its boxes. */
function rowCaptions(diagram: TraceDiagram, scene: Scene): Mark[] {
    const boxes = new Map(cardsOf(scene).map((card) => [card.id, card.box]));
    return diagram.captions.flatMap(({ text, cards }) => {
        const y = Math.min(...cards.flatMap((key) => boxes.get(key)?.y ?? []));
        const lines = wrapText(captionText(text), besideRows - 16, fontOf('caption'));
        return textLines(lines, 0, y + 32, 14, 'caption');
    });
}

/** Each caption above the leftmost of its boxes. Where two would meet, the border of what is traced says enough. */
function captionMarks(diagram: TraceDiagram, scene: Scene): Mark[] {
    const boxes = new Map(cardsOf(scene).map((card) => [card.id, card.box]));
    const placed = diagram.captions.map(({ text, side, cards }) => {
        const x = Math.min(...cards.flatMap((key) => boxes.get(key)?.x ?? []));
        return { text: captionText(text), side, x, end: x + textWidth(captionText(text), fontOf('caption')) + 16 };
    });
    return placed
        .filter((own) => own.side !== 'centre' || placed.every((other) => other === own || other.x >= own.end || other.end <= own.x))
        .map(({ text, x }): Mark => ({ type: 'text', x, y: 0, text, style: 'caption' }));
}
