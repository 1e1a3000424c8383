import type { Entity, Flow, Limit, System, Volume } from '../model/crm-model.ts';
import type { RuleContext } from './rule-context.ts';
import { monthsOf, unitsPer } from './times.ts';

/** What the flows of a system ask of one of its limits, in the unit of the limit. */
export interface Load {
    readonly system: System;
    readonly limit: Limit;
    readonly total: number;
    /** Each flow with what it adds. */
    readonly flows: readonly { readonly flow: Flow; readonly load: number }[];
}

/** The loads of all limits that have any. A flow counts at its ends and at what it goes via, once each. */
export function loadsOf({ systems, flows }: RuleContext): Load[] {
    const limited = new Map(systems.filter(({ limits }) => limits.length > 0).map((system) => [system.id, [] as Flow[]]));
    for (const flow of flows) for (const id of new Set([flow.from.system, flow.to.system, ...flow.via])) limited.get(id)?.push(flow);
    return systems.flatMap((system) =>
        system.limits.map((limit) => {
            const own = (limited.get(system.id) ?? []).flatMap((flow) => {
                const load = rateOf(flow.volume, limit.per);
                return load === undefined ? [] : [{ flow, load }];
            });
            return { system, limit, flows: own, total: own.reduce((sum, { load }) => sum + load, 0) };
        }),
    );
}

/** A volume per a unit of time; undefined where it is none, or counts what lies there. */
export function rateOf(volume: Volume | undefined, per: string): number | undefined {
    const factor = volume?.per === undefined ? undefined : unitsPer(volume.per, per);
    return volume && factor !== undefined ? volume.amount * factor : undefined;
}

/** By how much a volume is multiplied every month; 1 where it does not grow. */
export function monthlyGrowth(volume: Volume | undefined): number {
    const months = volume?.growthPer === undefined ? undefined : monthsOf(volume.growthPer);
    return volume?.growth === undefined || !months ? 1 : (1 + Math.max(-100, volume.growth) / 100) ** (1 / months);
}

/** A flow grows as it says, else as the entity that it takes, else as the one that it brings. */
export function growthOf(flow: Flow, entityById: ReadonlyMap<string, Entity>): number {
    const volumes = [flow.volume, ...[flow.from, flow.to].map(({ entity }) => entityById.get(entity ?? '')?.volume)];
    return monthlyGrowth(volumes.find((volume) => volume?.growth !== undefined));
}
