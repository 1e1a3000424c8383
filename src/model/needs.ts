import type { BrokenThing } from './broken-things.ts';
import type { CrmModel, Journey, View, ViewKind } from './crm-model.ts';

/** Kinds of things that a kind of view shows; a journey's are looked at one by one. Kinds of view without an entry need everything. */
const shownKinds: Readonly<Partial<Record<ViewKind, ReadonlySet<string>>>> = {
    landscape: new Set(['system', 'flow', 'region', 'team']),
    mapping: new Set(['system', 'flow', 'region', 'team']),
    data: new Set(['system', 'region', 'team']),
    profile: new Set(['system', 'flow', 'region', 'team', 'journey', 'channel']),
    lifecycle: new Set(['lifecycle', 'journey', 'metric', 'team', 'system']),
    scorecard: new Set(['metric', 'goal', 'initiative', 'team', 'journey', 'persona', 'segment']),
};

/**
 * Whether a view shows a declaration, so that it cannot be drawn while that has an error. Most kinds of view need all things of the
 * kinds that they show; a journey needs itself, the personas, segments, channels, metrics and systems that it names, and initiatives.
 * A thing without an id may be any of its kind.
 */
export function viewNeeds(view: View, thing: BrokenThing, model: CrmModel): boolean {
    if (thing === 'everything') return true;
    if (thing.kind === 'view') return thing.id === undefined || thing.id === view.id;
    if (view.as !== 'journey') return shownKinds[view.as]?.has(thing.kind) ?? true;
    if (thing.kind === 'initiative') return true;
    const journey = model.journeys.find(({ id }) => id === view.of?.id);
    if (thing.kind === 'journey') return thing.id === undefined || !journey || thing.id === journey.id;
    const named = journey ? namedBy(journey, model).get(thing.kind) : undefined;
    return named !== undefined && (thing.id === undefined || named.has(thing.id));
}

/** Ids of what a journey names, by kind. */
function namedBy(journey: Journey, model: CrmModel): ReadonlyMap<string, ReadonlySet<string>> {
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const personas = model.personas.filter(({ id }) => journey.personas.includes(id));
    const channels = new Set(touchpoints.flatMap((touchpoint) => touchpoint.channels));
    const carriers = model.channels.flatMap(({ id, system }) => (channels.has(id) && system !== undefined ? [system] : []));
    const data = touchpoints.flatMap(({ uses, captures }) => [...uses.map(({ target }) => target), ...captures]);
    const holders = model.systems.flatMap((system) => {
        const ids = system.entities.flatMap((entity) => [entity.id, ...entity.fields.map((field) => field.id)]);
        return ids.some((id) => data.includes(id)) ? [system.id] : [];
    });
    return new Map([
        ['persona', new Set(journey.personas)],
        ['segment', new Set([...journey.segments, ...personas.flatMap((persona) => persona.segments)])],
        ['channel', channels],
        ['metric', new Set([...journey.stages, ...touchpoints].flatMap(({ metrics }) => metrics))],
        [
            'system',
            new Set([...touchpoints.flatMap(({ frontstage, backstage, support }) => [...frontstage, ...backstage, ...support]), ...carriers, ...holders]),
        ],
    ]);
}
