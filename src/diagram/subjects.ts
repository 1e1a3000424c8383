import type { Life, Selector, View } from '../model/crm-model.ts';

/** A thing as the selectors of a view see it, whatever its kind. */
export interface Subject {
    readonly kind: string;
    readonly id: string;
    readonly tags: readonly string[];
    /** Ids of teams: its own owner, and those of what it belongs to. */
    readonly owners: readonly string[];
    readonly life?: Life;
    /** Of what it stands on, where it has no life of its own. */
    readonly lives?: readonly Life[];
    /** Of the interfaces that bring or take its data. */
    readonly timings?: readonly string[];
    readonly categories: readonly string[];
    readonly regions: readonly string[];
    /** It holds, or asks for, personal data. */
    readonly personal: boolean;
    /** `kind:id` of what it is part of or made for: a selector that names one of these means this, too. */
    readonly within: readonly string[];
    /** `kind:id` of what stands one step from it. */
    readonly near: readonly string[];
}

export function keyOf(thing: { readonly kind: string; readonly id: string }): string {
    return `${thing.kind}:${thing.id}`;
}

/** A subject of which nothing is known but what is said. */
export function subject(
    thing: { readonly kind: string; readonly id: string; readonly tags: readonly string[]; readonly owner?: string; readonly life?: Life },
    more: Partial<Subject> = {},
): Subject {
    return {
        kind: thing.kind,
        id: thing.id,
        tags: thing.tags,
        owners: thing.owner === undefined ? [] : [thing.owner],
        ...(thing.life === undefined ? {} : { life: thing.life }),
        categories: [],
        regions: [],
        personal: false,
        within: [],
        near: [],
        ...more,
    };
}

/** Does a selector hold for a thing? What speaks of flows' timing holds for what has interfaces of its own. */
export function holds(selector: Selector, thing: Subject): boolean {
    switch (selector.select) {
        case 'and':
            return selector.operands.every((operand) => holds(operand, thing));
        case 'or':
            return selector.operands.some((operand) => holds(operand, thing));
        case 'not':
            return !holds(selector.operand, thing);
        case 'tag':
            return thing.tags.includes(selector.value);
        case 'category':
            return thing.categories.includes(selector.value);
        case 'region':
            return thing.regions.includes(selector.value);
        case 'owner':
            return thing.owners.includes(selector.value);
        case 'lifecycle':
            return thing.lives === undefined ? (thing.life ?? 'active') === selector.value : thing.lives.some((life) => life === selector.value);
        case 'personal':
            return thing.personal;
        case 'timing':
            return thing.timings?.includes(selector.value) ?? false;
        case 'thing':
            return isPartOf(thing, keyOf(selector));
        case 'neighbours':
            return isPartOf(thing, keyOf(selector)) || thing.near.includes(keyOf(selector));
    }
}

function isPartOf(thing: Subject, key: string): boolean {
    return keyOf(thing) === key || thing.within.includes(key);
}

/** Is a thing shown by a view: named by an `include`, where there is any, and by no `exclude`? */
export function isChosen(view: Pick<View, 'include' | 'exclude'>, thing: Subject): boolean {
    return (view.include.length === 0 || view.include.some((selector) => holds(selector, thing))) && !view.exclude.some((selector) => holds(selector, thing));
}
