import type { CrmModel, View, ViewKind } from '../../model/crm-model.ts';
import { axisOf, shownItems } from '../matrix/axes.ts';
import { select } from '../select.ts';
import { systemsFor } from '../landscape/systems-for.ts';
import { keyOf } from '../subjects.ts';

/** What a kind of view is counted in, one and several. */
export const countedNouns: Readonly<Record<ViewKind, readonly [one: string, many: string]>> = {
    landscape: ['system', 'systems'],
    trace: ['system', 'systems'],
    profile: ['interface', 'interfaces'],
    mapping: ['map line', 'map lines'],
    data: ['entity', 'entities'],
    journey: ['touchpoint', 'touchpoints'],
    blueprint: ['touchpoint', 'touchpoints'],
    lifecycle: ['stage', 'stages'],
    scorecard: ['metric or initiative', 'metrics and initiatives'],
    matrix: ['row or column', 'rows and columns'],
};

const countedKinds: Readonly<Record<ViewKind, readonly string[]>> = {
    landscape: ['system'],
    trace: ['system'],
    profile: ['flow'],
    mapping: ['map'],
    data: ['entity'],
    journey: ['touchpoint'],
    blueprint: ['touchpoint'],
    lifecycle: ['lifecycle-stage'],
    scorecard: ['metric', 'initiative'],
    matrix: [],
};

/** The things that a diagram draws, as `kind:id`: everything in it that stands for a declaration. */
export function thingsIn(diagram: object): ReadonlySet<string> {
    const found = new Set<string>();
    const pending: unknown[] = [diagram];
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        if ('thing' in (part as object)) {
            const { thing } = part as { readonly thing?: unknown };
            if (isThing(thing)) found.add(keyOf(thing));
        }
        for (const inner of Object.values(part as object)) {
            if (typeof inner === 'object' && inner !== null) pending.push(inner);
        }
    }
    return found;
}

function isThing(value: unknown): value is { readonly kind: string; readonly id: string } {
    return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

/**
 * The things that a view is counted in, as `kind:id`; `draw` makes its diagram, where it is needed for that. Systems that a large
 * landscape folds count as shown.
 */
export function countedThings(model: CrmModel, view: View, draw: () => object | undefined): ReadonlySet<string> {
    if (view.as === 'landscape') {
        const behind = systemsFor(model, view);
        const { systems } = select(model, view.include, view.exclude);
        return new Set([...systems].filter((id) => behind?.has(id) !== false).map((id) => `system:${id}`));
    }
    if (view.as === 'matrix') {
        const [rows, columns] = [axisOf(view.rows), axisOf(view.columns)];
        return new Set(rows && columns ? shownItems(model, view, [rows, columns]).flat().map(keyOf) : []);
    }
    const kinds = new Set(countedKinds[view.as]);
    return new Set([...thingsIn(draw() ?? {})].filter((key) => kinds.has(key.slice(0, key.indexOf(':')))));
}
