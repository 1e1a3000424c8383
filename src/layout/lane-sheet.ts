import { placeBlock } from '../diagram/block.ts';
import { labelLeft, labelRight } from '../diagram/journey/journey-grid.ts';
import type { JourneyBand } from '../diagram/journey/journey-parts.ts';
import type { Block, Mark } from '../diagram/marks.ts';
import { line } from '../diagram/paths.ts';
import type { Sheet } from '../diagram/sheet.ts';
import { labelColumn } from './journey-marks.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

const bottomMargin = 16;

/** What journeys and blueprints have around their lanes. */
interface LaneDiagram {
    readonly sheet: Sheet;
    readonly width: number;
    readonly right: number;
    readonly head: Block;
    readonly legend: Block;
}

/** Stages with their lanes, at their places. */
export interface PlacedLanes {
    readonly stages: JourneyBand;
    readonly bounds: readonly number[];
    /** From the stages to the end of the last lane. */
    readonly top: number;
    readonly bottom: number;
    /** The marks of the lanes, from top to bottom. */
    readonly marks: readonly Mark[];
}

/** Where the first lane below the stages begins. */
export function lanesTopOf(stages: JourneyBand, top: number): number {
    return top + stages.body.height + 8;
}

/** The sheet around lanes that have their places: title block, stages, label column, stage bounds, legend. */
export function laneSheet(diagram: LaneDiagram, rows: readonly PlacedLanes[]): PlacedDiagram {
    const { sheet, width, head, legend } = diagram;
    const bottom = rows.at(-1)?.bottom ?? head.height;
    const hasLegend = legend.height > 0;
    return {
        sheet,
        width,
        height: Math.ceil((hasLegend ? bottom + 10 + legend.height + bottomMargin : bottom + 24) / 4) * 4,
        marks: [...head.marks, ...rows.flatMap((row) => rowMarks(row, diagram.right)), ...(hasLegend ? [placeBlock(legend, labelLeft, bottom + 10)] : [])],
    };
}

function rowMarks({ stages, bounds, top, bottom, marks }: PlacedLanes, right: number): Mark[] {
    const lanesTop = lanesTopOf(stages, top);
    return [
        ...labelColumn(top, bottom),
        placeBlock(stages.label, 0, top),
        placeBlock(stages.body, 0, top),
        { type: 'path', d: line(labelLeft, lanesTop, labelRight, lanesTop), style: 'hairline' },
        ...[...bounds, right].map((x): Mark => ({ type: 'path', d: line(x, lanesTop, x, bottom), style: 'hairline' })),
        ...marks,
    ];
}
