import type { CrmModel, Journey, Persona, View } from '../model/crm-model.ts';

/** The personas that a view is for: those that it names, and those of the segments that it names. All of them where it names nobody. */
export function personasFor(model: CrmModel, view: View): readonly Persona[] {
    const named = namedIds(view);
    return view.audience.length === 0
        ? model.personas
        : model.personas.filter(({ id, segments }) => named.personas.has(id) || segments.some((segment) => named.segments.has(segment)));
}

/** The journeys of the people that a view is for; all of them where it names nobody. */
export function journeysFor(model: CrmModel, view: View): readonly Journey[] {
    const { segments } = namedIds(view);
    const personas = new Set(personasFor(model, view).map(({ id }) => id));
    return view.audience.length === 0
        ? model.journeys
        : model.journeys.filter((journey) => journey.personas.some((id) => personas.has(id)) || journey.segments.some((id) => segments.has(id)));
}

/** The titles of those that a view is for. */
export function audienceTitles(model: CrmModel, view: View): readonly string[] {
    const all = [...model.personas, ...model.segments];
    return view.audience.map(({ kind, id }) => all.find((thing) => thing.kind === kind && thing.id === id)?.title ?? id);
}

function namedIds(view: View): { readonly personas: ReadonlySet<string>; readonly segments: ReadonlySet<string> } {
    const of = (kind: string): ReadonlySet<string> => new Set(view.audience.filter((named) => named.kind === kind).map(({ id }) => id));
    return { personas: of('persona'), segments: of('segment') };
}
