import { placeBlock } from '../diagram/block.ts';
import { registerColumns } from '../diagram/landscape/register.ts';
import type { LandscapeDiagram } from '../diagram/landscape/landscape-parts.ts';
import type { Block, Mark } from '../diagram/marks.ts';
import type { Memory } from '../diagram/memory.ts';
import { noMemory } from '../diagram/memory.ts';
import { legend } from '../diagram/parts/legend.ts';
import type { TableRow } from '../diagram/parts/table.ts';
import { table } from '../diagram/parts/table.ts';
import { line } from '../diagram/paths.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import { textLines } from '../diagram/text-lines.ts';
import { fontOf, wrapText } from '../diagram/text-metrics.ts';
import type { LayoutEngine } from './engine.ts';
import { landscapeMarks } from './landscape/draw-landscape.ts';
import { arrangedWithLabels } from './landscape/remembered.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Width of a sheet in px, where the drawing needs no more. */
const sheetWidth = 900;

/** The register has several columns where each is so wide, so far from the next, in px, and has so many rows. */
const leastRegister = 852;
const registerGap = 32;
const fewRows = 6;

/** Lines of text are no longer than this, in px. */
const mostNote = 852;

/** The columns of the legend stay near each other on a wider sheet, in px. */
const mostLegend = 1200;

/**
 * Gives everything on a landscape its place. The sheet is 900 px wide, or as wide as the drawing needs.
 * Rejects where the engine does.
 */
export async function placeLandscape(diagram: LandscapeDiagram, engine: LayoutEngine, memory: Memory = noMemory): Promise<PlacedDiagram> {
    const leastContent = sheetWidth - 2 * sheetMargin;
    const { scene, labels, width: drawn, height: drawnHeight } = await arrangedWithLabels(diagram, engine, leastContent, memory);
    const content = Math.max(leastContent, Math.ceil(drawn / 4) * 4);
    const width = content + 2 * sheetMargin;
    const title: Block = diagram.showTitle ? titleBlock(diagram.sheet, width) : { width, height: 0, marks: [] };
    const top = title.height + 24;
    const marks: Mark[] = [...title.marks];
    let y = top;
    if (diagram.note !== undefined) {
        const lines = wrapText(diagram.note, Math.min(content, mostNote), fontOf('purpose'));
        marks.push(...textLines(lines, sheetMargin, y + 16, 20, 'purpose'));
        y += 20 * lines.length + 24;
    }
    if (diagram.empty !== undefined) {
        const lines = wrapText(diagram.empty, content, fontOf('purpose'));
        marks.push(...textLines(lines, sheetMargin, y + 20, 20, 'purpose'));
        y += 20 * lines.length + 24;
    } else {
        marks.push({ type: 'group', x: sheetMargin, y, marks: landscapeMarks(diagram, scene, labels, memory) });
        y += drawnHeight + 32;
    }
    const legendBlock = legend({ width: Math.min(content, mostLegend), groups: diagram.legend, rule: false });
    if (legendBlock.height > 0) {
        marks.push({ type: 'path', d: line(sheetMargin, y, width - sheetMargin, y), style: 'hairline' });
        marks.push(placeBlock(legendBlock, sheetMargin, y));
        y += legendBlock.height + 20;
    }
    if (diagram.register !== undefined) {
        const register = registerBlock(diagram, diagram.register, content, memory);
        marks.push(placeBlock(register, sheetMargin, y));
        y += register.height + 20;
    }
    return { sheet: diagram.sheet, width, height: Math.ceil((y + 4) / 4) * 4, marks };
}

/** The register in as many columns of its own as there is room for, so that it stays a table on a wide sheet. */
function registerBlock(diagram: LandscapeDiagram, rows: readonly TableRow[], content: number, memory: Memory): Block {
    const { title, columns, rowHeight, leastWidth } = diagram.registerHead ?? {
        title: 'Interface register',
        columns: registerColumns,
        rowHeight: undefined,
        leastWidth: leastRegister,
    };
    const count = Math.max(1, Math.min(Math.floor((content + registerGap) / (leastWidth + registerGap)), Math.ceil(rows.length / fewRows)));
    const width = (content - registerGap * (count - 1)) / count;
    const each = Math.ceil(rows.length / count);
    const tables = Array.from({ length: count }, (_, index) =>
        table({
            title: index === 0 ? title : `${title}, continued`,
            columns,
            rows: rows.slice(index * each, (index + 1) * each),
            width,
            ...(rowHeight === undefined ? {} : { rowHeight }),
            ...(diagram.registerNote === undefined || index < count - 1 ? {} : { note: diagram.registerNote }),
            memory,
        }),
    );
    const [only] = tables;
    if (only !== undefined && count === 1) {
        return only;
    }
    return {
        width: content,
        height: Math.max(...tables.map((part) => part.height)),
        marks: tables.map((part, index) => placeBlock(part, index * (width + registerGap), 0)),
    };
}
