import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import type { LayoutEngine } from '../../src/layout/engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { cardsOf } from '../../src/layout/landscape/scene.ts';
import type { Rect } from '../../src/layout/rects.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { flow } from '../helpers/landscape-maps.ts';
import { seeded } from './generated-maps.ts';

/** One grid step, in px: a system that moves by less has stayed. */
const gridStep = 20;

/** What stays after one edit: parts of the systems. */
export interface Stability {
    /** Those that stand where they stood on the sheet. */
    readonly onSheet: number;
    /** Those that do after the drawing is moved as a whole so that most do. */
    readonly together: number;
}

export interface StabilityOptions {
    readonly edits: number;
    readonly seed: number;
    /** Where in the text the new flow stands; behind all others without it. */
    readonly anywhere?: boolean;
}

/** How much of a landscape stays where it was when a flow between any two of its systems is added, for each of several such edits. */
export async function stabilityOf(
    model: CrmModel,
    view: View,
    engine: LayoutEngine,
    { edits, seed, anywhere = false }: StabilityOptions,
): Promise<readonly Stability[]> {
    const places = async (map: CrmModel): Promise<ReadonlyMap<string, Rect>> => {
        const { scene } = await arrange(landscapeDiagram(map, view), engine, 852);
        return new Map(cardsOf(scene).map((card) => [card.id, card.box] as const));
    };
    const before = await places(model);
    const next = seeded(seed);
    const count = model.systems.length;
    const found: Stability[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
        const from = next(count);
        const to = (from + 1 + next(count - 1)) % count;
        const at = anywhere ? next(model.flows.length) : model.flows.length;
        const added = { ...flow('added', model.systems[from]?.id ?? '', model.systems[to]?.id ?? '', { title: 'Added' }), number: 'I-99' };
        const after = await places({ ...model, flows: [...model.flows.slice(0, at), added, ...model.flows.slice(at)] });
        const shifts = shiftsOf(before, after);
        const part = (whole: Shift): number => shifts.filter((shift) => isSame(shift, whole)).length / shifts.length;
        found.push({ onSheet: part([0, 0]), together: Math.max(...shifts.map(part)) });
    }
    return found;
}

/** The middle one of some values; of an even number of them the lower. */
export function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

type Shift = readonly [number, number];

function shiftsOf(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): Shift[] {
    return [...before].map(([id, box]) => {
        const now = after.get(id) ?? { x: Number.NaN, y: Number.NaN };
        return [now.x - box.x, now.y - box.y];
    });
}

function isSame(a: Shift, b: Shift): boolean {
    return Math.abs(a[0] - b[0]) <= gridStep && Math.abs(a[1] - b[1]) <= gridStep;
}
