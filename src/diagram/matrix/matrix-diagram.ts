import type { CrmModel, View } from '../../model/crm-model.ts';
import { audienceTitles } from '../audience.ts';
import type { Block } from '../marks.ts';
import type { PageDiagram } from '../parts/page.ts';
import { legend } from '../parts/legend.ts';
import { leastContent, part, viewSheet, wordsBlock } from '../parts/page.ts';
import type { Sheet } from '../sheet.ts';
import { reviewFact } from '../words/review-words.ts';
import { capitalised, countWords } from '../words/value-words.ts';
import type { Axis } from './axes.ts';
import { axisItems, axisNouns, axisOf } from './axes.ts';
import { markShape } from './cell-marks.ts';
import { gapsBlock, gapsOf } from './gaps.ts';
import type { CellMark, MatrixContent } from './matrix-content.ts';
import { matrixContent } from './matrix-content.ts';
import { matrixColumns, matrixTable } from './matrix-table.ts';
import { relatedAxes } from './relations.ts';

/** Which things of one kind are tied to which of another. */
export function matrixDiagram(model: CrmModel, view: View): PageDiagram<'matrix'> {
    const [rows, columns] = [axisOf(view.rows), axisOf(view.columns)];
    const content = rows && columns && matrixContent(model, view, rows, columns);
    const page = { kind: 'matrix', showTitle: !view.hide.includes('title') } as const;
    if (!content || content.rows.length === 0 || content.columns.length === 0) {
        const words = content ? emptyWords(model, view, content) : unrelatedWords(rows, columns);
        return { ...page, sheet: sheetOf(model, view, undefined, words), contentWidth: leastContent, parts: part(wordsBlock(words, leastContent), 24) };
    }
    const sizes = matrixColumns(content);
    return {
        ...page,
        sheet: sheetOf(model, view, content, describe(model, content)),
        contentWidth: sizes.width,
        parts: [
            ...part(matrixTable(content, sizes), 24),
            ...part(gapsBlock(model, content, sizes.width), 20),
            ...(view.hide.includes('legend') ? [] : part(matrixLegend(content, sizes.width), 12)),
        ],
    };
}

function matrixLegend({ kinds }: MatrixContent, width: number): Block {
    const entries = kinds.map((mark) => ({ sample: markShape(mark), label: legendWords(mark) }));
    return legend({ width, groups: [{ caption: '', entries }], form: 'row' });
}

function legendWords({ shape, word }: CellMark): string {
    return shape === 'flow' ? 'Interface, from the row to the column' : shape === 'via' ? 'Stretch of one, to or from a system between' : capitalised(word);
}

function unrelatedWords(rows: Axis | undefined, columns: Axis | undefined): string {
    if (!rows || !columns) {
        return 'Say what the matrix shows, such as: as matrix of capabilities by systems';
    }
    const pair = rows === columns ? `${rows} to each other` : `${rows} to ${columns}`;
    return `Nothing in a map relates ${pair}. A matrix of ${rows} can be by: ${relatedAxes(rows).join(', ')}.`;
}

function emptyWords(model: CrmModel, view: View, { axes, rows, columns }: MatrixContent): string {
    const empty = [...new Set([...(rows.length === 0 ? [axes[0]] : []), ...(columns.length === 0 ? [axes[1]] : [])])];
    const missing = empty.filter((axis) => axisItems(model, { ...view, audience: [] }, axis).length === 0).map((axis) => axisNouns[axis][1]);
    return missing.length > 0
        ? `This map has no ${missing.join(' and no ')} yet.`
        : `No ${empty.map((axis) => axisNouns[axis][0]).join(' and no ')} matches what this view shows.`;
}

function sheetOf(model: CrmModel, view: View, content: MatrixContent | undefined, description: string): Sheet {
    const review = reviewFact(model.map);
    const audience = audienceTitles(model, view);
    const pair = view.rows !== undefined && view.columns !== undefined ? `${capitalised(view.rows)} by ${view.columns}` : 'Matrix';
    return {
        ...viewSheet(view),
        role: 'matrix',
        caption: `${model.map.title}  \u00b7  Matrix`,
        title: view.title ?? pair,
        purpose: view.purpose ?? model.map.purpose,
        description,
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            ...(content ? factsOf(content) : []),
            ...(review === undefined ? [] : [review]),
        ],
    };
}

function factsOf({ axes, rows, columns, rowCounts, columnCounts }: MatrixContent): Sheet['facts'] {
    const empty = (counts: readonly number[]): number => counts.filter((count) => count === 0).length;
    const nouns =
        axes[0] === axes[1]
            ? ([
                  ['row', 'rows'],
                  ['column', 'columns'],
              ] as const)
            : ([axisNouns[axes[0]], axisNouns[axes[1]]] as const);
    return [
        { caption: 'Shows', value: countWords(rows.length, ...axisNouns[axes[0]]), second: countWords(columns.length, ...axisNouns[axes[1]]) },
        { caption: 'With nothing', value: countWords(empty(rowCounts), ...nouns[0]), second: countWords(empty(columnCounts), ...nouns[1]) },
    ];
}

/** `Capabilities by systems: 3 capabilities, 7 systems, 3 ties. Systems without a capability: Web shop, ERP.` */
function describe(model: CrmModel, content: MatrixContent): string {
    const [rowAxis, columnAxis] = content.axes;
    const ties = content.rowCounts.reduce((sum, count) => sum + count, 0);
    const counts = `${countWords(content.rows.length, ...axisNouns[rowAxis])}, ${countWords(content.columns.length, ...axisNouns[columnAxis])}, ${countWords(ties, 'tie')}.`;
    const gaps = gapsOf(model, content).map(({ what, titles }) => ` ${what}: ${titles.join(', ')}.`);
    return `${capitalised(rowAxis)} by ${columnAxis}: ${counts}${gaps.join('')}`;
}
