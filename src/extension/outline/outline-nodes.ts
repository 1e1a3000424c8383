import type { Outline, OutlineMap, OutlineStage, OutlineSystem, OutlineThing, OutlineTouchpoint, OutlineView, OutlineWay } from '../../protocol.ts';

interface Position {
    readonly line: number;
    readonly character: number;
}

/** What the server found at a place of a file. */
export interface Finding {
    readonly uri: string;
    /** As VS Code counts: error, warning, information. */
    readonly severity: 0 | 1 | 2;
    readonly code: string;
    readonly message: string;
    readonly start: Position;
    readonly end: Position;
}

/** By what systems are put together. */
export type Grouping = 'category' | 'owner' | 'region' | 'none';

export type Section = 'systems' | 'lifecycles' | 'journeys' | 'views' | 'findings';

/** A line of the tree. Its id stays while the thing does, so that the tree keeps what is open and what is chosen. */
export type OutlineNode = { readonly id: string; readonly children: readonly OutlineNode[] } & (
    | { readonly type: 'map'; readonly map: OutlineMap }
    | { readonly type: 'section'; readonly section: Section; readonly count: number; readonly worst?: Finding['severity'] }
    /** Systems that have something in common; the value is absent for those that say nothing of it. */
    | { readonly type: 'share'; readonly by: Grouping; readonly value: string | undefined }
    | { readonly type: 'thing'; readonly map: string; readonly thing: OutlineThing }
    | { readonly type: 'view'; readonly map: string; readonly view: OutlineView }
    | { readonly type: 'rule'; readonly code: string; readonly severity: Finding['severity'] }
    | { readonly type: 'finding'; readonly finding: Finding }
);

/** The tree of all maps. */
export function outlineNodes(outline: Outline, findingsOf: (map: OutlineMap) => readonly Finding[], grouping: Grouping): OutlineNode[] {
    return outline.maps.map((map) => mapNode(map, findingsOf(map), grouping));
}

function mapNode(map: OutlineMap, findings: readonly Finding[], grouping: Grouping): OutlineNode {
    const id = map.uri;
    const section = (name: Section, count: number, children: readonly OutlineNode[], worst?: Finding['severity']): OutlineNode[] =>
        count === 0 ? [] : [{ type: 'section', id: `${id} ${name}`, section: name, count, children, worst }];
    const children = [
        ...section('systems', map.systems.length, systemNodes(map, grouping)),
        ...section('lifecycles', map.lifecycles.length, wayNodes(map, map.lifecycles)),
        ...section('journeys', map.journeys.length, wayNodes(map, map.journeys)),
        ...section('views', map.views.length, viewNodes(map)),
        ...section('findings', findings.length, findingNodes(id, findings), worstOf(findings)),
    ];
    return { type: 'map', id, map, children };
}

function thingNode(map: OutlineMap, thing: OutlineThing, children: readonly OutlineNode[] = []): OutlineNode {
    return { type: 'thing', id: `${map.uri} ${thing.kind} ${thing.id}`, map: map.uri, thing, children };
}

function systemNodes(map: OutlineMap, by: Grouping): OutlineNode[] {
    const nodeOf = (system: OutlineSystem): OutlineNode =>
        thingNode(
            map,
            system,
            system.entities.map((entity) => thingNode(map, entity)),
        );
    const shares = by === 'none' ? undefined : groupBy(map.systems, (system) => system[by]);
    // Where all have the same, or each has another one, lines above them would say nothing.
    if (!shares || shares.size < 2 || shares.size === map.systems.length) return map.systems.map(nodeOf);
    return [...shares]
        .sort(([a], [b]) => (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0))
        .map(([value, systems]): OutlineNode => ({ type: 'share', id: `${map.uri} ${by} ${value ?? ''}`, by, value, children: systems.map(nodeOf) }));
}

function wayNodes(map: OutlineMap, ways: readonly OutlineWay[]): OutlineNode[] {
    const stageOf = (stage: OutlineStage): OutlineNode =>
        thingNode(
            map,
            stage,
            stage.touchpoints.map((touchpoint) => thingNode(map, touchpoint)),
        );
    return ways.map((way) => thingNode(map, way, way.stages.map(stageOf)));
}

function viewNodes(map: OutlineMap): OutlineNode[] {
    return map.views.map((view) => ({ type: 'view', id: `${map.uri} view ${view.name}`, map: map.uri, view, children: [] }));
}

/** The gravest first; findings of a rule stand together, below it where there are several. */
function findingNodes(map: string, findings: readonly Finding[]): OutlineNode[] {
    const byRule = groupBy(findings, ({ code, severity }) => `${severity} ${code}`);
    return [...byRule.values()].sort(([a], [b]) => (a?.severity ?? 0) - (b?.severity ?? 0)).flatMap((same) => ruleNodes(map, same));
}

function ruleNodes(map: string, findings: readonly Finding[]): OutlineNode[] {
    const seen = new Map<string, number>();
    const nodes = findings.map((finding): OutlineNode => {
        const { uri, code, message } = finding;
        // No line is part of the id: it changes with every line that is typed above.
        const key = `${map} finding ${code} ${uri} ${message}`;
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return { type: 'finding', id: `${key} ${count}`, finding, children: [] };
    });
    const [first] = findings;
    if (!first || nodes.length === 1) return nodes;
    const { code, severity } = first;
    return [{ type: 'rule', id: `${map} rule ${severity} ${code}`, code, severity, children: nodes }];
}

function worstOf(findings: readonly Finding[]): Finding['severity'] | undefined {
    return findings.reduce<Finding['severity'] | undefined>((worst, { severity }) => (worst === undefined || severity < worst ? severity : worst), undefined);
}

function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
    const groups = new Map<K, T[]>();
    for (const thing of things) {
        const group = groups.get(keyOf(thing));
        if (group) group.push(thing);
        else groups.set(keyOf(thing), [thing]);
    }
    return groups;
}

/** What is known of a touchpoint beside its title. */
export function isTouchpoint(thing: OutlineThing): thing is OutlineTouchpoint {
    return thing.kind === 'touchpoint';
}
