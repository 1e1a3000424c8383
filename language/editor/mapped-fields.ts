import { type Entity, type Field, type Flow, isEntity } from '../generated/ast.ts';

/** How many of the fields that a flow could fill it does fill; undefined where it has no `map` line. Computed fields do not count. */
export function mappedFields(flow: Flow): { readonly mapped: number; readonly fields: number } | undefined {
    const targets = new Set(flow.mappings.map(({ target }) => target?.ref).filter((field) => field !== undefined));
    if (targets.size === 0) return undefined;
    const end = (flow.arrow === '<-' ? flow.from : flow.to)?.ref;
    const entities = new Set<Entity>([...(isEntity(end) ? [end] : []), ...[...targets].map((field) => field.$container)]);
    const fields = [...entities].flatMap((entity) => entity.fields).filter((field) => !isComputed(field));
    return { mapped: fields.filter((field) => targets.has(field)).length, fields: fields.length };
}

function isComputed(field: Field): boolean {
    return field.modifiers.some(({ name }) => name === 'formula');
}
