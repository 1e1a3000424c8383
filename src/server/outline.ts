import type { CrmModel, Entity, Journey, Lifecycle, System } from '../model/crm-model.ts';
import { viewsOf } from '../model/views.ts';
import type { MapFiles, OutlineEntity, OutlineMap, OutlineStage, OutlineSystem, OutlineThing, OutlineWay } from '../protocol.ts';
import { viewSummaries } from './view-choice.ts';

/** Names the view that shows a thing, else the one that shows what holds it. */
type ViewOf = (thing: { readonly kind: string; readonly id: string }, holder?: string) => string | undefined;

/** What a map holds, as an outline lists it. */
export function outlineOf(model: CrmModel, files: MapFiles): OutlineMap {
    const viewOf = viewsBySubject(model);
    const declared = new Set(model.views.map(({ name }) => name));
    const landscape = viewsOf(model).find(({ as }) => as === 'landscape')?.name;
    return {
        ...files,
        systems: model.systems.map((system) => systemOf(system, model, viewOf, landscape)),
        lifecycles: model.lifecycles.map((lifecycle) => lifecycleOf(lifecycle, viewOf)),
        journeys: model.journeys.map((journey) => journeyOf(journey, viewOf)),
        views: viewSummaries(model).map((view) => ({ ...view, declared: declared.has(view.name) })),
    };
}

function viewsBySubject(model: CrmModel): ViewOf {
    const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
    const names = new Map<string, string>();
    for (const { of, name } of viewsOf(model)) {
        if (of && !names.has(keyOf(of.kind, of.id))) names.set(keyOf(of.kind, of.id), name);
    }
    return ({ kind, id }, holder) => names.get(keyOf(kind, id)) ?? holder;
}

function thingOf({ kind, id, title }: { readonly kind: string; readonly id: string; readonly title: string }, view: string | undefined): OutlineThing {
    return { kind, id, title, view };
}

function systemOf(system: System, model: CrmModel, viewOf: ViewOf, landscape: string | undefined): OutlineSystem {
    const view = viewOf(system, landscape);
    return {
        ...thingOf(system, view),
        category: system.category,
        vendor: system.vendor,
        owner: model.teams.find(({ id }) => id === system.owner)?.title,
        region: model.regions.find(({ id }) => id === system.region)?.title,
        external: system.external,
        entities: system.entities.map((entity) => entityOf(entity, viewOf(entity, view))),
    };
}

function entityOf(entity: Entity, view: string | undefined): OutlineEntity {
    return { ...thingOf(entity, view), master: entity.master, personal: entity.fields.some(({ personal, sensitive }) => personal || sensitive) };
}

function lifecycleOf(lifecycle: Lifecycle, viewOf: ViewOf): OutlineWay {
    const view = viewOf(lifecycle);
    return { ...thingOf(lifecycle, view), stages: lifecycle.stages.map((stage): OutlineStage => ({ ...thingOf(stage, view), touchpoints: [] })) };
}

function journeyOf(journey: Journey, viewOf: ViewOf): OutlineWay {
    const view = viewOf(journey);
    const stages = journey.stages.map((stage): OutlineStage => {
        const touchpoints = stage.touchpoints.map((touchpoint) => ({
            ...thingOf(touchpoint, view),
            emotion: touchpoint.emotion,
            pains: touchpoint.pains.length,
        }));
        return { ...thingOf(stage, view), touchpoints };
    });
    return { ...thingOf(journey, view), stages };
}
