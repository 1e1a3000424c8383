import type { Entity } from '../model/crm-model.ts';
import { DisjointSets } from './graph/disjoint-sets.ts';

/**
 * The concepts of a map: entities that are the one thing in several systems, because `same as` says so, or because they have
 * the same name.
 */
export interface Concepts {
    /** All concepts, each with its entities in the order of the text. */
    readonly all: readonly (readonly Entity[])[];
    /** The entities of an entity's concept, itself included. */
    peersOf(entity: Entity): readonly Entity[];
    /** The entities of its concept that are marked as master. */
    mastersOf(entity: Entity): readonly Entity[];
}

/** The concepts of some entities; `same as` counts over all of them, so that what is retired still joins what is not. */
export function conceptsOf(entities: readonly Entity[], all: readonly Entity[] = entities): Concepts {
    const sets = new DisjointSets();
    for (const entity of entities) sets.join(entity.id, `name ${entity.name.toLowerCase()}`);
    for (const entity of all) for (const other of entity.sameAs) sets.join(entity.id, other);
    const groups = new Map<string, Entity[]>();
    for (const entity of entities) {
        const root = sets.rootOf(entity.id);
        const group = groups.get(root);
        if (group) group.push(entity);
        else groups.set(root, [entity]);
    }
    const peersOf = (entity: Entity): readonly Entity[] => groups.get(sets.rootOf(entity.id)) ?? [entity];
    return { all: [...groups.values()], peersOf, mastersOf: (entity) => peersOf(entity).filter(({ master }) => master) };
}
