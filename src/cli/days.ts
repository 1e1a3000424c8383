import type { Host } from './host.ts';
import type { Reason } from './watch.ts';

/** So often the calendar is looked at: a timer until midnight would be late on a machine that slept. */
const lookMs = 30_000;

/** Every new day is a reason to do work again, unless another day than today was asked for. */
export function newDays(fixed: string | undefined, { today }: Pick<Host, 'today'>): Reason | undefined {
    return fixed === undefined ? (again) => onNewDays(today, again) : undefined;
}

/**
 * Tells of every new day.
 *
 * @param today the day by the calendar now, ISO
 * @returns what ends it
 */
function onNewDays(today: () => string, tell: () => void): () => void {
    let day = today();
    const looking = setInterval(() => {
        const now = today();
        if (now === day) return;
        day = now;
        tell();
    }, lookMs);
    return () => clearInterval(looking);
}
