import type { ViewKind } from '../../model/crm-model.ts';

/** What a reader can narrow a view by. `personal` has the one value `only`. */
export const filterNames = ['persona', 'segment', 'owner', 'tag', 'category', 'region', 'timing', 'personal'] as const;
export type FilterName = (typeof filterNames)[number];

export const overlayNames = ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'] as const;
export type OverlayName = (typeof overlayNames)[number];

/** How a reader changes a view by hand, beside its text. */
export interface ViewAdjustments {
    /** Keeps what holds for one of the values of each filter. Ids of personas, segments, teams and regions; words of the language else. */
    readonly filters?: Readonly<Partial<Record<FilterName, readonly string[]>>>;
    /** Overlays that are switched on or off, whatever the view says. */
    readonly overlays?: Readonly<Partial<Record<OverlayName, boolean>>>;
}

const people: readonly FilterName[] = ['persona', 'segment'];
const ofSystems: readonly FilterName[] = ['owner', 'tag', 'category', 'region', 'personal'];

/** The filters that mean something for a kind of view. */
export function filtersFor(kind: ViewKind): readonly FilterName[] {
    switch (kind) {
        case 'data':
            return [...ofSystems, 'timing'];
        case 'mapping':
            return ofSystems;
        case 'scorecard':
            return [...people, 'owner', 'tag'];
        default:
            return filterNames;
    }
}

/** The overlays that a kind of view draws. */
export function overlaysFor(kind: ViewKind): readonly OverlayName[] {
    switch (kind) {
        case 'data':
        case 'mapping':
            return ['region', 'owner', 'lifecycle', 'personal'];
        case 'scorecard':
            return [];
        default:
            return overlayNames;
    }
}
