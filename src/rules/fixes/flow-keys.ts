import type { Entity, Field, Flow } from '../../model/crm-model.ts';

/** The fields by which a flow can know a record, as the flow names them: keys first, then what is unique, ids, and email addresses. */
export function keysOf({ from, to }: Flow, entityById: ReadonlyMap<string, Entity>): string[] {
    const holders = [to, from].flatMap(({ entity }) => entityById.get(entity ?? '') ?? []);
    const ranked = holders.flatMap((holder) => tellingFields(holder).map(localName));
    return [...new Set(ranked)];
}

/** The fields of an entity that tell its records apart, the best one first. */
export function tellingFields({ fields }: Entity): Field[] {
    const usable = fields.filter(({ deprecated }) => !deprecated);
    const groups: ((field: Field) => boolean)[] = [
        ({ key }) => key,
        ({ unique }) => unique,
        ({ type }) => type.name === 'id',
        ({ type }) => type.name === 'email',
    ];
    return [...new Set(groups.flatMap((is) => usable.filter(is)))];
}

/** A field's name as its own entity, and a flow that ends there, can write it. */
export function localName({ id, entity }: Field): string {
    return id.slice(entity.length + 1);
}
