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
    readonly stages: JourneyBand;
    readonly bounds: readonly number[];
    readonly legend: Block;
}

/** Where the first lane begins. */
export function lanesTopOf({ head, stages }: LaneDiagram): number {
    return head.height + stages.body.height + 8;
}

/**
 * The sheet around lanes that have their places: title block, stages, label column, stage bounds, legend.
 *
 * @param lanes the marks of the lanes, from top to bottom
 * @param bottom where the last lane ends
 */
export function laneSheet(diagram: LaneDiagram, lanes: readonly Mark[], bottom: number): PlacedDiagram {
    const { sheet, width, head, stages, legend } = diagram;
    const lanesTop = lanesTopOf(diagram);
    const bounds = [...diagram.bounds, diagram.right].map((x): Mark => ({ type: 'path', d: line(x, lanesTop, x, bottom), style: 'hairline' }));
    const hasLegend = legend.height > 0;
    return {
        sheet,
        width,
        height: Math.ceil((hasLegend ? bottom + 10 + legend.height + bottomMargin : bottom + 24) / 4) * 4,
        marks: [
            ...head.marks,
            ...labelColumn(head.height, bottom),
            placeBlock(stages.label, 0, head.height),
            placeBlock(stages.body, 0, head.height),
            { type: 'path', d: line(labelLeft, lanesTop, labelRight, lanesTop), style: 'hairline' },
            ...bounds,
            ...lanes,
            ...(hasLegend ? [placeBlock(legend, labelLeft, bottom + 10)] : []),
        ],
    };
}
