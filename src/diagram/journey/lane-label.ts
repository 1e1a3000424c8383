import type { Block, Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { labelText, labelTextWidth } from './journey-grid.ts';

/** The name of a lane in the label column, in the sheet's x; its first baseline stands 24 below the lane's top. */
export function laneLabel(name: string, below: readonly Mark[] = [], baseline = 24): Block {
    const lines = wrapText(name, labelTextWidth, fontOf('name'));
    return {
        width: labelTextWidth,
        height: baseline + (lines.length - 1) * 15 + 12,
        marks: [...textLines(lines, labelText, baseline, 15, 'name'), ...below],
    };
}
