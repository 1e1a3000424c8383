import * as ast from '../../language/generated/ast.ts';
import { pathOf } from '../../language/names.ts';
import { auths, errorActions, flowPatterns, flowRelations, survivorships, timings } from '../../language/vocabulary.ts';
import type { Entity, Flow, FlowEnd, Mapping, System } from './crm-model.ts';
import { declared, living, type ModelContext, sourceOf } from './model-context.ts';
import { durationOf, idOf, idsOf, oneOf, volumeOf } from './read-values.ts';

/** Flows in the order of the text, numbered; those with a broken end are left out, and keep their number. */
export function readFlows(nodes: readonly ast.Flow[], systems: readonly System[], context: ModelContext): Flow[] {
    const entities = new Map(systems.flatMap((system) => system.entities).map((entity) => [entity.id, entity]));
    const taken = new Map<string, number>();
    return nodes.flatMap((node, index) => {
        const from = endOf(node.arrow === '<-' ? node.to : node.from);
        const to = endOf(node.arrow === '<-' ? node.from : node.to);
        if (!from || !to) return [];
        const number = flowNumber(index, nodes.length);
        const ends = `${from.entity ?? from.system}->${to.entity ?? to.system}`;
        const count = (taken.get(ends) ?? 0) + 1;
        if (!node.name) taken.set(ends, count);
        return [readFlow(node, { from, to, number, entities, anonymousId: count === 1 ? ends : `${ends}#${count}` }, context)];
    });
}

interface FlowPlace {
    readonly from: FlowEnd;
    readonly to: FlowEnd;
    readonly number: string;
    readonly entities: ReadonlyMap<string, Entity>;
    /** Of a flow without a name: its ends, and a count where several have the same. */
    readonly anonymousId: string;
}

function readFlow(node: ast.Flow, { from, to, number, entities, anonymousId }: FlowPlace, context: ModelContext): Flow {
    const mappings = node.mappings.flatMap((mapping) => readMapping(mapping, context));
    const base = declared('flow', node, context, anonymousId);
    return {
        ...base,
        name: node.name ?? '',
        title: node.title || node.name || '',
        ...living(node),
        number,
        from,
        to,
        twoWay: node.arrow === '<->',
        pattern: oneOf(node.pattern, flowPatterns),
        timing: oneOf(node.timing, timings),
        cron: node.cron,
        via: idsOf(node.via),
        protocol: node.protocol,
        auth: oneOf(node.auth, auths),
        volume: volumeOf(node.volume),
        latency: durationOf(node.latency),
        errors: node.errors.flatMap((step) => {
            const action = oneOf(step.action, errorActions);
            return action ? [{ action, times: step.times, team: idOf(step.team) }] : [];
        }),
        key: idsOf(node.key),
        conflict: oneOf(node.conflict, survivorships),
        purpose: node.purpose,
        relation: oneOf(node.kind, flowRelations),
        mappings,
        personal: carriesPersonal([from, to], mappings, entities),
    };
}

/** The number of a flow in the interface register, by its place among all flows of its map, from 0. */
export function flowNumber(index: number, total: number): string {
    return `I-${String(index + 1).padStart(Math.max(2, String(total).length), '0')}`;
}

function endOf(reference: ast.Flow['from'] | undefined): FlowEnd | undefined {
    const node = reference?.ref;
    if (!node) return undefined;
    const path = pathOf(node);
    if (path === undefined) return undefined;
    if (!ast.isEntity(node)) return { system: path };
    const system = pathOf(node.$container);
    return system === undefined ? undefined : { system, entity: path };
}

function readMapping(node: ast.Mapping, context: ModelContext): Mapping[] {
    const sources = idsOf(node.sources);
    const target = idOf(node.target);
    if (target === undefined || sources.length === 0) return [];
    const values = node.values.map((pair) => ({ source: pair.source, target: pair.target }));
    return [{ sources, target, using: node.using, back: node.back, values, source: sourceOf(node, context) }];
}

/** Personal fields travel: those that are mapped; without any mapping, those that an end of the flow holds. */
function carriesPersonal(ends: readonly FlowEnd[], mappings: readonly Mapping[], entities: ReadonlyMap<string, Entity>): boolean {
    if (mappings.length === 0) return ends.some((end) => end.entity !== undefined && entities.get(end.entity)?.fields.some((field) => field.personal));
    const mapped = new Set(mappings.flatMap((mapping) => [...mapping.sources, mapping.target]));
    return [...entities.values()].some((entity) => entity.fields.some((field) => field.personal && mapped.has(field.id)));
}
