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
const neighbours = 3;

export interface Stability {
    /** The part of the systems that stay beside the three that stood nearest to them, over all edits. */
    readonly near: number;
    /** The part that stays where it stood on the sheet, after the drawing is moved so that most do. */
    readonly onSheet: number;
    /** The part of the edits after which at least 80 % stay, by the first measure. */
    readonly edits: number;
}

export interface StabilityOptions {
    readonly edits: number;
    readonly seed: number;
    /** Where in the text the new flow stands; behind all others without it. */
    readonly anywhere?: boolean;
}

/** How much of a landscape stays where it was when a flow between any two of its systems is added. */
export async function stabilityOf(model: CrmModel, view: View, engine: LayoutEngine, { edits, seed, anywhere = false }: StabilityOptions): Promise<Stability> {
    const places = async (map: CrmModel): Promise<ReadonlyMap<string, Rect>> => {
        const { scene } = await arrange(landscapeDiagram(map, view), engine, 852);
        return new Map(cardsOf(scene).map((card) => [card.id, card.box] as const));
    };
    const before = await places(model);
    const next = seeded(seed);
    const count = model.systems.length;
    const shares: { readonly near: number; readonly onSheet: number }[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
        const from = next(count);
        const to = (from + 1 + next(count - 1)) % count;
        const at = anywhere ? next(model.flows.length) : model.flows.length;
        const added = { ...flow('added', model.systems[from]?.id ?? '', model.systems[to]?.id ?? '', { title: 'Added' }), number: 'I-99' };
        const after = await places({ ...model, flows: [...model.flows.slice(0, at), added, ...model.flows.slice(at)] });
        shares.push({ near: nearShare(before, after), onSheet: sheetShare(before, after) });
    }
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
        near: mean(shares.map((share) => share.near)),
        onSheet: mean(shares.map((share) => share.onSheet)),
        edits: shares.filter((share) => share.near >= 0.8).length / shares.length,
    };
}

type Shift = readonly [number, number];

function shiftsOf(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): Map<string, Shift> {
    return new Map(
        [...before].map(([id, box]) => {
            const now = after.get(id) ?? { x: Number.NaN, y: Number.NaN };
            return [id, [now.x - box.x, now.y - box.y] as const];
        }),
    );
}

function isSame(a: Shift, b: Shift): boolean {
    return Math.abs(a[0] - b[0]) <= gridStep && Math.abs(a[1] - b[1]) <= gridStep;
}

/** Stayed beside at least two of its three nearest. */
function nearShare(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): number {
    const shifts = shiftsOf(before, after);
    const middle = ({ x, y, width, height }: Rect): Shift => [x + width / 2, y + height / 2];
    let kept = 0;
    for (const [id, box] of before) {
        const [x, y] = middle(box);
        const away = ([otherX, otherY]: Shift): number => (otherX - x) * (otherX - x) + (otherY - y) * (otherY - y);
        const nearest = [...before.entries()]
            .filter(([other]) => other !== id)
            .sort((a, b) => away(middle(a[1])) - away(middle(b[1])))
            .slice(0, neighbours);
        const own = shifts.get(id) as Shift;
        const beside = nearest.filter(([other]) => isSame(own, shifts.get(other) as Shift)).length;
        if (beside * 2 > nearest.length) kept += 1;
    }
    return kept / before.size;
}

function sheetShare(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): number {
    const shifts = [...shiftsOf(before, after).values()];
    return Math.max(...shifts.map((whole) => shifts.filter((shift) => isSame(shift, whole)).length)) / before.size;
}
