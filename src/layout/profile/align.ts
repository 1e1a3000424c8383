import type { ProfileCentre, ProfileDiagram } from '../../diagram/profile/profile-parts.ts';
import { endsOf, zoneTop } from './line-ends.ts';
import type { Stacked } from './stack.ts';
import { firstCard, stacked } from './stack.ts';

/** How far a card is moved down so that its line goes straight, in px. */
const mostShift = { field: 88, system: 280, entity: 0 };
/** A bend costs as much as so many px of upright line. */
const bend = 48;
const step = 4;
/** So many places of the frame are weighed one by one. */
const mostPlaces = 40;

/** A side with its cards moved down, as far as that makes lines to rows and to the frame go straight. */
export function aligned(side: Stacked, centre: ProfileCentre, entityY: number, zoneY: number): Stacked {
    const entries = [...side.words, ...side.items].sort((a, b) => a.y - b.y).map((each) => ('item' in each ? each.item : each.entry));
    const rows = new Map(centre.rows.map((row) => [row.field, entityY + row.y]));
    const shifts: number[] = [];
    entries.forEach((entry, index) => {
        shifts.push(0);
        if (entry.type === 'words' || entry.links.length !== 1) {
            return;
        }
        const [only] = entry.links;
        const now = stacked({ width: 0, entries }, shifts).links.find((each) => each.link === only)?.y ?? 0;
        const { lands } = only as NonNullable<typeof only>;
        const wanted = lands.at === 'field' ? rows.get(lands.field) : lands.at === 'system' ? Math.max(now, zoneY + zoneTop) : undefined;
        const by = wanted === undefined ? 0 : wanted - now;
        shifts[index] = by > 0 && by <= mostShift[lands.at] ? by : 0;
    });
    return stacked({ width: 0, entries }, shifts);
}

interface FrameSizes {
    readonly head: number;
    readonly zone: number;
    readonly height: number;
}

/** Where the frame stands, between level with the first cards and in the middle of the columns, so that few lines bend, and little. */
export function bestFrame(diagram: ProfileDiagram, sides: { readonly left: Stacked; readonly right: Stacked }, sizes: FrameSizes): number {
    const { centre } = diagram;
    const columns = Math.max(sides.left.height, sides.right.height);
    const last = Math.max(firstCard + 32, firstCard + (columns - firstCard - sizes.height) / 2);
    const rowsAt = new Map(centre.rows.map((row) => [row.field, row.y]));
    const straight = [...sides.left.links, ...sides.right.links].flatMap(({ link, y }) =>
        link.lands.at === 'field' ? [y - sizes.head - (rowsAt.get(link.lands.field) ?? 0)] : [],
    );
    const between = (from: number, to: number, by: number): number[] =>
        Array.from({ length: Math.max(0, Math.floor((to - from) / by) + 1) }, (_, index) => from + index * by);
    const cost = (frameY: number): number => {
        const entityY = frameY + sizes.head;
        const all = [sides.left, sides.right].map((side) => aligned(side, centre, entityY, entityY + centre.block.height));
        const lines = all.flatMap((side) => [...endsOf(centre, side.links, entityY, sizes.zone)].map(([{ y }, end]) => Math.abs(y - end)));
        const height = Math.max(frameY + sizes.height, ...all.map((side) => side.height));
        return lines.reduce((sum, off) => sum + off + (off < 0.01 ? 0 : bend), 0) + (frameY - firstCard) / 2 + height;
    };
    const cheapest = (places: readonly number[]): number =>
        places.map((y) => ({ y, cost: cost(y) })).reduce((best, each) => (each.cost < best.cost ? each : best)).y;
    const straightHere = straight.filter((y) => y > firstCard && y < last);
    const steps = (last - firstCard) / step;
    if (steps <= mostPlaces) {
        return cheapest([firstCard, ...straightHere, ...between(firstCard + step, last, step)]);
    }
    // Along high columns first in wide steps, then in small ones around the best place.
    const wide = Math.ceil(steps / mostPlaces) * step;
    const rough = cheapest([firstCard, ...between(firstCard + wide, last, wide)]);
    const near = (y: number): boolean => Math.abs(y - rough) < wide;
    return cheapest([rough, ...straightHere.filter(near), ...between(Math.max(firstCard, rough - wide + step), Math.min(last, rough + wide), step)]);
}
