import type { CrmModel, Journey, JourneyStage, Lifecycle, LifecycleStage, Metric, View } from '../../model/crm-model.ts';
import { journeysFor } from '../audience.ts';
import { flowSystems } from '../select.ts';
import { isChosen, subject, type Subject } from '../subjects.ts';
import { reachOf } from './reach.ts';

/** A stage with what stands below it. */
export interface StageContent {
    readonly stage: LifecycleStage;
    readonly owner?: string;
    /** Of 1 000; undefined where it cannot be known. */
    readonly reached?: number;
    /** No stage follows it in the lifecycle. */
    readonly isLast: boolean;
    readonly metrics: readonly Metric[];
}

/** A journey, and which of its stages lie in which stage of the lifecycle. */
export interface JourneyRow {
    readonly journey: Journey;
    /** For each stage that is shown. */
    readonly stages: readonly (readonly JourneyStage[])[];
}

export interface LifecycleContent {
    readonly lifecycle: Lifecycle;
    readonly stages: readonly StageContent[];
    readonly journeys: readonly JourneyRow[];
}

/**
 * The stages that a view shows. Rates are worked out along the whole lifecycle, also where stages are left out. `for` keeps the
 * journeys of these people.
 */
export function lifecycleContent(model: CrmModel, view: View, lifecycle: Lifecycle): LifecycleContent {
    const reached = reachOf(lifecycle.stages);
    const stages = lifecycle.stages
        .map((stage, index): StageContent => {
            const owner = model.teams.find(({ id }) => id === stage.owner)?.title;
            const metrics = [...new Set(stage.metrics)].flatMap((id) => model.metrics.find((metric) => metric.id === id) ?? []);
            return {
                stage,
                ...(owner === undefined ? {} : { owner }),
                ...(reached[index] === undefined ? {} : { reached: reached[index] }),
                isLast: index === lifecycle.stages.length - 1,
                metrics,
            };
        })
        .filter(({ stage }) => isChosen(view, stageSubject(model, stage)));
    const journeys = journeysFor(model, view)
        .map((journey): JourneyRow => ({ journey, stages: stages.map(({ stage }) => journey.stages.filter(({ within }) => within.includes(stage.id))) }))
        .filter((row) => row.stages.some((inside) => inside.length > 0));
    return { lifecycle, stages, journeys };
}

function stageSubject(model: CrmModel, stage: LifecycleStage): Subject {
    const named = new Set(stage.activities.flatMap(({ systems }) => systems));
    const systems = model.systems.filter(({ id }) => named.has(id));
    const flows = model.flows.filter((flow) => flowSystems(flow).some((id) => named.has(id)));
    const inside = model.journeys.flatMap((journey) => journey.stages).filter(({ within }) => within.includes(stage.id));
    return subject(stage, {
        owners: [stage.owner, ...stage.activities.map(({ owner }) => owner)].filter((owner) => owner !== undefined),
        categories: systems.flatMap(({ category }) => category ?? []),
        regions: systems.flatMap(({ region }) => region ?? []),
        lives: systems.map(({ life }) => life ?? 'active'),
        timings: flows.flatMap(({ timing }) => timing ?? []),
        personal: systems.some(({ entities }) => entities.some(({ fields }) => fields.some(({ personal }) => personal))),
        within: [
            `lifecycle:${stage.lifecycle}`,
            ...(stage.owner === undefined ? [] : [`team:${stage.owner}`]),
            ...systems.map(({ id }) => `system:${id}`),
            ...stage.metrics.map((id) => `metric:${id}`),
            ...inside.flatMap(({ id, journey }) => [`stage:${id}`, `journey:${journey}`]),
            ...stage.activities.map(({ id }) => `activity:${id}`),
        ],
        near: (model.lifecycles.find(({ id }) => id === stage.lifecycle)?.stages ?? []).flatMap(({ id }, index, all) =>
            all[index - 1]?.id === stage.id || all[index + 1]?.id === stage.id ? [`lifecycle-stage:${id}`] : [],
        ),
    });
}
