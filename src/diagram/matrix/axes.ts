import { capabilities as stockList, matrixAxes } from '../../../language/vocabulary.ts';
import type { CrmModel, Declared, Entity, Life, System, View } from '../../model/crm-model.ts';
import { journeysFor, personasFor } from '../audience.ts';
import { select } from '../select.ts';
import { holds, keyOf, subject, type Subject } from '../subjects.ts';
import { label, plainWords } from '../words/vocabulary-words.ts';

export type Axis = keyof typeof matrixAxes;

/** A row or column of a matrix. */
export interface AxisItem {
    readonly kind: string;
    readonly id: string;
    readonly title: string;
    /** What it is part of, or in what state: a quiet second line. */
    readonly sub?: string;
    readonly subject: Subject;
}

/** What one thing of an axis is called, and several. */
export const axisNouns: Readonly<Record<Axis, readonly [one: string, many: string]>> = {
    capabilities: ['capability', 'capabilities'],
    systems: ['system', 'systems'],
    goals: ['goal', 'goals'],
    initiatives: ['initiative', 'initiatives'],
    teams: ['team', 'teams'],
    stages: ['stage', 'stages'],
    entities: ['entity', 'entities'],
    touchpoints: ['touchpoint', 'touchpoints'],
    metrics: ['metric', 'metrics'],
    channels: ['channel', 'channels'],
    personas: ['persona', 'personas'],
};

/** The axis of that name, where there is one. */
export function axisOf(name: string | undefined): Axis | undefined {
    return name !== undefined && Object.hasOwn(matrixAxes, name) ? (name as Axis) : undefined;
}

/** The things of an axis in the order of the text, before `include` and `exclude`. */
export function axisItems(model: CrmModel, view: View, axis: Axis): readonly AxisItem[] {
    switch (axis) {
        case 'capabilities':
            return capabilityItems(model);
        case 'systems':
            return model.systems.map((system) => item(system, lifeWords(system.life), systemFacts(system)));
        case 'entities':
            return entityItems(model);
        case 'stages': {
            const lifecycles = model.lifecycles.length > 1;
            return model.lifecycles.flatMap(({ kind, id, title, stages }) =>
                stages.map((stage) =>
                    item(stage, lifecycles ? title : undefined, {
                        within: [keyOf({ kind, id })],
                        owners: owners(stage.owner, ...stage.activities.map(({ owner }) => owner)),
                    }),
                ),
            );
        }
        case 'touchpoints': {
            const several = journeysFor(model, view).length > 1;
            return journeysFor(model, view).flatMap((journey) =>
                journey.stages.flatMap((stage) =>
                    stage.touchpoints.map((touchpoint) =>
                        item(touchpoint, several ? `${journey.title} · ${stage.title}` : stage.title, { within: [keyOf(stage), keyOf(journey)] }),
                    ),
                ),
            );
        }
        case 'personas':
            return personasFor(model, view).map((persona) => item(persona, undefined, { within: persona.segments.map((id) => `segment:${id}`) }));
        case 'goals':
            return model.goals.map((goal) => item(goal, undefined, { within: goal.supports.map((id) => `goal:${id}`) }));
        case 'initiatives':
            return model.initiatives.map((initiative) =>
                item(initiative, initiative.status && label(initiative.status), { within: initiative.supports.map((id) => `goal:${id}`) }),
            );
        case 'metrics':
            return model.metrics.map((metric) =>
                item(metric, undefined, { within: model.goals.filter(({ metrics }) => metrics.includes(metric.id)).map(keyOf) }),
            );
        case 'teams':
            return model.teams.map((team) => item(team, undefined, { owners: [team.id] }));
        case 'channels':
            return model.channels.map((channel) => item(channel, channel.reach, {}));
    }
}

/**
 * The rows and columns that a view shows. An `include` keeps what it holds for on each axis; an axis of which it says nothing stays
 * whole, unless it says nothing of the other either.
 */
export function shownItems(model: CrmModel, view: View, axes: readonly [Axis, Axis]): readonly [readonly AxisItem[], readonly AxisItem[]] {
    const [rows, columns] = axes.map((axis) => {
        const all = axisItems(model, view, axis);
        return { all, included: chosenItems(model, view, axis, all, 'include') };
    }) as [Choice, Choice];
    const nothing = view.include.length > 0 && rows.included.length === 0 && columns.included.length === 0;
    const shown = ({ all, included }: Choice, axis: Axis): readonly AxisItem[] => {
        const kept = nothing ? [] : view.include.length === 0 || included.length === 0 ? all : included;
        const out = new Set(view.exclude.length === 0 ? [] : chosenItems(model, view, axis, all, 'exclude'));
        return kept.filter((one) => !out.has(one));
    };
    return [shown(rows, axes[0]), shown(columns, axes[1])];
}

interface Choice {
    readonly all: readonly AxisItem[];
    readonly included: readonly AxisItem[];
}

/** What the selectors of a view hold for. Systems follow the same rules as in a landscape. */
function chosenItems(model: CrmModel, view: View, axis: Axis, items: readonly AxisItem[], how: 'include' | 'exclude'): readonly AxisItem[] {
    const selectors = view[how];
    if (axis === 'systems' && selectors.length > 0) {
        const kept = how === 'include' ? select(model, selectors, []).systems : select(model, [], selectors).systems;
        return items.filter(({ id }) => kept.has(id) === (how === 'include'));
    }
    return items.filter((one) => selectors.some((selector) => holds(selector, one.subject)));
}

function item(thing: Declared & { readonly life?: Life }, sub: string | undefined, more: Partial<Subject>): AxisItem {
    return { kind: thing.kind, id: thing.id, title: thing.title, ...(sub === undefined ? {} : { sub }), subject: subject(thing, more) };
}

function owners(...ids: readonly (string | undefined)[]): string[] {
    return ids.filter((id) => id !== undefined);
}

function lifeWords(life: Life | undefined): string | undefined {
    return life === undefined || life === 'active' ? undefined : plainWords(life);
}

function systemFacts(system: System): Partial<Subject> {
    return { categories: system.category === undefined ? [] : [system.category], regions: system.region === undefined ? [] : [system.region] };
}

/** Capabilities of the stock list that a system provides, and all that the map adds. */
function capabilityItems(model: CrmModel): readonly AxisItem[] {
    const provided = new Set(model.systems.flatMap(({ provides }) => provides));
    const stock = Object.keys(stockList).filter((name) => provided.has(name) && !model.capabilities.some(({ id }) => id === name));
    return [
        ...stock.map((id): AxisItem => ({ kind: 'capability', id, title: label(id), subject: subject({ kind: 'capability', id, tags: [] }) })),
        ...model.capabilities.map((capability) => item(capability, undefined, {})),
    ];
}

/** Titles of the capabilities of the stock list that no system provides. */
export function unprovided(model: CrmModel): readonly string[] {
    const provided = new Set(model.systems.flatMap(({ provides }) => provides));
    return Object.keys(stockList)
        .filter((name) => !provided.has(name) && !model.capabilities.some(({ id }) => id === name))
        .map(plainWords);
}

/** For each entity the one that stands for it: those that are `same as` each other are one concept, named after its system of record. */
export function concepts(model: CrmModel): ReadonlyMap<string, Entity> {
    const entities = model.systems.flatMap((system) => system.entities);
    const group = new Map(entities.map((entity) => [entity.id, entity.id]));
    for (const entity of entities) {
        for (const other of entity.sameAs) {
            const [from, to] = [group.get(other), group.get(entity.id)];
            if (from !== undefined && to !== undefined && from !== to) {
                group.forEach((value, key) => value === from && group.set(key, to));
            }
        }
    }
    const leaders = new Map<string, Entity>();
    for (const entity of entities) {
        const key = group.get(entity.id) ?? entity.id;
        const leader = leaders.get(key);
        if (!leader || (entity.master && !leader.master)) {
            leaders.set(key, entity);
        }
    }
    return new Map(entities.map((entity) => [entity.id, leaders.get(group.get(entity.id) ?? entity.id) ?? entity]));
}

function entityItems(model: CrmModel): readonly AxisItem[] {
    const leaderOf = concepts(model);
    return model.systems.flatMap((system) =>
        system.entities
            .filter((entity) => leaderOf.get(entity.id) === entity)
            .map((entity) => {
                const members = model.systems.flatMap((other) => other.entities.filter(({ id }) => leaderOf.get(id) === entity));
                const systems = model.systems.filter(({ id }) => members.some((member) => member.system === id));
                return item(entity, systems.map(({ title }) => title).join(', '), {
                    owners: owners(entity.owner, ...systems.map(({ owner }) => owner)),
                    tags: [...new Set(members.flatMap(({ tags }) => tags))],
                    categories: systems.flatMap(({ category }) => category ?? []),
                    regions: systems.flatMap(({ region }) => region ?? []),
                    personal: members.some(({ fields }) => fields.some((field) => field.personal)),
                    within: [...systems.map(keyOf), ...members.map(keyOf)],
                });
            }),
    );
}
