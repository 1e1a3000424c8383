import type { ViewSummary } from './preview.ts';
import type { ThingReference } from './seen.ts';

/** Request, from the client: what the maps of the workspace hold. Answers an `Outline`. */
export const readOutline = 'crmmap/outline';

/** Notification, from the server: the outline that was asked for last no longer holds. It is told once, until it is asked for again. */
export const outlineChanged = 'crmmap/outline/changed';

export interface Outline {
    readonly maps: readonly OutlineMap[];
}

/** A map without any place in its texts: things are found by kind and id, so that edits elsewhere leave it as it is. */
export interface OutlineMap extends MapFiles {
    readonly systems: readonly OutlineSystem[];
    readonly lifecycles: readonly OutlineWay[];
    readonly journeys: readonly OutlineWay[];
    readonly views: readonly OutlineView[];
}

export interface OutlineThing extends ThingReference {
    readonly title: string;
    /** Name of the view that shows it best. */
    readonly view?: string;
}

export interface OutlineSystem extends OutlineThing {
    readonly category?: string;
    readonly vendor?: string;
    /** Titles of the team and the region. */
    readonly owner?: string;
    readonly region?: string;
    readonly external: boolean;
    readonly entities: readonly OutlineEntity[];
}

export interface OutlineEntity extends OutlineThing {
    readonly master: boolean;
    readonly personal: boolean;
}

/** A journey or a lifecycle. */
export interface OutlineWay extends OutlineThing {
    readonly stages: readonly OutlineStage[];
}

export interface OutlineStage extends OutlineThing {
    readonly touchpoints: readonly OutlineTouchpoint[];
}

export interface OutlineTouchpoint extends OutlineThing {
    /** -2 to +2. */
    readonly emotion?: number;
    readonly pains: number;
}

export interface OutlineView extends ViewSummary {
    /** It stands in the text; other views come by themselves. */
    readonly declared: boolean;
}

/** Request, from the client: the map that a file belongs to, where it is one map. Params: `MapOfParams`; answers `MapFiles`, or null. */
export const readMapOf = 'crmmap/mapOf';

export interface MapOfParams {
    readonly uri: string;
}

export interface MapFiles {
    /** The file that imports the others. */
    readonly uri: string;
    readonly title: string;
    /** The addresses of all its files. */
    readonly files: readonly string[];
}
