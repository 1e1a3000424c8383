import type { Channel, CrmModel, Duration, Flow } from '../../model/crm-model.ts';
import { reach } from './reach.ts';
import type { TraceEdge, TraceGraph, TraceNode } from './trace-graph.ts';
import { startsOf, touchpointsOf, traceGraph } from './trace-graph.ts';

/** The traced thing, what it depends on (`up`) and what depends on it (`down`), as boxes and the lines between them. */
export interface TraceContent {
    readonly cards: readonly TraceCard[];
    readonly lines: readonly TraceLine[];
    /** Interfaces that start and end in the same box: they have no line. */
    readonly inside: readonly Flow[];
}

export type Side = 'up' | 'centre' | 'down';

/** Whether it belongs to what the traced thing depends on, or to what depends on it, or to both. */
export interface Directions {
    readonly up: boolean;
    readonly down: boolean;
}

export interface TraceCard extends Directions {
    readonly key: string;
    readonly kind: 'touchpoint' | 'system' | 'fold';
    /** Id of the touchpoint or system; of a fold, its side. */
    readonly id: string;
    /** Where it stands: what goes both ways stands on the side of what is depended on, a touchpoint on the other. */
    readonly side: Side;
    /** Steps from the traced thing. */
    readonly depth: number;
    /** It depends on the traced thing by way of something on the other side, and so may stand beside that. */
    readonly aside: boolean;
    /** Of a system: the entities that matter here, in the order of the text. */
    readonly parts: readonly TracePart[];
    /** Of a fold: what it stands for. */
    readonly folded: readonly TraceCard[];
}

export interface TracePart {
    readonly entity: string;
    /** The fields that matter; all of them where it is absent. */
    readonly fields?: readonly string[];
}

/** A line between two boxes, the way data goes: an interface, or what ties a touchpoint to systems and data. */
export interface TraceLine extends Directions {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly twoWay: boolean;
    readonly flow?: Flow;
    readonly ties: readonly Tie[];
    /** Of a fold: the interfaces that it stands for. */
    readonly bundled: readonly Flow[];
}

export type Tie =
    | { readonly kind: 'role'; readonly role: 'frontstage' | 'backstage' | 'support' }
    | { readonly kind: 'channel'; readonly channel: Channel }
    | { readonly kind: 'uses'; readonly target: string; readonly freshWithin?: Duration }
    | { readonly kind: 'captures'; readonly target: string }
    | { readonly kind: 'consent'; readonly entity: string };

interface Found {
    readonly graph: TraceGraph;
    readonly up: ReadonlyMap<number, number>;
    readonly down: ReadonlyMap<number, number>;
    /** The key of each reached node's box. */
    readonly boxes: ReadonlyMap<number, string>;
    readonly keys: ReadonlySet<string>;
    readonly centre: string;
    /** The system of the traced thing, unless that is a touchpoint. */
    readonly home?: string;
}

/** Everything that a thing depends on and that depends on it; undefined where the model has no such touchpoint, system, entity or field. */
export function traceContent(model: CrmModel, thing: { readonly kind: string; readonly id: string }): TraceContent | undefined {
    const graph = traceGraph(model);
    const starts = startsOf(graph, thing.kind, thing.id);
    if (starts === undefined) {
        return undefined;
    }
    const found = boxed(graph, thing, reach(graph, starts.up, 'up'), reach(graph, starts.down, 'down'));
    const lines = linesOf(found);
    const joined = new Set([found.centre, ...lines.flatMap((line) => [line.from, line.to])]);
    const cards = withoutLoose(cardsOf(found, model), joined);
    const depths = { up: depthsOf(lines, found.centre, 'up'), down: depthsOf(lines, found.centre, 'down'), centre: new Map<string, number>() };
    const sides = new Map(cards.map((card) => [card.key, card.side]));
    const aside = new Set(lines.flatMap(({ from, to }) => (sides.get(from) === 'up' ? [to] : sides.get(to) === 'up' ? [from] : [])));
    const placed = cards.map((card) => ({
        ...card,
        depth: depths[card.side].get(card.key) ?? card.depth,
        aside: card.side === 'down' && aside.has(card.key),
    }));
    return { cards: placed, lines, inside: insideOf(found) };
}

/** How many lines away from the traced thing each box is, along the lines or against them. */
function depthsOf(lines: readonly TraceLine[], centre: string, side: 'up' | 'down'): ReadonlyMap<string, number> {
    const next = new Map<string, string[]>();
    const lead = (from: string, to: string): void => {
        const known = next.get(from);
        if (known === undefined) {
            next.set(from, [to]);
        } else {
            known.push(to);
        }
    };
    for (const { from, to, twoWay } of lines) {
        if (side === 'down' || twoWay) {
            lead(from, to);
        }
        if (side === 'up' || twoWay) {
            lead(to, from);
        }
    }
    const depths = new Map([[centre, 0]]);
    for (const [key, depth] of depths) {
        for (const other of next.get(key) ?? []) {
            if (!depths.has(other)) {
                depths.set(other, depth + 1);
            }
        }
    }
    return depths;
}

/** A box that no line reaches is left out where its system has another, which then stands for both. */
function withoutLoose(cards: readonly TraceCard[], joined: ReadonlySet<string>): TraceCard[] {
    const loose = cards.filter((card) => !joined.has(card.key));
    return cards
        .filter((card) => joined.has(card.key))
        .map((card) => {
            const twin = loose.find((other) => other.kind === card.kind && other.id === card.id);
            return twin === undefined ? card : { ...card, up: card.up || twin.up, down: card.down || twin.down };
        });
}

/** Sorts nodes into boxes: one for the traced thing, one for each touchpoint, and for each system one on each side. */
function boxed(
    graph: TraceGraph,
    thing: { readonly kind: string; readonly id: string },
    up: ReadonlyMap<number, number>,
    down: ReadonlyMap<number, number>,
): Found {
    const traced = graph.nodes.find((node) => node.kind === thing.kind && node.id === thing.id);
    const home = traced?.system;
    const isCentre = (node: TraceNode): boolean =>
        home === undefined
            ? node.kind === 'touchpoint' && node.id === thing.id
            : node.system === home && (thing.kind === 'system' || node.kind === 'system' || node.entity === traced?.entity);
    const centre = home === undefined ? `touchpoint ${thing.id}` : `centre ${home}`;
    // All of an entity stands in one box, so that its fields are not torn apart.
    const entitiesUp = new Set([...up.keys()].flatMap((position) => graph.nodes[position]?.entity ?? []));
    const keyOf = (position: number): string => {
        const node = graph.nodes[position] as TraceNode;
        if (isCentre(node)) {
            return centre;
        }
        const isUp = up.has(position) || (node.entity !== undefined && entitiesUp.has(node.entity));
        return node.kind === 'touchpoint' ? `touchpoint ${node.id}` : `${isUp ? 'up' : 'down'} ${node.system}`;
    };
    const boxes = new Map([...new Set([...up.keys(), ...down.keys()])].sort((a, b) => a - b).map((position) => [position, keyOf(position)]));
    return { graph, up, down, boxes, keys: new Set(boxes.values()), centre, ...(home === undefined ? {} : { home }) };
}

function cardsOf(found: Found, model: CrmModel): TraceCard[] {
    const members = new Map<string, number[]>();
    for (const [position, key] of found.boxes) {
        const own = members.get(key) ?? [];
        own.push(position);
        members.set(key, own);
    }
    const order = new Map([...model.systems, ...touchpointsOf(model)].map((thing, index) => [thing.id, index]));
    const cards = [...members].map(([key, positions]) => cardOf(found, key, positions));
    return cards.sort((a, b) => Number(a.kind === 'touchpoint') - Number(b.kind === 'touchpoint') || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function cardOf({ graph, up, down, centre }: Found, key: string, positions: readonly number[]): TraceCard {
    const nodes = positions.map((position) => graph.nodes[position] as TraceNode);
    const [first] = nodes;
    const kind = first?.kind === 'touchpoint' ? 'touchpoint' : 'system';
    const isUp = positions.some((position) => up.has(position));
    const isDown = positions.some((position) => down.has(position));
    const side: Side = key === centre ? 'centre' : (kind === 'touchpoint' ? isDown : !isUp) ? 'down' : 'up';
    const steps = side === 'down' ? down : up;
    return {
        key,
        kind,
        id: (kind === 'touchpoint' ? first?.id : first?.system) ?? '',
        side,
        depth: side === 'centre' ? 0 : Math.min(...positions.flatMap((position) => steps.get(position) ?? [])),
        up: isUp,
        down: isDown,
        aside: false,
        parts: partsOf(membersOf(positions, graph), up, down),
        folded: [],
    };
}

interface Member {
    readonly position: number;
    readonly node: TraceNode;
}

function membersOf(positions: readonly number[], graph: TraceGraph): Member[] {
    return positions.map((position) => ({ position, node: graph.nodes[position] as TraceNode }));
}

/** An entity matters as a whole where all of it was reached, else by its fields. */
function partsOf(members: readonly Member[], up: ReadonlyMap<number, number>, down: ReadonlyMap<number, number>): TracePart[] {
    const entities = [...new Set(members.flatMap(({ node }) => node.entity ?? []))];
    return entities.flatMap((entity): TracePart[] => {
        const own = members.filter(({ node }) => node.entity === entity);
        const isWhole = own.some(({ node, position }) => (node.part === 'out' && up.has(position)) || (node.part === 'in' && down.has(position)));
        const fields = own.flatMap(({ node }) => (node.kind === 'field' ? [node.id] : []));
        return isWhole ? [{ entity }] : fields.length > 0 ? [{ entity, fields }] : [];
    });
}

function linesOf(found: Found): TraceLine[] {
    const lines = new Map<string, TraceLine>();
    for (const edge of found.graph.edges) {
        const directions: Directions = { up: found.up.has(edge.to), down: found.down.has(edge.from) };
        if (edge.why.kind !== 'holds' && (directions.up || directions.down)) {
            const stops = stopsOf(edge, found, directions.up ? 'up' : 'down');
            stops.slice(1).forEach((to, index) => addLine(lines, stops[index] as string, to, edge, directions));
        }
    }
    return [...lines.values()];
}

function insideOf({ graph, boxes, up, down }: Found): Flow[] {
    const inside = graph.edges.flatMap(({ from, to, why }) => {
        const isReached = up.has(to) || down.has(from);
        return why.kind === 'flow' && why.flow.via.length === 0 && isReached && boxes.get(from) === boxes.get(to) ? [why.flow] : [];
    });
    return [...new Set(inside)];
}

/** A flow between two boxes is one line, whatever it carries and in whichever direction; so is all else that ties them. */
function addLine(lines: Map<string, TraceLine>, from: string, to: string, { why }: TraceEdge, { up, down }: Directions): void {
    if (from === to || why.kind === 'holds') {
        return;
    }
    const flow = why.kind === 'flow' ? why.flow : undefined;
    const name = flow === undefined ? 'tie' : `flow ${flow.id}`;
    const opposite = lines.get(`${name} ${to} > ${from}`);
    const key = opposite?.key ?? `${name} ${from} > ${to}`;
    const known: TraceLine = lines.get(key) ?? { key, from, to, twoWay: false, up, down, ...(flow === undefined ? {} : { flow }), ties: [], bundled: [] };
    const isNew = why.kind !== 'flow' && !known.ties.some((tie) => isSameTie(tie, why));
    lines.set(key, {
        ...known,
        twoWay: known.twoWay || opposite !== undefined,
        up: known.up || up,
        down: known.down || down,
        ties: isNew ? [...known.ties, why] : known.ties,
    });
}

function isSameTie(a: Tie, b: Tie): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}

/** The boxes that an edge passes, from first to last; none for what only tells that middleware elsewhere is on the way. */
function stopsOf(edge: TraceEdge, { boxes, keys, centre, home }: Found, side: 'up' | 'down'): string[] {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (from === undefined || to === undefined) {
        return [];
    }
    if (edge.why.kind !== 'flow') {
        return [from, to];
    }
    const { flow, back, through } = edge.why;
    const via = back ? flow.via.toReversed() : flow.via;
    const viaKey = (system: string): string[] => {
        const wanted = system === home ? [centre] : [`${side} ${system}`, `${side === 'up' ? 'down' : 'up'} ${system}`];
        return wanted.filter((key) => keys.has(key)).slice(0, 1);
    };
    if (through === undefined) {
        return [from, ...via.flatMap(viaKey), to];
    }
    const at = via.indexOf(through);
    return through !== home ? [] : [from, ...(to === centre ? via.slice(0, at) : via.slice(at + 1)).flatMap(viaKey), to];
}
