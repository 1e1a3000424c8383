import type { CrmModel, Touchpoint, View } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { systemNote } from '../overlay-words.ts';
import { line } from '../paths.ts';
import { dataRows } from './data-rows.ts';
import { broughtWords } from './brought-words.ts';
import type { DrawnLane } from './journey-parts.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { labelText } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';
import type { SystemNote } from './system-rows.ts';
import { systemRows } from './system-rows.ts';

/**
 * The systems behind the touchpoints: frontstage, the line of visibility, backstage, support; below them the data, unless the
 * view gives it a lane of its own.
 */
export function systemLane(grid: JourneyGrid, model: CrmModel, view: Pick<View, 'overlays'>, withData: boolean): DrawnLane | undefined {
    const systems = new Map(model.systems.map((system) => [system.id, system]));
    const note: SystemNote = (system) => systemNote(model, view, system);
    const front = systemRows(grid, systems, (touchpoint) => touchpoint.frontstage, note);
    const back = systemRows(grid, systems, (touchpoint) => touchpoint.backstage, note);
    const support = systemRows(grid, systems, (touchpoint) => touchpoint.support, note);
    const data = withData ? dataBlock(grid, model, view) : undefined;
    if ([front, back, support].every((block) => block.height === 0)) {
        return data === undefined || data.height === 0 ? undefined : dataLane(grid, model, view);
    }
    const marks: Mark[] = [];
    const names: Mark[] = [];
    const name = (text: string, y: number): void => {
        names.push({ type: 'text', x: labelText, y, text, style: ['small', 'fill-ink2'] });
    };
    let y = 12;
    if (front.height > 0) {
        name('Frontstage', y + 30);
        marks.push(placeBlock(front, 0, y));
        y += front.height + 8;
    } else {
        y = 36;
    }
    if (front.height > 0 && (back.height > 0 || support.height > 0)) {
        marks.push({ type: 'path', d: line(grid.left + 1, y + 1, grid.right, y + 1), style: 'dashed-line' });
        y += 10;
    }
    for (const [title, rows] of [
        ['Backstage', back],
        ['Support', support],
    ] as const) {
        if (rows.height > 0) {
            name(title, y + 18);
            marks.push(placeBlock(rows, 0, y));
            y += rows.height + 6;
        }
    }
    y = Math.ceil((y + 4) / 4) * 4;
    if (data !== undefined && data.height > 0) {
        marks.push({ type: 'path', d: line(grid.left + 1, y, grid.right, y), style: 'hairline' });
        name('Data', y + 26);
        marks.push(placeBlock(data, 0, y + 12));
        y = Math.ceil((y + 12 + data.height + 16) / 4) * 4;
    }
    return { type: 'drawn', name: 'systems', arrows: [], label: { ...laneLabel('Systems', names), height: y }, body: { width: grid.width, height: y, marks } };
}

/** Whether the picture has a line of visibility: something in front of it, and something behind. */
export function hasLineOfVisibility(touchpoints: readonly Touchpoint[]): boolean {
    return (
        touchpoints.some((touchpoint) => touchpoint.frontstage.length > 0) &&
        touchpoints.some((touchpoint) => touchpoint.backstage.length > 0 || touchpoint.support.length > 0)
    );
}

/** The data that touchpoints capture and use, as a lane of its own. */
export function dataLane(grid: JourneyGrid, model: CrmModel, view: Pick<View, 'overlays'>): DrawnLane | undefined {
    const data = dataBlock(grid, model, view);
    if (data.height === 0) {
        return undefined;
    }
    const height = Math.ceil((12 + data.height + 16) / 4) * 4;
    return {
        type: 'drawn',
        name: 'data',
        arrows: [],
        label: { ...laneLabel('Data'), height },
        body: { width: grid.width, height, marks: [placeBlock(data, 0, 12)] },
    };
}

/** With an overlay of timing, it names the interfaces that bring and take data; with one of personal data, it marks that. */
function dataBlock(grid: JourneyGrid, model: CrmModel, { overlays }: Pick<View, 'overlays'>): Block {
    return dataRows(grid, model, overlays.includes('timing') ? broughtWords(model) : undefined, overlays.includes('personal'));
}
