import type { CrmModel } from './crm-model.ts';

interface Thing {
    readonly kind?: string;
    readonly id?: string;
}

/** The lists of things that stand in things. */
const inner = ['entities', 'fields', 'stages', 'activities', 'touchpoints', 'pains', 'opportunities'] as const;

/**
 * A model in which each id stands for one thing of a kind: of those that a broken text declares twice, the first. Whoever draws
 * looks things up by their ids, and would draw each of a thousand doubles a thousand times.
 *
 * @param sound things that hold nothing twice, for callers that keep them; those that are found are added
 */
export function firstOfEach(model: CrmModel, sound?: WeakSet<object>): CrmModel {
    return Object.fromEntries(Object.entries(model).map(([key, value]) => [key, Array.isArray(value) ? once(value, sound) : value])) as unknown as CrmModel;
}

/** The same list where it has nothing twice. */
function once<T extends Thing>(things: readonly T[], sound?: WeakSet<object>): readonly T[] {
    const seen = new Set<string>();
    const kept: T[] = [];
    let same = true;
    for (const thing of things) {
        const key = `${thing.kind} ${thing.id}`;
        const whole = seen.has(key) && thing.id !== undefined ? undefined : withInner(thing, sound);
        same &&= whole === thing;
        seen.add(key);
        if (whole) kept.push(whole);
    }
    return same ? things : kept;
}

function withInner<T extends Thing>(thing: T, sound?: WeakSet<object>): T {
    if (sound?.has(thing)) return thing;
    const parts = thing as Readonly<Record<string, unknown>>;
    let changed: Record<string, unknown> | undefined;
    for (const key of inner) {
        const things = parts[key];
        if (!Array.isArray(things)) continue;
        const kept = once(things as Thing[]);
        if (kept !== things) changed = { ...(changed ?? parts), [key]: kept };
    }
    if (!changed) sound?.add(thing);
    return (changed ?? thing) as T;
}
