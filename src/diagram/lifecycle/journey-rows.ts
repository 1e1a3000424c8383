import type { JourneyStage } from '../../model/crm-model.ts';
import { placeBlock, stackBlocks } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { painWords } from '../overlay-words.ts';
import { chevron } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import type { JourneyRow } from './lifecycle-content.ts';
import type { StageColumns } from './stage-columns.ts';
import { sectionHead, stageSection } from './stage-columns.ts';

/** The stages of journeys below the stages of the lifecycle that they lie in: one row for each journey. */
export function journeyRows(rows: readonly JourneyRow[], columns: StageColumns, withPains: boolean): Block {
    const [only, ...others] = rows;
    if (only !== undefined && others.length === 0) {
        return stageSection(
            { caption: 'In the journey', note: journeyTitle(only), top: 14, bottom: 20, baseline: 16, cells: cellsOf(only, columns, withPains) },
            columns,
        );
    }
    const head = sectionHead('In the journeys', undefined, columns.width);
    const marks: Mark[] = [...head.marks];
    let y = head.height + 6;
    for (const row of rows) {
        const title = wrapText(journeyTitle(row), columns.width, fontOf('small'));
        marks.push(...textLines(title, 0, y + 14, 15, ['small', 'fill-ink2']));
        y += 22 + (title.length - 1) * 15;
        const cells = cellsOf(row, columns, withPains);
        cells.forEach((cell, index) =>
            marks.push(
                cell ? placeBlock(cell, columns.x(index), y) : { type: 'text', x: columns.x(index), y: y + 16, text: '–', style: ['body', 'fill-ink3'] },
            ),
        );
        y += Math.max(24, ...cells.map((cell) => cell?.height ?? 0)) + 6;
    }
    return { width: columns.width, height: y + 12, marks };
}

function journeyTitle({ journey }: JourneyRow): string {
    return journey.title + (journey.state === 'future' ? ', as it shall be' : '');
}

function cellsOf(row: JourneyRow, columns: StageColumns, withPains: boolean): (Block | undefined)[] {
    return row.stages.map((stages) =>
        stages.length === 0
            ? undefined
            : stackBlocks(
                  stages.map((stage) => (withPains ? withPain(stage, columns.cellWidth) : stageChip(stage, columns.cellWidth))),
                  6,
              ),
    );
}

/** A stage with the number of its pains below it, where it has any. */
function withPain(stage: JourneyStage, most: number): Block {
    const words = painWords(stage.touchpoints.flatMap(({ pains }) => pains));
    const chip = stageChip(stage, most);
    const lines = wrapText(words, most - 18, fontOf('small'));
    return lines.length === 0
        ? chip
        : {
              width: Math.max(chip.width, 18 + Math.ceil(linesWidth(lines, fontOf('small')))),
              height: chip.height + 5 + lines.length * 14,
              marks: [
                  ...chip.marks,
                  { type: 'icon', icon: 'pain', x: 0, y: chip.height + 4, scale: 0.8, style: ['icon', 'stroke-red'] },
                  ...textLines(lines, 18, chip.height + 15, 14, ['small', 'fill-ink2']),
              ],
          };
}

function stageChip(stage: JourneyStage, most: number): Block {
    const lines = wrapText(stage.title, most - 26, fontOf('entity'));
    const width = Math.ceil(linesWidth(lines, fontOf('entity'))) + 26;
    const height = 24 + (Math.max(1, lines.length) - 1) * 15;
    return {
        width,
        height,
        marks: [
            {
                type: 'group',
                thing: { kind: 'stage', id: stage.id, label: stage.title },
                marks: [
                    { type: 'path', d: chevron(0, 0, width, height, { point: 8, start: 'square', radius: 0 }), style: ['fill-card', 'stroke-edge', 'w1'] },
                    ...textLines(lines, 9, 16, 15, 'entity'),
                ],
            },
        ],
    };
}
