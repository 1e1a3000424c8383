import type { Dependence } from '../diagram/things/dependence.ts';
import type { Fact } from '../diagram/things/thing-facts.ts';
import type { ViewKind } from '../model/crm-model.ts';
import type { OwnView, ThingReference } from './seen.ts';
import type { TextChange } from './text-change.ts';
import type { ViewAdjustments, ViewWay } from './way.ts';

export type { Dependence } from '../diagram/things/dependence.ts';

/** Request, from the client: keep a preview of a map up to date. Asking again with the same `preview` changes what it shows. */
export const subscribePreview = 'crmmap/preview/subscribe';

/** What a reader wants to see of a map. The page keeps it, and sends all of it when any of it changes. */
export interface PreviewWish {
    /** Name of the view; the map's first view that can be drawn where it is absent or unknown. */
    readonly view?: string;
    /** A view of one thing, in place of `view`, whether the text declares one or not. */
    readonly own?: OwnView;
    /** How the reader has changed the views of the map by hand. */
    readonly adjust?: ViewAdjustments;
}

export interface PreviewSubscription extends PreviewWish {
    /** The client's own name for the preview. */
    readonly preview: string;
    /** The document whose map is shown. */
    readonly uri: string;
    /** Whether a picture may come as what has changed since the last one. The first one after each request is whole. */
    readonly changes?: boolean;
}

/** Notification, from the client: the preview is closed. */
export const unsubscribePreview = 'crmmap/preview/unsubscribe';

export interface PreviewEnd {
    readonly preview: string;
}

/** Notification, from the server: what a preview shows now. */
export const previewPicture = 'crmmap/preview/picture';

export interface ViewSummary {
    readonly name: string;
    readonly title: string;
    readonly kind: ViewKind;
}

export type Picture =
    | { readonly state: 'drawn'; readonly svg: string }
    /** As that of the content with the version `since`, but for some stretches. Only for those who asked for it (`changes`). */
    | { readonly state: 'changed'; readonly since: number; readonly change: TextChange }
    /** There is nothing to be drawn; the message says why, and what to do. `example` is a text to write. */
    | { readonly state: 'empty'; readonly why: WhyEmpty; readonly message: string; readonly example?: string }
    /** Drawing failed; a picture from before stays where it is. */
    | { readonly state: 'failed'; readonly message: string };

/** The file is gone or too large to be read, nothing is declared yet, the map has no view, it has not the thing that the view shows, or filters leave nothing of it. */
export type WhyEmpty = 'gone' | 'too-large' | 'empty-map' | 'no-view' | 'no-thing' | 'filtered';

export interface PreviewContent {
    readonly preview: string;
    readonly uri: string;
    /** Counts up for each preview: a higher version is newer. */
    readonly version: number;
    /** Version of the document that the picture shows, as the editor counts; absent where the file is not open. */
    readonly documentVersion?: number;
    readonly mapTitle: string;
    readonly views: readonly ViewSummary[];
    /** Name of the view that is shown; absent where it is none that the map lists. */
    readonly view?: string;
    /** The view of one thing that is shown, where the map lists none for just that. */
    readonly own?: OwnView;
    /** How the view can be changed by hand, and is; absent where there is no view. */
    readonly way?: ViewWay;
    /** What the checks found in all files of the map. */
    readonly problems: { readonly errors: number; readonly warnings: number };
    readonly picture: Picture;
}

/** Notification, from the server: a picture takes its time. What the preview shows stays until that comes, or something else is asked for. */
export const previewBusy = 'crmmap/preview/busy';

/** What is being drawn, and what could be asked for instead. */
export type PreviewBusy = Pick<PreviewContent, 'preview' | 'uri' | 'views' | 'view' | 'own'>;

/** Notification, from the server: what is known of the things of a preview's map. It follows a picture, and only when it has changed. */
export const previewThings = 'crmmap/preview/things';

export interface PreviewThings {
    readonly preview: string;
    readonly uri: string;
    /** All things of the map, whether the picture shows them or not, each after what it is part of. */
    readonly things: readonly ThingFacts[];
    /** What hangs on what. */
    readonly dependence: Dependence;
}

export interface ThingFacts extends ThingReference {
    readonly title: string;
    /** Position of the thing that it is part of. */
    readonly within?: number;
    /** The words by which it can be found: title, name, id, number, vendor, category, and tags as `#tag`. */
    readonly words: readonly string[];
    readonly facts: readonly Fact[];
    /** The views that it can be opened in, the best first. */
    readonly own: readonly OwnView[];
    readonly problems: readonly ThingProblem[];
}

export interface ThingProblem {
    readonly severity: 'error' | 'warning' | 'info';
    readonly code: string;
    readonly message: string;
}
