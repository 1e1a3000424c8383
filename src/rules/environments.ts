import type { System } from '../model/crm-model.ts';

/** Whether real customers and real data are at stake; a system that states no environment counts as production. */
export function isProduction({ environment }: System): boolean {
    return environment === undefined || environment === 'production';
}
