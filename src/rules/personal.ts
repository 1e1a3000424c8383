import type { Entity } from '../model/crm-model.ts';

/** Whether an entity has fields that are marked as personal or sensitive. */
export function holdsPersonal(entity: Entity): boolean {
    return entity.fields.some(({ personal }) => personal);
}
