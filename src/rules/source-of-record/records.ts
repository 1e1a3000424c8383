import type { Entity, System } from '../../model/crm-model.ts';
import { isProduction } from '../environments.ts';

/** Whether an entity holds real records: what stands in a sandbox or for a test is a copy to try things with. */
export function isRecord({ system }: Entity, systemById: ReadonlyMap<string, System>): boolean {
    const holder = systemById.get(system);
    return holder === undefined || isProduction(holder);
}
