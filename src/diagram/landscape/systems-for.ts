import type { CrmModel, View } from '../../model/crm-model.ts';
import { journeysFor } from '../audience.ts';

/**
 * The systems that stand behind the journeys of those that a view is for: those at their touchpoints, those that carry the channels, and
 * those that hold the data which is used or captured. Undefined where the view names nobody.
 */
export function systemsFor(model: CrmModel, view: View): ReadonlySet<string> | undefined {
    if (view.audience.length === 0) return undefined;
    const touchpoints = journeysFor(model, view).flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints));
    const carriers = new Map(model.channels.map(({ id, system }) => [id, system]));
    const holders = new Map(
        model.systems.flatMap((system) => system.entities.flatMap((entity) => [entity, ...entity.fields].map(({ id }) => [id, system.id] as const))),
    );
    return new Set(
        touchpoints.flatMap(({ frontstage, backstage, support, channels, uses, captures }) => [
            ...frontstage,
            ...backstage,
            ...support,
            ...channels.flatMap((id) => carriers.get(id) ?? []),
            ...[...uses.map(({ target }) => target), ...captures].flatMap((id) => holders.get(id) ?? []),
        ]),
    );
}
