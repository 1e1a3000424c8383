import type { CrmModel, View } from '../../model/crm-model.ts';
import type { Axis } from './axes.ts';
import type { Link, Links, Shape } from './links.ts';
import { linksOf } from './links.ts';

type Pair = `${Axis} ${Axis}`;

/** What a mark of a pair says, from the first axis to the second. */
type Relation = (links: Links) => readonly Link[];

/** Every pair of axes that a map relates; the other order is the same, turned. */
const relations: Readonly<Partial<Record<Pair, Relation>>> = {
    'capabilities systems': (l) => l.capabilitySystem,
    'capabilities teams': (l) => [...turned(l.teamCapability), ...join(l.capabilitySystem, turned(l.teamSystem), 'ring', 'owns its system')],
    'capabilities initiatives': (l) => join(l.capabilitySystem, l.systemInitiative, 'ring', 'changes its system'),
    'capabilities stages': (l) => join(l.capabilitySystem, l.systemStage, 'ring', 'its system is used'),
    'capabilities touchpoints': (l) => join(l.capabilitySystem, l.systemTouchpoint, 'ring', 'its system is used'),
    'capabilities channels': (l) => join(l.capabilitySystem, turned(l.channelSystem), 'ring', 'its system carries it'),
    'systems systems': (l) => l.systemSystem,
    'systems goals': (l) => join(l.systemInitiative, turned(l.goalInitiative), 'ring', 'changed for it'),
    'systems initiatives': (l) => l.systemInitiative,
    'systems teams': (l) => turned(l.teamSystem),
    'systems stages': (l) => l.systemStage,
    'systems entities': (l) => l.systemEntity,
    'systems touchpoints': (l) => l.systemTouchpoint,
    'systems channels': (l) => [...turned(l.channelSystem), ...join(front(l), l.touchpointChannel, 'ring', 'serves it')],
    'systems personas': (l) => join(l.systemTouchpoint, l.touchpointPersona),
    'goals goals': (l) => l.goalGoal,
    'goals initiatives': (l) => l.goalInitiative,
    'goals teams': (l) => [...turned(l.teamGoal), ...join(l.goalInitiative, turned(l.teamInitiative), 'ring', 'owns an initiative')],
    'goals metrics': (l) => l.goalMetric,
    'goals stages': (l) => join(l.goalMetric, turned(l.stageMetric), 'ring', 'measured here'),
    'goals touchpoints': (l) => [
        ...join(l.goalInitiative, l.initiativeTouchpoint, 'full', 'an initiative'),
        ...join(l.goalMetric, turned(l.touchpointMetric), 'ring', 'measured here'),
    ],
    'goals personas': (l) => join(join(l.goalInitiative, l.initiativeTouchpoint), l.touchpointPersona, 'ring', 'an initiative'),
    'initiatives teams': (l) => turned(l.teamInitiative),
    'initiatives touchpoints': (l) => l.initiativeTouchpoint,
    'initiatives stages': (l) => join(l.initiativeTouchpoint, turned(l.stageTouchpoint), 'full', 'delivers an opportunity'),
    'initiatives metrics': (l) => join(turned(l.goalInitiative), l.goalMetric, 'ring', 'supports its goal'),
    'initiatives entities': (l) => turned(l.entityInitiative),
    'initiatives channels': (l) => join(l.initiativeTouchpoint, l.touchpointChannel),
    'initiatives personas': (l) => join(l.initiativeTouchpoint, l.touchpointPersona),
    'teams stages': (l) => l.teamStage,
    'teams touchpoints': (l) => [...l.teamTouchpoint, ...join(l.teamSystem, l.systemTouchpoint, 'ring', 'owns a system of it')],
    'teams metrics': (l) => [...l.teamMetric, ...join(l.teamGoal, l.goalMetric, 'ring', 'owns its goal')],
    'teams entities': (l) => [...l.teamEntity, ...join(l.teamSystem, holding(l), 'ring', 'owns its system')],
    'teams channels': (l) => [...l.teamChannel, ...join(l.teamSystem, turned(l.channelSystem), 'ring', 'owns its system')],
    'teams personas': (l) => l.teamPersona,
    'stages touchpoints': (l) => l.stageTouchpoint,
    'stages metrics': (l) => l.stageMetric,
    'stages channels': (l) => join(l.stageTouchpoint, l.touchpointChannel, 'full', 'a touchpoint'),
    'stages personas': (l) => join(l.stageTouchpoint, l.touchpointPersona, 'full', 'a touchpoint'),
    'stages entities': (l) => turned(join(l.entityTouchpoint, turned(l.stageTouchpoint))),
    'entities entities': (l) => l.entityEntity,
    'entities touchpoints': (l) => l.entityTouchpoint,
    'entities channels': (l) => join(l.entityTouchpoint, l.touchpointChannel),
    'entities personas': (l) => join(l.entityTouchpoint, l.touchpointPersona),
    'touchpoints touchpoints': (l) => l.touchpointTouchpoint,
    'touchpoints metrics': (l) => l.touchpointMetric,
    'touchpoints channels': (l) => l.touchpointChannel,
    'touchpoints personas': (l) => l.touchpointPersona,
    'metrics channels': (l) => join(turned(l.touchpointMetric), l.touchpointChannel),
    'metrics personas': (l) => join(turned(l.touchpointMetric), l.touchpointPersona),
    'channels personas': (l) => join(turned(l.touchpointChannel), l.touchpointPersona, 'full', 'meets'),
};

/** What a map ties between rows and columns: `a` is the row. Undefined where nothing in a map relates the two. */
export function relate(model: CrmModel, view: View, rows: Axis, columns: Axis): readonly Link[] | undefined {
    const straight = relations[`${rows} ${columns}`];
    const other = relations[`${columns} ${rows}`];
    if (!straight && !other) {
        return undefined;
    }
    const links = linksOf(model, view);
    return unique(straight ? straight(links) : turned(other?.(links) ?? []));
}

/** The axes that make a matrix with this one. */
export function relatedAxes(axis: Axis): readonly Axis[] {
    const names = Object.keys(relations).map((pair) => pair.split(' ') as [Axis, Axis]);
    return [...new Set(names.flatMap(([a, b]) => (a === axis ? [b] : b === axis ? [a] : [])))];
}

function turned(links: readonly Link[]): Link[] {
    return links.map(({ a, b, shape, word }) => ({ a: b, b: a, shape, word }));
}

/** What is tied over something in between; it says what the first tie says, unless told. */
function join(first: readonly Link[], second: readonly Link[], shape?: Shape, word?: string): Link[] {
    const onwards = new Map<string, Link[]>();
    for (const link of second) {
        onwards.set(link.a, [...(onwards.get(link.a) ?? []), link]);
    }
    return unique(first.flatMap((one) => (onwards.get(one.b) ?? []).map((two) => ({ a: one.a, b: two.b, shape: shape ?? one.shape, word: word ?? one.word }))));
}

function unique(links: readonly Link[]): Link[] {
    const seen = new Map(links.map((link) => [JSON.stringify([link.a, link.b, link.shape, link.word]), link]));
    return [...seen.values()];
}

function front(links: Links): readonly Link[] {
    return links.systemTouchpoint.filter(({ shape }) => shape === 'full');
}

function holding(links: Links): readonly Link[] {
    return links.systemEntity.filter(({ shape }) => shape === 'master' || shape === 'copy');
}
