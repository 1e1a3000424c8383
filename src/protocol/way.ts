import { isRecord } from './is-record.ts';
import { filterNames, type FilterName, type OverlayName, overlayNames, type ViewAdjustments } from '../diagram/adjust/adjustments.ts';
import type { FilterChoices } from '../diagram/adjust/choices.ts';
import { type GroupFacts, type Grouping, groupings } from '../diagram/things/group-facts.ts';

export type { FilterName, OverlayName, ViewAdjustments } from '../diagram/adjust/adjustments.ts';
export type { Choice, FilterChoices } from '../diagram/adjust/choices.ts';
export type { GroupFacts, Grouping } from '../diagram/things/group-facts.ts';

/** How the view that is shown can be changed by hand, and how it is. */
export interface ViewWay {
    /** The filters that mean something for this kind of view. */
    readonly filters: readonly FilterName[];
    /** The overlays that this kind of view draws: whether they are on, and what the text says. */
    readonly overlays: readonly { readonly name: OverlayName; readonly isOn: boolean; readonly isInText: boolean }[];
    /** The filters that are set, also those that mean nothing here, with the titles of their values. */
    readonly set: readonly { readonly name: FilterName; readonly value: string; readonly title: string; readonly applies: boolean }[];
    /** What filters leave of the view, and what this is counted in, as "systems"; absent where none applies. */
    readonly filtered?: { readonly shown: number; readonly of: number; readonly noun: string };
}

/** Request, from the client: something about a map that is only needed now and then. */
export const askPreview = 'crmmap/preview/ask';

export interface PreviewQuestion {
    /** The document whose map is meant. */
    readonly uri: string;
    readonly question: Question;
}

/**
 * What the page asks: what the map can be filtered by, which views draw which things, a view drawn without anybody's filters, or what
 * cards say of the groups of a landscape that is drawn folded.
 */
export type Question =
    | { readonly ask: 'choices' }
    | { readonly ask: 'places' }
    | { readonly ask: 'thumbnail'; readonly view: string }
    | { readonly ask: 'groups'; readonly by: Grouping };

/** Null where there is no such map, or no such picture. */
export type Answer =
    | { readonly ask: 'choices'; readonly choices: readonly FilterChoices[] }
    | { readonly ask: 'places'; readonly places: readonly ViewThings[] }
    | { readonly ask: 'thumbnail'; readonly svg: string }
    | { readonly ask: 'groups'; readonly groups: readonly GroupFacts[] }
    | null;

/** The things that a view draws, as `kind:id`. */
export interface ViewThings {
    readonly view: string;
    readonly things: readonly string[];
}

/** A question of the page; undefined where a value is none. */
export function readQuestion(value: unknown): Question | undefined {
    if (!isRecord(value)) return undefined;
    const { ask, view, by } = value;
    if (ask === 'choices' || ask === 'places') return { ask };
    const grouping = groupings.find((one) => one === by);
    if (ask === 'groups') return grouping && { ask, by: grouping };
    return ask === 'thumbnail' && typeof view === 'string' ? { ask, view } : undefined;
}

/** Adjustments that a page sends or VS Code kept: what is none is left out. */
export function readAdjustments(value: unknown): ViewAdjustments {
    if (!isRecord(value)) return {};
    const { filters, overlays } = value;
    const chosen = filterNames.flatMap((name) => {
        const values = isRecord(filters) && Array.isArray(filters[name]) ? filters[name].filter((one): one is string => typeof one === 'string') : [];
        return values.length === 0 ? [] : [[name, values] as const];
    });
    const switched = overlayNames.flatMap((name) => (isRecord(overlays) && typeof overlays[name] === 'boolean' ? [[name, overlays[name]] as const] : []));
    return {
        ...(chosen.length === 0 ? {} : { filters: Object.fromEntries(chosen) }),
        ...(switched.length === 0 ? {} : { overlays: Object.fromEntries(switched) }),
    };
}
