import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';

/** A side of a card. */
export type Side = 'NORTH' | 'EAST' | 'SOUTH' | 'WEST';

/** Where a way leaves its card, and where it comes in. */
export interface WaySides {
    readonly from: Side;
    readonly to: Side;
    /** Part of the straight line through the upper row. */
    readonly isMain: boolean;
}

/** Bare line and arrowhead beside words on a straight way. */
const labelRoom = 20;

/** Whether a way goes over the upper row: up, across and down again. */
export function isArch(sides: WaySides): boolean {
    return sides.from === 'NORTH' && sides.to === 'NORTH';
}

interface Step {
    readonly to: number;
    readonly hasLabel: boolean;
}

/**
 * Touchpoints of the upper row: from the first one on, always along the way that leads furthest; of those rather one without a
 * condition, unless one with a condition passes just one touchpoint more by, which then drops to the lower row; then one that passes
 * more by. Where a path ends, the next begins at the touchpoint behind it. Positions count from 0.
 */
export function mainPath(graph: TouchpointGraph): ReadonlySet<number> {
    const steps = forwardSteps(graph);
    const reach: number[] = [];
    for (let index = graph.nodes.length - 1; index >= 0; index -= 1) {
        reach[index] = Math.max(index, ...(steps[index] ?? []).map((step) => reach[step.to] ?? step.to));
    }
    const path = new Set<number>();
    let at = 0;
    while (at < graph.nodes.length) {
        path.add(at);
        const furthest = (step: Step): number => reach[step.to] ?? step.to;
        const [next, ...others] = [...(steps[at] ?? [])].sort((a, b) => furthest(b) - furthest(a) || Number(a.hasLabel) - Number(b.hasLabel) || b.to - a.to);
        const passing = others.find(
            (step) => next !== undefined && step.to === next.to + 1 && furthest(step) === furthest(next) && leadsOn(steps, next.to, step.to),
        );
        at = (passing ?? next)?.to ?? at + 1;
    }
    return path;
}

/** Whether a way leads from one touchpoint to the other. */
function leadsOn(steps: readonly (readonly Step[])[], from: number, to: number): boolean {
    return steps[from]?.some((step) => step.to === to) === true;
}

function forwardSteps(graph: TouchpointGraph): Step[][] {
    const position = positions(graph);
    const steps: Step[][] = graph.nodes.map(() => []);
    for (const way of graph.ways) {
        const from = position.get(way.from) ?? 0;
        const to = position.get(way.to) ?? 0;
        if (to > from) {
            steps[from]?.push({ to, hasLabel: way.label !== undefined });
        }
    }
    return steps;
}

function gapBetween(graph: TouchpointGraph, from: number, to: number): number {
    const [a, b] = [graph.nodes[from], graph.nodes[to]];
    return a === undefined || b === undefined ? 0 : b.x - a.x - a.card.width;
}

/** Position of each touchpoint by its id. */
export function positions(graph: TouchpointGraph): ReadonlyMap<string, number> {
    return new Map(graph.nodes.map((node, index) => [node.id, index]));
}

/**
 * The sides of the ways. The main path runs from right side to left side. A branch to the lower row leaves at the bottom, and comes
 * back from below. Loops and short cuts of the upper row run above it, other loops below. What has words gets a straight stretch
 * outside the gap between two neighbours, where no words fit.
 */
export function waySides(graph: TouchpointGraph): readonly WaySides[] {
    const position = positions(graph);
    const main = mainPath(graph);
    const taken = new Set<string>();
    return graph.ways.map((way) => {
        const from = position.get(way.from) ?? 0;
        const to = position.get(way.to) ?? 0;
        const between = graph.nodes.some((_, index) => index > from && index < to && main.has(index));
        const isStep = main.has(from) && main.has(to) && to > from && !between;
        const isNarrow = way.label !== undefined && gapBetween(graph, from, to) < way.label.width + labelRoom;
        const pair = `${from} ${to}`;
        const isMain = isStep && !isNarrow && !taken.has(pair);
        taken.add(pair);
        return { ...sidesOf(from, to, main, isMain, isNarrow), isMain };
    });
}

function sidesOf(from: number, to: number, main: ReadonlySet<number>, isMain: boolean, isNarrow: boolean): { readonly from: Side; readonly to: Side } {
    if (isMain) {
        return { from: 'EAST', to: 'WEST' };
    }
    if ((main.has(from) && main.has(to)) || from === to) {
        return { from: 'NORTH', to: 'NORTH' };
    }
    if (to <= from) {
        return { from: 'SOUTH', to: 'SOUTH' };
    }
    if (main.has(from)) {
        return { from: 'SOUTH', to: 'WEST' };
    }
    if (main.has(to)) {
        return { from: 'EAST', to: 'SOUTH' };
    }
    return { from: isNarrow ? 'SOUTH' : 'EAST', to: 'WEST' };
}
