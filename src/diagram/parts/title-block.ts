import type { Block, Mark } from '../marks.ts';
import { line } from '../paths.ts';
import type { Sheet, SheetFact } from '../sheet.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';

/** Free space at each side of a sheet, in px. */
export const sheetMargin = 24;

const factGap = 32;
const mostFactWidth = 200;

/**
 * The head of a sheet of the width, in the sheet's own coordinates: it starts at the sheet's top left corner and ends at its
 * hairline, 116 below where nothing wraps. Facts stand at the right by their measure; the title wraps beside them.
 */
export function titleBlock(sheet: Sheet, width: number): Block {
    const right = width - sheetMargin;
    const marks: Mark[] = [{ type: 'rect', x: sheetMargin, y: 24, width: right - sheetMargin, height: 2, style: 'fill-ink' }];

    const columns = factColumns(sheet.facts, (right - sheetMargin) * 0.6);
    const factsWidth = columns.reduce((sum, column) => sum + column.width, 0) + Math.max(0, columns.length - 1) * factGap;
    const room = right - sheetMargin - (columns.length > 0 ? factsWidth + factGap : 0);

    const captions = wrapText(captionText(sheet.caption), room, fontOf('caption'));
    marks.push(...textLines(captions, sheetMargin, 48, 14, 'caption'));
    let y = 48 + Math.max(0, captions.length - 1) * 14 + 30;
    const titles = wrapText(sheet.title, room, fontOf('view-title'));
    marks.push(...textLines(titles, sheetMargin, y, 32, 'view-title'));
    y += Math.max(0, titles.length - 1) * 32;
    const purpose = wrapText(sheet.purpose ?? '', room, fontOf('purpose'));
    if (purpose.length > 0) {
        marks.push(...textLines(purpose, sheetMargin, y + 22, 18, 'purpose'));
        y += 22 + (purpose.length - 1) * 18;
    } else {
        y += 6;
    }

    let x = right - factsWidth;
    let factsBottom = 0;
    for (const column of columns) {
        marks.push(...textLines(column.caption, x, 48, 14, 'caption'));
        let baseline = 68 + (column.caption.length - 1) * 14;
        marks.push(...textLines(column.value, x, baseline, 16, 'fact'));
        baseline += column.value.length * 16;
        marks.push(...textLines(column.second, x, baseline, 16, 'body'));
        factsBottom = Math.max(factsBottom, baseline + (column.second.length - 1) * 16);
        x += column.width + factGap;
    }

    const bottom = Math.ceil((Math.max(y, factsBottom) + 16) / 4) * 4;
    marks.push({ type: 'path', d: line(sheetMargin, bottom, right, bottom), style: 'hairline' });
    return { width, height: bottom, marks };
}

interface FactColumn {
    readonly caption: readonly string[];
    readonly value: readonly string[];
    readonly second: readonly string[];
    readonly width: number;
}

function factColumns(facts: readonly SheetFact[], mostTogether: number): FactColumn[] {
    const most = Math.min(mostFactWidth, (mostTogether - (facts.length - 1) * factGap) / Math.max(1, facts.length));
    return facts.map((fact) => {
        const caption = wrapText(captionText(fact.caption), most, fontOf('caption'));
        const value = wrapText(fact.value, most, fontOf('fact'));
        const second = wrapText(fact.second ?? '', most, fontOf('body'));
        const width = Math.max(linesWidth(caption, fontOf('caption')), linesWidth(value, fontOf('fact')), linesWidth(second, fontOf('body')));
        return { caption, value, second, width: Math.ceil(width) };
    });
}
