import type { directions, groupings, hideables, lanes, overlays, viewKinds } from './vocabulary.ts';

/** What a kind of view can do with the options of a view. `title`, `theme` and `page` hold for all kinds. */
export interface ViewOptions {
    /** `include` and `exclude`. */
    readonly selectors: boolean;
    /** `for` a persona or segment. */
    readonly audience: boolean;
    readonly groupBy: readonly (keyof typeof groupings)[];
    readonly overlays: readonly (keyof typeof overlays)[];
    readonly lanes: readonly (keyof typeof lanes)[];
    readonly directions: readonly (keyof typeof directions)[];
    readonly hide: readonly (keyof typeof hideables)[];
}

const nothing: ViewOptions = { selectors: true, audience: false, groupBy: [], overlays: [], lanes: [], directions: [], hide: ['title', 'legend'] };

/** By the kind of view; what a list leaves out has no sense for the kind. */
export const viewOptions: Readonly<Partial<Record<keyof typeof viewKinds, ViewOptions>>> = {
    profile: {
        ...nothing,
        audience: true,
        groupBy: ['category', 'owner', 'region', 'none'],
        overlays: ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'],
        hide: ['title', 'legend', 'facts', 'entities', 'labels'],
    },
    mapping: { ...nothing, overlays: ['region', 'owner', 'lifecycle', 'personal'], hide: ['title', 'legend', 'facts'] },
    data: { ...nothing, overlays: ['region', 'owner', 'lifecycle', 'personal'], hide: ['title', 'legend', 'facts'] },
    scorecard: { ...nothing, audience: true },
    matrix: {
        ...nothing,
        audience: true,
        groupBy: ['category', 'owner', 'region', 'none'],
        overlays: ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'],
    },
};
