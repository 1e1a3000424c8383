import { placeBlock } from '../diagram/block.ts';
import { registerColumns } from '../diagram/landscape/register.ts';
import type { LandscapeDiagram } from '../diagram/landscape/landscape-parts.ts';
import type { Block, Mark } from '../diagram/marks.ts';
import { pxPerMm } from '../diagram/paper-sizes.ts';
import type { Memory } from '../diagram/memory.ts';
import { noMemory } from '../diagram/memory.ts';
import { legend } from '../diagram/parts/legend.ts';
import type { RowWidths, TableRow } from '../diagram/parts/table.ts';
import { measuredRows, table } from '../diagram/parts/table.ts';
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
/** So much higher a register may be where it reads better for it. */
const littleHigher = 1.15;

/** On paper it may stand beside the drawing, so far from it, in px, in so many columns. */
const besideGap = 48;
const mostBeside = 4;

/** Lines of text are no longer than this, in px. */
const mostNote = 852;

/** The columns of the legend stay near each other on a wider sheet, in px. */
const mostLegend = 1200;

/**
 * Gives everything on a landscape its place. The sheet is 900 px wide, or as wide as the drawing needs. On paper the register stands
 * beside the drawing where all is printed larger so. Rejects where the engine does.
 */
export async function placeLandscape(diagram: LandscapeDiagram, engine: LayoutEngine, memory: Memory = noMemory): Promise<PlacedDiagram> {
    const leastContent = sheetWidth - 2 * sheetMargin;
    const { scene, labels, width: drawn, height: drawnHeight } = await arrangedWithLabels(diagram, engine, leastContent, memory);
    const content = Math.max(leastContent, Math.ceil(drawn / 4) * 4);
    const drawing = drawingBlock(diagram, { width: content, height: drawnHeight, marks: landscapeMarks(diagram, scene, labels, memory) }, content);
    const rows = diagram.register;
    const below = sheetOf(diagram, content, [
        { block: drawing, x: 0 },
        ...(rows === undefined ? [] : [{ block: registerBlock(diagram, rows, content, memory), x: 0 }]),
    ]);
    const { paper } = diagram.sheet;
    if (paper === undefined || rows === undefined) return below;
    const beside = Array.from({ length: Math.min(mostBeside, Math.ceil(rows.length / fewRows)) }, (_, index) => {
        const width = (index + 1) * (headOf(diagram).leastWidth + registerGap) - registerGap;
        const register = registerBlock(diagram, rows, width, memory);
        return sheetOf(diagram, content + besideGap + width, [{ block: drawing, x: 0 }], { block: register, x: content + besideGap });
    });
    const scale = ({ width, height }: PlacedDiagram): number => pxPerMm(paper, width, height);
    return [below, ...beside].reduce((best, other) => (scale(other) < scale(best) ? other : best));
}

interface SheetPart {
    readonly block: Block;
    /** From the left of the content. */
    readonly x: number;
}

/** The title, parts below each other, and one beside them. */
function sheetOf(diagram: LandscapeDiagram, content: number, parts: readonly SheetPart[], besides?: SheetPart): PlacedDiagram {
    const width = content + 2 * sheetMargin;
    const title: Block = diagram.showTitle ? titleBlock(diagram.sheet, width) : { width, height: 0, marks: [] };
    const marks: Mark[] = [...title.marks];
    const top = title.height + 24;
    let y = top;
    for (const { block, x } of parts) {
        marks.push(placeBlock(block, sheetMargin + x, y));
        y += block.height === 0 ? 0 : block.height + 20;
    }
    if (besides !== undefined) {
        marks.push(placeBlock(besides.block, sheetMargin + besides.x, top));
        y = Math.max(y, top + besides.block.height + 20);
    }
    return { sheet: diagram.sheet, width, height: Math.ceil((y + 4) / 4) * 4, marks };
}

/** What is said above the drawing, the drawing, and the legend below it. */
function drawingBlock(diagram: LandscapeDiagram, drawing: Block, content: number): Block {
    const marks: Mark[] = [];
    let y = 0;
    if (diagram.note !== undefined) {
        const lines = wrapText(diagram.note, Math.min(content, mostNote), fontOf('purpose'));
        marks.push(...textLines(lines, 0, y + 16, 20, 'purpose'));
        y += 20 * lines.length + 24;
    }
    if (diagram.empty !== undefined) {
        const lines = wrapText(diagram.empty, content, fontOf('purpose'));
        marks.push(...textLines(lines, 0, y + 20, 20, 'purpose'));
        y += 20 * lines.length + 24;
    } else {
        marks.push({ type: 'group', x: 0, y, marks: drawing.marks });
        y += drawing.height + 32;
    }
    const legendBlock = legend({ width: Math.min(content, mostLegend), groups: diagram.legend, rule: false });
    if (legendBlock.height === 0) return { width: content, height: y - 20, marks };
    marks.push({ type: 'path', d: line(0, y, content, y), style: 'hairline' }, placeBlock(legendBlock, 0, y));
    return { width: content, height: y + legendBlock.height, marks };
}

/**
 * The register in columns of its own where there is room for several, so that it stays a table on a wide sheet. Columns as narrow as can be may
 * make rows so high that nothing is won; then there are fewer of them.
 */
function registerBlock(diagram: LandscapeDiagram, rows: readonly TableRow[], content: number, memory: Memory): Block {
    const { leastWidth } = headOf(diagram);
    const register: Register = { rows, measured: measuredRows(rows, memory) };
    const most = Math.max(1, Math.min(Math.floor((content + registerGap) / (leastWidth + registerGap)), Math.ceil(rows.length / fewRows)));
    let best = registerColumnsOf(diagram, register, content, most, memory);
    for (let count = most - 1; count > 0; count -= 1) {
        const fewer = registerColumnsOf(diagram, register, content, count, memory);
        if (fewer.height > best.height * littleHigher) break;
        best = fewer;
    }
    return best;
}

interface Register {
    readonly rows: readonly TableRow[];
    /** Of each row. */
    readonly measured: readonly RowWidths[];
}

/** All parts alike, unless that makes the register much higher. */
function registerColumnsOf(diagram: LandscapeDiagram, { rows, measured }: Register, content: number, count: number, memory: Memory): Block {
    const { title, columns, rowHeight } = headOf(diagram);
    const width = (content - registerGap * (count - 1)) / count;
    const each = Math.ceil(rows.length / count);
    const parts = (alike: boolean): Block[] =>
        Array.from({ length: count }, (_, index) =>
            table({
                title: index === 0 ? title : `${title}, continued`,
                columns,
                rows: rows.slice(index * each, (index + 1) * each),
                measured: alike ? measured : measured.slice(index * each, (index + 1) * each),
                width,
                ...(rowHeight === undefined ? {} : { rowHeight }),
                ...(diagram.registerNote === undefined || index < count - 1 ? {} : { note: diagram.registerNote }),
                memory,
            }),
        );
    const highest = (tables: readonly Block[]): number => Math.max(...tables.map((part) => part.height));
    const alike = parts(true);
    const [only] = alike;
    if (only !== undefined && count === 1) return only;
    const own = parts(false);
    const tables = highest(alike) <= highest(own) * littleHigher ? alike : own;
    return {
        width: content,
        height: highest(tables),
        marks: tables.map((part, index) => placeBlock(part, index * (width + registerGap), 0)),
    };
}

function headOf(diagram: LandscapeDiagram): NonNullable<LandscapeDiagram['registerHead']> {
    return diagram.registerHead ?? { title: 'Interface register', columns: registerColumns, leastWidth: leastRegister };
}
