import type { Journey, Way } from '../../model/crm-model.ts';

/** Whether a journey's ways were written; else its touchpoints follow each other. */
export function statesWays({ ways }: Journey): boolean {
    return ways.some(({ source }) => source !== undefined);
}

/** The ways of a journey by the touchpoint that they leave. */
export function waysFrom({ ways }: Journey): ReadonlyMap<string, readonly Way[]> {
    const leaving = new Map<string, Way[]>();
    for (const way of ways) {
        const known = leaving.get(way.from);
        if (known) known.push(way);
        else leaving.set(way.from, [way]);
    }
    return leaving;
}
