import { adjustView, narrows } from '../diagram/adjust/adjust-view.ts';
import { filterNames, filtersFor, overlaysFor, type ViewAdjustments } from '../diagram/adjust/adjustments.ts';
import { filterChoices } from '../diagram/adjust/choices.ts';
import { countedNouns, countedThings } from '../diagram/adjust/shown-things.ts';
import { type Memory, noMemory } from '../diagram/memory.ts';
import type { CrmModel, View } from '../model/crm-model.ts';
import { type Diagram, diagramOf } from '../pipeline.ts';
import type { ViewWay } from '../protocol/way.ts';

/** A view as a reader changed it: what it draws, or nothing where its thing is missing, and how it can be changed further. */
export interface AdjustedView {
    readonly diagram: Diagram | undefined;
    readonly way: ViewWay;
}

/** @throws what drawing a diagram throws */
export function adjustedView(model: CrmModel, view: View, adjustments: ViewAdjustments, memory: Memory = noMemory): AdjustedView {
    const adjusted = adjustView(model, view, adjustments);
    const diagram = diagramOf(model, adjusted, memory);
    const applies = filtersFor(view.as);
    return {
        diagram,
        way: {
            filters: applies,
            overlays: overlaysFor(view.as).map((name) => ({ name, isOn: adjusted.overlays.includes(name), isInText: view.overlays.includes(name) })),
            set: setFilters(model, adjustments).map((one) => ({ ...one, applies: applies.includes(one.name) })),
            ...(diagram && narrows(view, adjustments) ? { filtered: countOf(model, view, adjusted, diagram) } : {}),
        },
    };
}

/** The filters that are set, with their titles; a value that is no longer in the map is called by itself. */
function setFilters(model: CrmModel, { filters = {} }: ViewAdjustments): Omit<ViewWay['set'][number], 'applies'>[] {
    if (Object.keys(filters).length === 0) return [];
    const titles = new Map(filterChoices(model).flatMap(({ name, choices }) => choices.map(({ value, title }) => [`${name} ${value}`, title] as const)));
    return filterNames.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value, title: titles.get(`${name} ${value}`) ?? value })));
}

function countOf(model: CrmModel, view: View, adjusted: View, diagram: Diagram): ViewWay['filtered'] {
    const shown = countedThings(model, adjusted, () => diagram).size;
    const of = countedThings(model, view, () => diagramOf(model, view)).size;
    const [one, many] = countedNouns[view.as];
    return { shown, of, noun: of === 1 ? one : many };
}
