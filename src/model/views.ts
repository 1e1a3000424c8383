import type { CrmModel, View, ViewKind } from './crm-model.ts';

/** The views that a map declares; of a map without any, one of each kind that its content fills. */
export function viewsOf(model: CrmModel): readonly View[] {
    return model.views.length > 0 ? model.views : defaultViews(model);
}

/** One view of each kind that the content fills, under stable names: `landscape`, `journey-firstBoots`, `mapping-customers`. */
function defaultViews(model: CrmModel): View[] {
    const several = <T extends { id: string; kind: string }>(as: ViewKind, things: readonly T[]): View[] =>
        things.map((thing) => view(as, `${as}-${thing.id}`, { kind: thing.kind, id: thing.id }));
    const masters = model.systems.flatMap((system) => system.entities).filter((entity) => entity.master);
    return [
        ...(model.systems.length > 0 || isEmpty(model) ? [view('landscape', 'landscape')] : []),
        ...several('profile', masters),
        ...several(
            'mapping',
            model.flows.filter((flow) => flow.mappings.length > 0),
        ),
        ...several(
            'data',
            model.systems.filter((system) => system.entities.some((entity) => entity.fields.length > 0)),
        ),
        ...several('journey', model.journeys),
        ...several('blueprint', model.journeys),
        ...several('lifecycle', model.lifecycles),
        ...(model.metrics.length + model.goals.length + model.initiatives.length > 0 ? [view('scorecard', 'scorecard')] : []),
        ...matrices(model),
    ];
}

/** The matrices that need no question: who can do what, what serves which aim, who answers for which stage. */
function matrices(model: CrmModel): View[] {
    const matrix = (rows: string, columns: string, isFilled: boolean): View[] =>
        isFilled ? [{ ...view('matrix', `matrix-${rows}-${columns}`), rows, columns }] : [];
    return [
        ...matrix(
            'capabilities',
            'systems',
            model.systems.some(({ provides }) => provides.length > 0),
        ),
        ...matrix(
            'goals',
            'initiatives',
            model.initiatives.some(({ supports }) => supports.length > 0),
        ),
        ...matrix(
            'teams',
            'stages',
            model.lifecycles.some(({ stages }) => stages.some(({ owner }) => owner !== undefined)),
        ),
    ];
}

/** Nothing that any kind of view could show: the landscape then says so. */
function isEmpty(model: CrmModel): boolean {
    return model.journeys.length + model.lifecycles.length + model.metrics.length + model.goals.length + model.initiatives.length === 0;
}

function view(as: ViewKind, name: string, of?: { kind: string; id: string }): View {
    return { kind: 'view', id: name, name, as, of, include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [] };
}
