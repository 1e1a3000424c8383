import type { BrokenThing } from './broken-things.ts';
import type { CrmModel, Journey, View } from './crm-model.ts';

const landscapeKinds: ReadonlySet<string> = new Set(['system', 'flow', 'region', 'team']);

/**
 * Whether a view shows a declaration, so that it cannot be drawn while that has an error. A landscape needs systems (with their
 * entities and fields), flows, regions and teams; a journey needs itself, the personas, segments, channels, metrics and systems
 * that it names, and initiatives. A thing without an id may be any of its kind. Any other kind of view needs everything.
 */
export function viewNeeds(view: View, thing: BrokenThing, model: CrmModel): boolean {
    if (thing === 'everything') return true;
    if (thing.kind === 'view') return thing.id === undefined || thing.id === view.id;
    if (view.as === 'landscape') return landscapeKinds.has(thing.kind);
    if (view.as !== 'journey') return true;
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
