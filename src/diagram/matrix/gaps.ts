import type { CrmModel } from '../../model/crm-model.ts';
import type { Block, Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { capitalised } from '../words/value-words.ts';
import type { Axis } from './axes.ts';
import { axisNouns, unprovided } from './axes.ts';
import type { MatrixContent } from './matrix-content.ts';

export interface Gap {
    /** `Systems without a capability`. */
    readonly what: string;
    readonly titles: readonly string[];
}

/** Rows and columns with nothing in them, and, of capabilities, those of the stock list that no system provides. */
export function gapsOf(model: CrmModel, content: MatrixContent): readonly Gap[] {
    const [rowAxis, columnAxis] = content.axes;
    const rows = content.rows.filter((_, index) => content.rowCounts[index] === 0).map(({ title }) => title);
    const columns = content.columns.filter((_, index) => content.columnCounts[index] === 0).map(({ title }) => title);
    const isSame = rowAxis === columnAxis;
    const some = (axis: Axis): string => (content.isPart ? `any of these ${axisNouns[axis][1]}` : one(axis));
    const stock = [rowAxis, columnAxis].includes('capabilities') && [rowAxis, columnAxis].includes('systems') ? unprovided(model) : [];
    return [
        { what: isSame ? `${many(rowAxis)} with nothing in their row` : `${many(rowAxis)} without ${some(columnAxis)}`, titles: rows },
        { what: isSame ? `${many(columnAxis)} with nothing in their column` : `${many(columnAxis)} without ${some(rowAxis)}`, titles: columns },
        { what: 'Of the stock list, no system provides', titles: stock },
    ].filter(({ titles }) => titles.length > 0);
}

/** The gaps in words; where there are none, that is said. */
export function gapsBlock(model: CrmModel, content: MatrixContent, width: number): Block {
    const gaps = gapsOf(model, content);
    const [rowAxis, columnAxis] = content.axes;
    if (gaps.length === 0) {
        const text =
            rowAxis === columnAxis
                ? 'No row and no column is empty.'
                : `No gap: every ${axisNouns[rowAxis][0]} has ${one(columnAxis)}, and every ${axisNouns[columnAxis][0]} ${one(rowAxis)}.`;
        const lines = wrapText(text, width, fontOf('body'));
        return { width, height: lines.length * 16 + 4, marks: textLines(lines, 0, 12, 16, 'body') };
    }
    const marks: Mark[] = [];
    let y = 0;
    for (const { what, titles } of gaps) {
        const head = wrapText(what, width - 22, fontOf('name'));
        const lines = wrapText(`${titles.join(', ')}.`, width - 22, fontOf('body'));
        marks.push({ type: 'icon', icon: 'warning', x: -1, y: y + 0.5, scale: 0.9, style: ['icon', 'stroke-amber'] });
        marks.push(...textLines(head, 22, y + 12, 16, 'name'), ...textLines(lines, 22, y + 12 + head.length * 16, 16, 'body'));
        y += (head.length + lines.length) * 16 + 10;
    }
    return { width, height: y, marks };
}

function many(axis: Axis): string {
    return capitalised(axisNouns[axis][1]);
}

function one(axis: Axis): string {
    const [noun] = axisNouns[axis];
    return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
