import type { CrmModel, Flow, System, View } from '../../model/crm-model.ts';
import { flowSystems } from '../select.ts';
import { type Grouping, groupings, groupTitle } from '../things/group-facts.ts';
import { countWords, numberWords } from '../words/value-words.ts';

/** A part of a map that is too large to be read in one picture: systems that stand for themselves as one card. */
export interface FoldedGroup {
    /** `category crm`, `owner sales`, `region eu`, or `neighbours of crm`: what a view has to include to open it; empty for the rest. */
    readonly include: string;
    readonly title: string;
    readonly systems: readonly System[];
    /** Flows that stay within it. */
    readonly inside: number;
}

/** All flows between two groups, in one line. */
export interface FoldedFlow {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly personal: number;
    readonly back: number;
    /** The first of them. */
    readonly first: Flow;
}

export interface Folded {
    readonly groups: readonly FoldedGroup[];
    /** All, those with most flows first. */
    readonly flows: readonly FoldedFlow[];
    /** So many of them are drawn as lines. */
    readonly drawn: number;
    /** What is drawn differently than a smaller map would be, and how to see the rest. */
    readonly note: string;
}

/** More than this cannot be read in one picture. */
const mostSystems = 120;
const mostFlows = 240;
/** A folded picture has at least two cards, and not more than this. */
const mostGroups = 60;
/** Lines that are drawn for each group; where there are more the table has the rest. */
const mostLines = 2;
/** A group around a system with many flows takes so many others. */
const mostAround = 30;

/** The groups that a large landscape folds into, by what the view groups by or else by what tells its systems apart; nothing where all can be drawn. */
export function foldOf(model: CrmModel, view: View, systems: readonly System[], flows: readonly Flow[]): Folded | undefined {
    if (systems.length <= mostSystems && flows.length <= mostFlows) return undefined;
    const groups = groupsOf(model, view, systems, flows);
    if (groups.length < 2 || groups.length > mostGroups || groups.length * 2 > systems.length) return undefined;
    const groupOf = new Map(groups.flatMap((group, index) => group.systems.map((system) => [system.id, index] as const)));
    const inside = groups.map(() => 0);
    const pairs = new Map<string, FoldedFlow>();
    for (const flow of flows) {
        const route = flowSystems(flow).flatMap((id) => groupOf.get(id) ?? []);
        const stops = route.filter((group, index) => index === 0 || group !== route[index - 1]);
        if (stops.length === 1) inside[stops[0] ?? 0] = (inside[stops[0] ?? 0] ?? 0) + 1;
        // A flow that passes between two groups there and back again is still one.
        const counted = new Set<string>();
        const goesBack = new Set<string>();
        stops.slice(1).forEach((to, index) => {
            const from = stops[index] ?? 0;
            const known = pairs.get(`${to} ${from}`);
            const key = known === undefined ? `${from} ${to}` : `${to} ${from}`;
            const entry = known ?? pairs.get(key) ?? { from, to, count: 0, personal: 0, back: 0, first: flow };
            const again = counted.has(key);
            const back = (flow.twoWay || known !== undefined) && !goesBack.has(key) ? 1 : 0;
            counted.add(key);
            if (back > 0) goesBack.add(key);
            const [count, personal] = again ? [0, 0] : [1, flow.personal ? 1 : 0];
            pairs.set(key, { ...entry, count: entry.count + count, personal: entry.personal + personal, back: entry.back + back });
        });
    }
    const links = [...pairs.values()].sort((a, b) => b.count - a.count);
    const most = Math.round(groups.length * mostLines);
    const drawn = links.length <= most * 1.25 ? links.length : most;
    return {
        groups: groups.map((group, index) => ({ ...group, inside: inside[index] ?? 0 })),
        flows: links,
        drawn,
        note: noteOf(groups, systems, flows, drawn, links.length),
    };
}

function noteOf(groups: readonly { readonly include: string }[], systems: readonly System[], flows: readonly Flow[], drawn: number, links: number): string {
    const example = groups.find((group) => group.include !== '')?.include ?? 'category crm';
    return (
        `${countWords(systems.length, 'system')} and ${countWords(flows.length, 'interface')} are more than one picture can show. They are folded into ` +
        `${countWords(groups.length, 'group')}: a card is a group, and a line says how many interfaces run between two of them. ` +
        (drawn < links ? `Of ${numberWords(links)} such lines the ${numberWords(drawn)} with most interfaces are drawn; the table has all. ` : '') +
        `To open a group, write a view of it, such as: view part as landscape { include ${example} }. Its interfaces are listed there.`
    );
}

type RoughGroup = Omit<FoldedGroup, 'inside'>;

function groupsOf(model: CrmModel, view: View, systems: readonly System[], flows: readonly Flow[]): readonly RoughGroup[] {
    const wanted = view.groupBy === undefined || view.groupBy === 'none' ? [] : [view.groupBy];
    for (const by of [...wanted, ...groupings]) {
        const groups = groupsBy(model, by, systems);
        // Groups that are too large themselves, or nearly all systems in one, do not help.
        const largest = Math.max(...groups.map((group) => group.systems.length));
        if (groups.length > 1 && groups.length <= mostGroups && largest <= Math.max(mostSystems, systems.length / 2)) return groups;
    }
    return groupsAround(systems, flows);
}

function groupsBy(model: CrmModel, by: Grouping, systems: readonly System[]): RoughGroup[] {
    const groups = new Map<string, System[]>();
    for (const system of systems) {
        const list = groups.get(system[by] ?? '');
        if (list === undefined) groups.set(system[by] ?? '', [system]);
        else list.push(system);
    }
    return [...groups].map(([key, members]) => ({ include: key === '' ? '' : `${by} ${key}`, title: groupTitle(model, by, key), systems: members }));
}

/** The system with most flows and those that it is linked with, then the next of the others, and so on; last what no flow reaches. */
function groupsAround(systems: readonly System[], flows: readonly Flow[]): RoughGroup[] {
    const mates = new Map(systems.map((system) => [system.id, new Set<string>()] as const));
    for (const flow of flows) {
        const stops = flowSystems(flow);
        stops.slice(1).forEach((id, index) => {
            const before = stops[index] ?? id;
            mates.get(id)?.add(before);
            mates.get(before)?.add(id);
        });
    }
    const free = new Map(systems.map((system) => [system.id, system] as const));
    const order = [...systems].sort((a, b) => (mates.get(b.id)?.size ?? 0) - (mates.get(a.id)?.size ?? 0));
    const groups: RoughGroup[] = [];
    for (const centre of order) {
        if (!free.has(centre.id) || (mates.get(centre.id)?.size ?? 0) === 0) continue;
        const members = [centre];
        free.delete(centre.id);
        for (let index = 0; index < members.length && members.length <= mostAround; index += 1) {
            for (const id of mates.get(members[index]?.id ?? '') ?? []) {
                const mate = free.get(id);
                if (mate === undefined || members.length > mostAround) continue;
                members.push(mate);
                free.delete(id);
            }
        }
        groups.push({ include: `neighbours of ${centre.id}`, title: `Around ${centre.title}`, systems: members });
    }
    const lone = [...free.values()];
    return lone.length === 0 ? groups : [...groups, { include: '', title: 'Without interfaces', systems: lone }];
}
