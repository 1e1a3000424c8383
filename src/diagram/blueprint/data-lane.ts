import type { CrmModel } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { broughtWords } from '../journey/brought-words.ts';
import { dataRows } from '../journey/data-rows.ts';
import type { JourneyGrid } from '../journey/journey-grid.ts';
import { labelText } from '../journey/journey-grid.ts';
import type { DrawnLane } from '../journey/journey-parts.ts';
import { laneLabel } from '../journey/lane-label.ts';
import { textLines } from '../text-lines.ts';

/** What touchpoints capture and use, which interfaces bring it or take it on, and where it can be older than allowed. */
export function blueprintData(grid: JourneyGrid, model: CrmModel, marksPersonal: boolean): DrawnLane | undefined {
    const data = dataRows(grid, model, broughtWords(model), marksPersonal);
    if (data.height === 0) {
        return undefined;
    }
    const height = Math.ceil((12 + data.height + 16) / 4) * 4;
    const label = laneLabel('Data', textLines(['With what', 'brings it'], labelText, 40, 13, 'small'));
    return { type: 'drawn', name: 'data', arrows: [], label: { ...label, height }, body: { width: grid.width, height, marks: [placeBlock(data, 0, 12)] } };
}
