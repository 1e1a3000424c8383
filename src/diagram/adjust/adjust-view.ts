import type { CrmModel, Selector, View } from '../../model/crm-model.ts';
import { personasFor } from '../audience.ts';
import { touchpointSubject } from '../journey/chosen-journey.ts';
import { axisOf, shownItems } from '../matrix/axes.ts';
import { chosenFlows, profiledEntity } from '../profile/profile-diagram.ts';
import { select } from '../select.ts';
import { holds } from '../subjects.ts';
import { type FilterName, filterNames, filtersFor, type ViewAdjustments } from './adjustments.ts';

/**
 * A view as a reader has changed it by hand. Filters only take away: whatever the view includes and excludes stays in force, and a
 * filter that means nothing for the kind of view leaves it as it is.
 */
export function adjustView(model: CrmModel, view: View, adjustments: ViewAdjustments): View {
    const values = (name: FilterName): readonly string[] => (filtersFor(view.as).includes(name) ? (adjustments.filters?.[name] ?? []) : []);
    const filters = filterNames.filter((name) => !isPeople(name)).flatMap((name) => (values(name).length === 0 ? [] : [alternatives(name, values(name))]));
    const audiences = filterNames.filter(isPeople).flatMap((kind) => (values(kind).length === 0 ? [] : [values(kind).map((id) => ({ kind, id }))]));
    return {
        ...view,
        overlays: overlaysOf(view, adjustments),
        audience: audiences.reduce<View['audience']>((kept, chosen) => together(model, view, kept, chosen), view.audience),
        ...(filters.length === 0 ? {} : narrowed(model, view, filters)),
    };
}

/** Does anything of the adjustments change what a view shows? */
export function narrows(view: View, { filters }: ViewAdjustments): boolean {
    return filtersFor(view.as).some((name) => (filters?.[name] ?? []).length > 0);
}

/** The overlays of a view, with those that are switched on and without those that are switched off. */
function overlaysOf(view: View, { overlays = {} }: ViewAdjustments): readonly string[] {
    const switched = Object.entries(overlays);
    const off = new Set(switched.flatMap(([name, on]) => (on ? [] : [name])));
    const on = switched.flatMap(([name, on]) => (on && !view.overlays.includes(name) ? [name] : []));
    return [...view.overlays.filter((name) => !off.has(name)), ...on];
}

function isPeople(name: FilterName): name is 'persona' | 'segment' {
    return name === 'persona' || name === 'segment';
}

/** Those that two lists of people have in common. Where these are none the view is for somebody that no map has: then it shows nobody's. */
function together(model: CrmModel, view: View, first: View['audience'], second: View['audience']): View['audience'] {
    if (first.length === 0) return second;
    const personas = (audience: View['audience']): readonly string[] => personasFor(model, { ...view, audience }).map(({ id }) => id);
    const others = new Set(personas(second));
    const shared = personas(first).filter((id) => others.has(id));
    const segments = first.filter((one) => one.kind === 'segment' && second.some(({ kind, id }) => kind === 'segment' && id === one.id));
    const both = [...shared.map((id) => ({ kind: 'persona', id })), ...segments];
    return both.length > 0 ? both : [{ kind: 'persona', id: 'no one' }];
}

/** Selectors of which one has to hold. */
function alternatives(name: FilterName, values: readonly string[]): readonly Selector[] {
    switch (name) {
        case 'personal':
            return [{ select: 'personal' }];
        case 'persona':
        case 'segment':
            return values.map((id) => ({ select: 'thing', kind: name, id }));
        default:
            return values.map((value) => ({ select: name, value }));
    }
}

/** What the view excludes or includes besides, so that it shows only what holds for one of the alternatives of each filter. */
function narrowed(model: CrmModel, view: View, filters: readonly (readonly Selector[])[]): Pick<View, 'exclude'> {
    const without = (selectors: readonly Selector[]): Pick<View, 'exclude'> => ({ exclude: [...view.exclude, ...selectors] });
    switch (view.as) {
        case 'landscape':
            return without(architectureWithout(model, view, filters));
        case 'trace':
            return without([...architectureWithout(model, view, filters), ...touchpointsWithout(model, filters)]);
        case 'profile':
            return without(profileWithout(model, view, filters));
        case 'matrix':
            return without(matrixWithout(model, view, filters));
        default:
            return without(filters.map((operands) => ({ select: 'not', operand: { select: 'or', operands } })));
    }
}

/** The systems and flows of a view for which a filter does not hold. A flow that has a tag or an owner of its own brings its ends along. */
function architectureWithout(model: CrmModel, view: View, filters: readonly (readonly Selector[])[]): Selector[] {
    const shown = select(model, view.include, view.exclude);
    const kept = filters.map((filter) => {
        const plain = select(model, filter, []);
        const own = model.flows.filter(
            (flow) =>
                !plain.flows.has(flow.id) &&
                filter.some((one) => (one.select === 'tag' && flow.tags.includes(one.value)) || (one.select === 'owner' && flow.owner === one.value)),
        );
        return own.length === 0 ? plain : select(model, [...filter, ...own.map(({ id }) => thing('flow', id))], []);
    });
    return [
        ...[...shown.systems].filter((id) => !kept.every(({ systems }) => systems.has(id))).map((id) => thing('system', id)),
        ...[...shown.flows].filter((id) => !kept.every(({ flows }) => flows.has(id))).map((id) => thing('flow', id)),
    ];
}

function touchpointsWithout(model: CrmModel, filters: readonly (readonly Selector[])[]): Selector[] {
    return model.journeys.flatMap((journey) =>
        journey.stages
            .flatMap(({ touchpoints }) => touchpoints)
            .filter((touchpoint) => {
                const subject = touchpointSubject(model, journey, touchpoint);
                return !filters.every((filter) => filter.some((selector) => holds(selector, subject)));
            })
            .map(({ id }) => thing('touchpoint', id)),
    );
}

/** The interfaces of a profile for which a filter does not hold. */
function profileWithout(model: CrmModel, view: View, filters: readonly (readonly Selector[])[]): Selector[] {
    const home = profiledEntity(model, view)?.system;
    if (home === undefined) return [];
    const kept = filters.map((include) => new Set(chosenFlows(model, { ...view, include, exclude: [] }, home).map(({ id }) => id)));
    return chosenFlows(model, view, home)
        .filter(({ id }) => !kept.every((flows) => flows.has(id)))
        .map(({ id }) => thing('flow', id));
}

/** The rows and columns for which a filter does not hold. An axis of which a filter says nothing stays whole, as with `include`. */
function matrixWithout(model: CrmModel, view: View, filters: readonly (readonly Selector[])[]): Selector[] {
    const [rows, columns] = [axisOf(view.rows), axisOf(view.columns)];
    if (!rows || !columns) return [];
    const axes = [rows, columns] as const;
    const kept = filters.map(
        (include) =>
            new Set(
                shownItems(model, { ...view, include, exclude: [] }, axes)
                    .flat()
                    .map(({ kind, id }) => `${kind}:${id}`),
            ),
    );
    return shownItems(model, view, axes)
        .flat()
        .filter(({ kind, id }) => !kept.every((items) => items.has(`${kind}:${id}`)))
        .map(({ kind, id }) => thing(kind, id));
}

function thing(kind: string, id: string): Selector {
    return { select: 'thing', kind, id };
}
