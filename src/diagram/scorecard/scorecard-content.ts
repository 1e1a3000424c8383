import type { CrmModel, Goal, Initiative, Metric, View } from '../../model/crm-model.ts';
import { journeysFor } from '../audience.ts';
import { isChosen, keyOf, subject, type Subject } from '../subjects.ts';

/** What a scorecard shows, in the order of the text. */
export interface ScorecardContent {
    readonly groups: readonly MetricGroup[];
    readonly metrics: readonly Metric[];
    readonly goals: readonly Goal[];
    readonly initiatives: readonly Initiative[];
}

/** The metrics of a goal; those that measure none stand in a group without one. */
export interface MetricGroup {
    readonly goal?: Goal;
    readonly metrics: readonly Metric[];
    /** Metrics that have their row in an earlier group. */
    readonly seenAbove: readonly Metric[];
}

/**
 * Metrics by goal, and initiatives. A selector that names a goal means its metrics and the initiatives that support it. `for` keeps
 * what the journeys of these people are measured by, and what delivers their opportunities.
 */
export function scorecardContent(model: CrmModel, view: View): ScorecardContent {
    const audience = view.audience.length === 0 ? undefined : audienceThings(model, view);
    const metrics = model.metrics.filter((metric) => isChosen(view, metricSubject(model, metric)) && (!audience || audience.metrics.has(metric.id)));
    const initiatives = model.initiatives.filter(
        (initiative) => isChosen(view, initiativeSubject(model, initiative)) && (!audience || initiative.delivers.some((id) => audience.opportunities.has(id))),
    );
    const shown = new Set(metrics.map(({ id }) => id));
    const goals = model.goals.filter((goal) => goal.metrics.some((id) => shown.has(id)) || (!audience && isChosen(view, goalSubject(goal))));
    const seen = new Set<string>();
    const groups = goals.map((goal): MetricGroup => {
        const own = [...new Set(goal.metrics)].flatMap((id) => metrics.find((metric) => metric.id === id) ?? []);
        const group = { goal, metrics: own.filter(({ id }) => !seen.has(id)), seenAbove: own.filter(({ id }) => seen.has(id)) };
        own.forEach(({ id }) => seen.add(id));
        return group;
    });
    const rest = metrics.filter(({ id }) => !seen.has(id));
    return { groups: rest.length === 0 ? groups : [...groups, { metrics: rest, seenAbove: [] }], metrics, goals, initiatives };
}

function audienceThings(model: CrmModel, view: View): { readonly metrics: ReadonlySet<string>; readonly opportunities: ReadonlySet<string> } {
    const stages = journeysFor(model, view).flatMap((journey) => journey.stages);
    const touchpoints = stages.flatMap((stage) => stage.touchpoints);
    return {
        metrics: new Set([...stages, ...touchpoints].flatMap(({ metrics }) => metrics)),
        opportunities: new Set(touchpoints.flatMap(({ opportunities }) => opportunities.map(({ id }) => id))),
    };
}

function goalSubject(goal: Goal): Subject {
    return subject(goal, { within: goal.supports.map((id) => `goal:${id}`), near: goal.metrics.map((id) => `metric:${id}`) });
}

function metricSubject(model: CrmModel, metric: Metric): Subject {
    const goals = model.goals.filter((goal) => goal.metrics.includes(metric.id));
    const places = [
        ...model.lifecycles.flatMap(({ stages }) => stages),
        ...model.journeys.flatMap(({ stages }) => [...stages, ...stages.flatMap(({ touchpoints }) => touchpoints)]),
    ].filter(({ metrics }) => metrics.includes(metric.id));
    return subject(metric, {
        owners: [metric.owner, ...goals.map(({ owner }) => owner)].filter((owner) => owner !== undefined),
        within: [...goals.map(keyOf), ...goals.flatMap(({ supports }) => supports.map((id) => `goal:${id}`))],
        near: places.map(keyOf),
    });
}

function initiativeSubject(model: CrmModel, initiative: Initiative): Subject {
    const goals = model.goals.filter(({ id }) => initiative.supports.includes(id));
    return subject(initiative, {
        within: [...initiative.supports.map((id) => `goal:${id}`), ...initiative.delivers.map((id) => `opportunity:${id}`)],
        near: [...initiative.changes.map(keyOf), ...goals.flatMap(({ metrics }) => metrics.map((id) => `metric:${id}`))],
    });
}
