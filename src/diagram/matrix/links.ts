import type { Activity, CrmModel, Life, View } from '../../model/crm-model.ts';
import { journeysFor } from '../audience.ts';
import { flowSystems } from '../select.ts';
import { concepts } from './axes.ts';

/** The shapes of marks. `flow` is the number of an interface in a badge, `via` a stretch of one, to or from a system between its ends. */
export type Shape = 'full' | 'half' | 'ring' | 'planned' | 'leaving' | 'master' | 'copy' | 'in' | 'out' | 'automated' | 'assisted' | 'manual' | 'flow' | 'via';

/** What ties a thing of the first axis of a pair to one of the second. */
export interface Link {
    readonly a: string;
    readonly b: string;
    readonly shape: Shape;
    /** What the mark says; of an interface it is the number. */
    readonly word: string;
}

/** The ties between things that a map states, each from the first kind to the second. */
export function linksOf(model: CrmModel, view: View) {
    const leaderOf = concepts(model);
    const concept = (id: string): string => leaderOf.get(id)?.id ?? id;
    const stages = model.lifecycles.flatMap((lifecycle) => lifecycle.stages);
    const journeys = journeysFor(model, view);
    const journeyStages = journeys.flatMap((journey) => journey.stages);
    const touchpoints = journeyStages.flatMap((stage) => stage.touchpoints);
    const entityOfField = (target: string): string => {
        const entity = [...leaderOf.keys()].find((id) => target === id || target.startsWith(`${id}.`));
        return concept(entity ?? target);
    };
    const link = (a: string, b: string, shape: Shape, word: string): Link => ({ a, b, shape, word });
    const owned = (things: readonly { readonly id: string; readonly owner?: string }[], word = 'owns'): Link[] =>
        things.flatMap(({ id, owner }) => (owner === undefined ? [] : [link(owner, id, 'full', word)]));

    return {
        capabilitySystem: model.systems.flatMap((system) => system.provides.map((id) => link(id, system.id, ...providing(system.life)))),
        systemEntity: [
            ...[...leaderOf].flatMap(([id, leader]) => {
                const entity = model.systems.flatMap(({ entities }) => entities).find((other) => other.id === id);
                return entity ? [link(entity.system, leader.id, entity.master ? 'master' : 'copy', entity.master ? 'system of record' : 'copy')] : [];
            }),
            ...model.flows
                .flatMap((flow) => entityFlows(flow.from, flow.to, flow.twoWay))
                .map(([system, entity, way]) => link(system, concept(entity), way, way === 'in' ? 'receives it' : 'sends it')),
            ...model.flows.flatMap(({ from, to, via }) =>
                via.flatMap((system) =>
                    [from.entity, to.entity].flatMap((entity) => (entity === undefined ? [] : [link(system, concept(entity), 'ring', 'carries it')])),
                ),
            ),
        ].filter(isFirstOfKind),
        systemSystem: model.flows.flatMap((flow) => {
            const { from, to, via, twoWay, number } = flow;
            const way = flowSystems(flow);
            const hops = via.length === 0 ? [] : way.slice(1).map((next, index) => link(way[index] ?? '', next, 'via', number));
            const oneWay = [link(from.system, to.system, 'flow', number), ...hops];
            return twoWay && from.system !== to.system ? [...oneWay, ...oneWay.map(({ a, b, shape, word }) => link(b, a, shape, word))] : oneWay;
        }),
        entityEntity: model.flows.flatMap(({ from, to, twoWay, number }) => {
            if (from.entity === undefined || to.entity === undefined) return [];
            const [a, b] = [concept(from.entity), concept(to.entity)];
            return [link(a, b, 'flow', number), ...(twoWay && a !== b ? [link(b, a, 'flow', number)] : [])];
        }),
        systemStage: stages.flatMap((stage) =>
            stage.activities.flatMap((activity) => activity.systems.map((system) => link(system, stage.id, ...doing(activity.mode)))),
        ),
        systemInitiative: model.initiatives.flatMap((initiative) =>
            initiative.changes.flatMap(({ kind, id }) =>
                kind === 'system'
                    ? [link(id, initiative.id, 'full', 'changes it')]
                    : model.flows
                          .filter((flow) => flow.id === id)
                          .flatMap((flow) => flowSystems(flow).map((system) => link(system, initiative.id, 'ring', 'changes an interface'))),
            ),
        ),
        entityInitiative: model.initiatives.flatMap((initiative) =>
            initiative.changes.flatMap(({ kind, id }) => {
                const flows = model.flows.filter((flow) => kind === 'flow' && flow.id === id);
                const held = model.systems.filter((system) => kind === 'system' && system.id === id).flatMap(({ entities }) => entities);
                return [
                    ...flows
                        .flatMap(({ from, to }) => [from.entity, to.entity])
                        .flatMap((entity) => (entity === undefined ? [] : [link(concept(entity), initiative.id, 'full', 'changes an interface')])),
                    ...held.map((entity) => link(concept(entity.id), initiative.id, 'ring', 'changes its system')),
                ];
            }),
        ),
        systemTouchpoint: touchpoints.flatMap(({ id, frontstage, backstage, support }) => [
            ...frontstage.map((system) => link(system, id, 'full', 'frontstage')),
            ...backstage.map((system) => link(system, id, 'half', 'backstage')),
            ...support.map((system) => link(system, id, 'ring', 'support')),
        ]),
        entityTouchpoint: touchpoints.flatMap(({ id, uses, captures }) => [
            ...captures.map((target) => link(entityOfField(target), id, 'in', 'captured')),
            ...uses.map(({ target }) => link(entityOfField(target), id, 'out', 'used')),
        ]),
        channelSystem: model.channels.flatMap(({ id, system }) => (system === undefined ? [] : [link(id, system, 'full', 'carries it')])),
        touchpointChannel: touchpoints.flatMap(({ id, channels }) => channels.map((channel) => link(id, channel, 'full', 'takes place'))),
        touchpointPersona: journeys.flatMap((journey) =>
            journey.stages.flatMap((stage) => stage.touchpoints.flatMap(({ id }) => journey.personas.map((persona) => link(id, persona, 'full', 'meets')))),
        ),
        touchpointTouchpoint: journeys.flatMap(({ ways }) => ways.map(({ from, to }) => link(from, to, 'full', 'leads to'))),
        stageTouchpoint: journeyStages.flatMap((stage) =>
            stage.within.flatMap((within) => stage.touchpoints.map(({ id }) => link(within, id, 'full', 'lies in it'))),
        ),
        goalMetric: model.goals.flatMap((goal) => goal.metrics.map((metric) => link(goal.id, metric, 'full', 'measures'))),
        goalGoal: model.goals.flatMap((goal) => goal.supports.map((other) => link(goal.id, other, 'full', 'supports'))),
        goalInitiative: model.initiatives.flatMap((initiative) => initiative.supports.map((goal) => link(goal, initiative.id, 'full', 'supports'))),
        stageMetric: stages.flatMap((stage) => stage.metrics.map((metric) => link(stage.id, metric, 'full', 'measures'))),
        touchpointMetric: journeyStages.flatMap((stage) => [
            ...stage.touchpoints.flatMap(({ id, metrics }) => metrics.map((metric) => link(id, metric, 'full', 'measures'))),
            ...stage.touchpoints.flatMap(({ id }) => stage.metrics.map((metric) => link(id, metric, 'ring', 'measures its stage'))),
        ]),
        initiativeTouchpoint: model.initiatives.flatMap((initiative) =>
            touchpoints
                .filter(({ opportunities }) => opportunities.some(({ id }) => initiative.delivers.includes(id)))
                .map(({ id }) => link(initiative.id, id, 'full', 'delivers an opportunity')),
        ),
        teamSystem: owned(model.systems),
        teamGoal: owned(model.goals),
        teamInitiative: owned(model.initiatives),
        teamTouchpoint: owned(touchpoints),
        teamMetric: owned(model.metrics),
        teamChannel: owned(model.channels),
        teamPersona: owned(model.personas),
        teamCapability: owned(model.capabilities),
        teamEntity: owned(
            model.systems.flatMap(({ entities }) => entities.map(({ id, owner }) => ({ id: concept(id), ...(owner === undefined ? {} : { owner }) }))),
            'steward',
        ),
        teamStage: [
            ...owned(stages),
            ...stages.flatMap((stage) =>
                stage.activities.flatMap(({ owner }) =>
                    owner === undefined || owner === stage.owner ? [] : [link(owner, stage.id, 'ring', 'does an activity')],
                ),
            ),
        ],
    };
}

export type Links = ReturnType<typeof linksOf>;

function providing(life: Life | undefined): readonly [Shape, string] {
    return life === 'planned' ? ['planned', 'planned'] : life === 'retiring' || life === 'retired' ? ['leaving', life] : ['full', 'provides'];
}

function doing(mode: Activity['mode']): readonly [Shape, string] {
    return mode === undefined ? ['ring', 'used'] : [mode, mode];
}

interface End {
    readonly system: string;
    readonly entity?: string;
}

/** Which other system sends or receives the entity at an end of a flow. */
function entityFlows(from: End, to: End, twoWay: boolean): (readonly [string, string, 'in' | 'out'])[] {
    return [
        ...(from.entity === undefined || from.system === to.system
            ? []
            : [[to.system, from.entity, 'in'] as const, ...(twoWay ? [[to.system, from.entity, 'out'] as const] : [])]),
        ...(to.entity === undefined || from.system === to.system
            ? []
            : [[from.system, to.entity, 'out'] as const, ...(twoWay ? [[from.system, to.entity, 'in'] as const] : [])]),
    ];
}

/** A system that holds an entity need not be told that it sends or receives it. */
function isFirstOfKind(one: Link, _index: number, all: readonly Link[]): boolean {
    return (
        one.shape === 'master' ||
        one.shape === 'copy' ||
        !all.some((other) => other.a === one.a && other.b === one.b && (other.shape === 'master' || other.shape === 'copy'))
    );
}
