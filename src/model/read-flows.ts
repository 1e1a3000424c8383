import * as ast from '../../language/generated/ast.ts';
import { pathOf } from '../../language/names.ts';
import { auths, errorActions, flowPatterns, flowRelations, survivorships, timings } from '../../language/vocabulary.ts';
import type { Entity, Flow, FlowEnd, Mapping, System } from './crm-model.ts';
import { declared, living, type ModelContext, sourceOf } from './model-context.ts';
import { durationOf, idOf, idsOf, oneOf, volumeOf } from './read-values.ts';

/** A flow as its file states it: without what depends on the other files of the map, its number and whether personal data goes over it. */
export interface StatedFlow {
    readonly flow: Flow;
    readonly isNamed: boolean;
}

/** A flow of a file; undefined stands for one with a broken end. */
export function statedFlow(node: ast.Flow, context: ModelContext): StatedFlow | undefined {
    const from = endOf(node.arrow === '<-' ? node.to : node.from);
    const to = endOf(node.arrow === '<-' ? node.from : node.to);
    return from && to ? { flow: readFlow(node, { from, to }, context), isNamed: Boolean(node.name) } : undefined;
}

/**
 * All flows of a map, numbered; those with a broken end are left out, and keep their number.
 *
 * @param known the flows of before by how their files state them, for callers that keep them
 */
export function joinFlows(stated: readonly (StatedFlow | undefined)[], systems: readonly System[], known?: WeakMap<Flow, Flow>): Flow[] {
    const entities = new Map<string, Entity>();
    for (const system of systems) for (const entity of system.entities) entities.set(entity.id, entity);
    const personal = new Set<string>();
    for (const { fields } of entities.values()) for (const field of fields) if (field.personal) personal.add(field.id);
    const taken = new Map<string, number>();
    return stated.flatMap((one, index) => {
        if (!one) return [];
        const { flow, isNamed } = one;
        const ends = `${flow.from.entity ?? flow.from.system}->${flow.to.entity ?? flow.to.system}`;
        const count = (taken.get(ends) ?? 0) + 1;
        if (!isNamed) taken.set(ends, count);
        const id = isNamed ? flow.id : count === 1 ? ends : `${ends}#${count}`;
        const joined = { id, number: flowNumber(index, stated.length), personal: carriesPersonal(flow, entities, personal) };
        const before = known?.get(flow);
        if (before?.id === id && before.number === joined.number && before.personal === joined.personal) return [before];
        const now = { ...flow, ...joined };
        known?.set(flow, now);
        return [now];
    });
}

function readFlow(node: ast.Flow, { from, to }: Pick<Flow, 'from' | 'to'>, context: ModelContext): Flow {
    const mappings = node.mappings.flatMap((mapping) => readMapping(mapping, context));
    const base = declared('flow', node, context, '');
    return {
        ...base,
        name: node.name ?? '',
        title: node.title || node.name || '',
        ...living(node),
        number: '',
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
        personal: false,
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
function carriesPersonal({ from, to, mappings }: Flow, entities: ReadonlyMap<string, Entity>, personal: ReadonlySet<string>): boolean {
    if (mappings.length > 0) return mappings.some(({ sources, target }) => personal.has(target) || sources.some((source) => personal.has(source)));
    return [from, to].some((end) => end.entity !== undefined && entities.get(end.entity)?.fields.some((field) => field.personal));
}
