/**
 * Every message between the server, the extension and the preview's page.
 *
 * Text that comes from a map (names, titles, error messages, the SVG) is only ever data: it is shown as text, or parsed as XML
 * and cleaned (`webview/clean-svg.ts`), never run, never put into a page as markup, never used as a path or a command.
 */
import type { Dependence } from './diagram/things/dependence.ts';
import type { Fact } from './diagram/things/thing-facts.ts';
import type { ViewKind } from './model/crm-model.ts';
import type { TextDifference } from './picture-change.ts';
import { type Answer, type Question, readAdjustments, readQuestion, type ViewAdjustments, type ViewWay } from './protocol-way.ts';

import { type OwnView, type Place, readOwnView, readPlace, readSeens, readThing, type Seens, type ThingReference } from './protocol-seen.ts';

export type { Dependence };
export { type OwnView, type Place, readThing, type Seen, type Seens, type ThingReference } from './protocol-seen.ts';

// ── Server and extension: JSON-RPC methods beside those of the language server protocol ──

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
    /** As that of the content with the version `since`, but for one stretch. Only for those who asked for it (`changes`). */
    | { readonly state: 'changed'; readonly since: number; readonly change: TextDifference }
    /** There is nothing to be drawn; the message says why, and what to do. `example` is a text to write. */
    | { readonly state: 'empty'; readonly message: string; readonly example?: string }
    /** Drawing failed; a picture from before stays where it is. */
    | { readonly state: 'failed'; readonly message: string };

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

/** Request, from the client: where a thing of a map is declared. Answers a `Location` of the language server protocol, or null. */
export const locateThing = 'crmmap/locate';

export interface LocateParams extends ThingReference {
    /** The document whose map holds the thing. */
    readonly uri: string;
}

/** Request, from the client: the whole declaration of a thing. Takes `LocateParams`, answers a `Location`, or null. */
export const locateDeclaration = 'crmmap/declaration';

/** Request, from the client: what a flow from a thing could lead to. Takes `LocateParams`, answers `FlowTarget[]`. */
export const findFlowTargets = 'crmmap/flowTargets';

export interface FlowTarget {
    /** Id of a system or an entity. */
    readonly id: string;
    readonly title: string;
    /** Title of the system that an entity is in. */
    readonly system?: string;
}

/** Request, from the client: the edit that writes a flow. Answers a `WorkspaceEdit`, or null where an end is not in the map. */
export const writeFlow = 'crmmap/writeFlow';

export interface WriteFlowParams {
    readonly uri: string;
    /** Ids of systems or entities. */
    readonly from: string;
    readonly to: string;
    readonly title?: string;
}

/** Request, from the client: the edit that writes a touchpoint behind another one. Answers a `WorkspaceEdit`, or null. */
export const writeTouchpoint = 'crmmap/writeTouchpoint';

export interface WriteTouchpointParams {
    readonly uri: string;
    /** Id of the touchpoint before it. */
    readonly after: string;
    readonly title: string;
}

/** Request, from the client: a map in another format. */
export const exportMap = 'crmmap/export';

/** What a map can be saved as, beside PNG, which the page draws. */
export const exportFormats = ['svg', 'pdf', 'html', 'drawio', 'mermaid', 'markdown', 'json', 'csv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface ExportParams {
    readonly uri: string;
    readonly format: ExportFormat;
    /** One view as a preview shows it; all views of the map where it is absent, as far as no error stands in their way. */
    readonly wish?: PreviewWish;
}

export interface ExportAnswer {
    readonly files: readonly ExportedFile[];
    /** What could not be made, as sentences. */
    readonly problems: readonly string[];
}

export interface ExportedFile {
    /** Relative to the folder that is chosen for all, with `/`. */
    readonly name: string;
    readonly text?: string;
    /** What is no text. */
    readonly base64?: string;
}

/** Request, from the client: in whose declarations a place of a text is. Answers `ThingReference[]`, the innermost first. */
export const findThingsAt = 'crmmap/thingsAt';

export interface ThingsAtParams {
    /** The document whose map is shown. */
    readonly map: string;
    /** The document with the place. */
    readonly uri: string;
    /** Counted from zero, as the language server protocol does. */
    readonly position: { readonly line: number; readonly character: number };
}

// ── Commands of the extension that the server's lenses call ──

/** Opens the preview. Arguments: nothing for the active editor; or the document's address, and the view to be shown. */
export const openPreviewToSide = 'crmmap.openPreviewToSide';

export interface PreviewTarget {
    readonly uri: string;
    readonly view?: string;
}

/** Shows places in the text. Arguments: address, position and places, as the language server protocol has them. */
export const showReferences = 'crmmap.showReferences';

/** The map and view that a command names; undefined where it names none, as from a menu. */
export function readPreviewTarget(uri: unknown, options: unknown): PreviewTarget | undefined {
    if (typeof uri !== 'string') return undefined;
    const view = isRecord(options) ? options['view'] : undefined;
    return { uri, view: typeof view === 'string' ? view : undefined };
}

/** Notification, from the client: an editor changed a `crmmap.json`. The server does not open such files itself. */
export const settingsEdited = 'crmmap/settings/edited';

export interface SettingsEdit {
    readonly uri: string;
    /** The text that is not saved yet; absent once the file counts as it is on the disk. */
    readonly text?: string;
}

// ── What the maps of a workspace hold: the outline beside the files, and the findings of the active map ──

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

// ── Maps whose text stands in another document, such as a block of a Markdown file ──

/** Request, from the client: check and draw a text. Answers a `DrawnText`, and nothing is kept of it. */
export const drawText = 'crmmap/text/draw';

export interface TextToDraw {
    readonly text: string;
    /** The document that the text stands in: imports are relative to it, and files of the workspace alone are read. */
    readonly within?: string;
    /** Name of the view; the first one that can be drawn where it is absent. */
    readonly view?: string;
}

export interface DrawnText {
    /** The picture, as far as the text can be read. Its ids begin with the id of its root, which no text holds by chance. */
    readonly svg?: string;
    /** Why there is no picture. */
    readonly message?: string;
    /** What is wrong in the text; the first ones, in the order of the text. */
    readonly errors: readonly TextError[];
    /** How many errors there are beside those. */
    readonly moreErrors: number;
    /** Whether the picture depends on other files. */
    readonly imports: boolean;
}

export interface TextError {
    /** Counted from 0. */
    readonly line: number;
    /** The file that it stands in, as the text names it; absent for the text itself. */
    readonly file?: string;
    readonly message: string;
}

// ── Files that the server cannot read itself: in a browser, and in a repository that is only looked at ──

/** Request, from the server: what stands at an address. Params: `FileQuestion`; answers a `ClientFile`, or null. */
export const statFile = 'crmmap/files/stat';

/** Request, from the server: what a folder holds. Params: `FileQuestion`; answers a `ClientFolder`, or null. */
export const listFolder = 'crmmap/files/list';

/** Request, from the server: the text of a file. Params: `FileQuestion`; answers it, or null for what is missing or too large. */
export const readFile = 'crmmap/files/read';

/** In bytes. */
export const largestClientFile = 5_000_000;

export interface FileQuestion {
    readonly uri: string;
}

export interface ClientFile {
    readonly isFile: boolean;
    readonly isDirectory: boolean;
}

export type ClientFolder = readonly (ClientFile & { readonly name: string })[];

/** The first message to a server in a browser; the language server protocol follows. */
export interface WebServerStart {
    /** Address of the script that draws. */
    readonly layout: string;
}

// ── Extension and the preview's page: `postMessage` ──

export type ToWebview =
    | { readonly type: 'content'; readonly content: PreviewContent }
    | { readonly type: 'things'; readonly things: PreviewThings }
    /** Another map is about to be shown, and what the reader wanted to see of it last. */
    | { readonly type: 'waiting'; readonly file: string; readonly wish: PreviewWish }
    /** Something else of the same map is about to be shown, as from a lens. */
    | { readonly type: 'wish'; readonly wish: PreviewWish }
    /** Whether the panel stays with its map; the page keeps that for a restart. */
    | { readonly type: 'pinned'; readonly pinned: boolean }
    /** A picture takes its time. */
    | { readonly type: 'busy'; readonly busy: PreviewBusy }
    /** Whether the server runs, without which a picture stays as it is. */
    | { readonly type: 'server'; readonly isRunning: boolean }
    /** Have a picture drawn in pixels, to be sent back or put into the clipboard. */
    | { readonly type: 'pixels'; readonly id: number; readonly svg: string; readonly scale: number; readonly into: 'answer' | 'clipboard' }
    /** The things whose declarations the cursor is in, the innermost first; the first of them that is drawn is marked. */
    | { readonly type: 'mark'; readonly things: readonly ThingReference[] }
    /** The answer to a question of the page, by the number that it was asked under. */
    | { readonly type: 'answer'; readonly number: number; readonly answer: Answer };

export type FromWebview =
    /** The page has been loaded, and what it has kept. */
    | { readonly type: 'ready'; readonly state: WebviewState }
    /** A thing was clicked; to the side where its text is to be shown beside, with the preview staying where it is. */
    | { readonly type: 'select'; readonly thing: ThingReference; readonly aside: boolean }
    | { readonly type: 'wish'; readonly wish: PreviewWish }
    | { readonly type: 'ask'; readonly number: number; readonly question: Question }
    /** The reader wants the server to be started anew. */
    | { readonly type: 'restartServer' }
    /** A picture in pixels, as PNG, which is empty where it is in the clipboard; or why there is none. */
    | { readonly type: 'pixels'; readonly id: number; readonly png: Uint8Array }
    | { readonly type: 'pixels'; readonly id: number; readonly error: string }
    /** The content of this version is on the screen. */
    | { readonly type: 'painted'; readonly version: number };

/** What the page keeps for itself while it is hidden, and VS Code over a restart. */
export interface WebviewState extends PreviewWish {
    readonly uri?: string;
    /** Whether the panel stays with this map. */
    readonly pinned?: boolean;
    readonly place?: Place;
    /** The views that the reader came through. */
    readonly seens?: Seens;
}

/** A message of the preview's page, or undefined where a value is none. The page is not trusted to send the right shape. */
export function readFromWebview(value: unknown): FromWebview | undefined {
    if (!isRecord(value)) return undefined;
    switch (value['type']) {
        case 'ready':
            return { type: 'ready', state: readWebviewState(value['state']) };
        case 'select': {
            const thing = readThing(value['thing']);
            return thing && { type: 'select', thing, aside: value['aside'] === true };
        }
        case 'wish':
            return isRecord(value['wish']) ? { type: 'wish', wish: readWish(value['wish']) } : undefined;
        case 'ask': {
            const question = readQuestion(value['question']);
            return question && typeof value['number'] === 'number' ? { type: 'ask', number: value['number'], question } : undefined;
        }
        case 'restartServer':
            return { type: 'restartServer' };
        case 'pixels': {
            const { id, png, error } = value;
            if (typeof id !== 'number') return undefined;
            if (typeof error === 'string') return { type: 'pixels', id, error };
            return png instanceof Uint8Array ? { type: 'pixels', id, png } : undefined;
        }
        case 'painted':
            return typeof value['version'] === 'number' ? { type: 'painted', version: value['version'] } : undefined;
        default:
            return undefined;
    }
}

/** What VS Code kept of a page; empty where the value is not of that form. */
export function readWebviewState(value: unknown): WebviewState {
    if (!isRecord(value)) return {};
    const { uri, pinned } = value;
    return {
        ...readWish(value),
        uri: typeof uri === 'string' ? uri : undefined,
        pinned: pinned === true ? true : undefined,
        place: readPlace(value['place']),
        seens: readSeens(value['seens']),
    };
}

/** What a reader wants to see, out of a record that may hold more; what is not of that form is left out. */
export function readWish({ view, own, adjust }: Readonly<Record<string, unknown>>): PreviewWish {
    return { view: typeof view === 'string' ? view : undefined, own: readOwnView(own), adjust: adjust === undefined ? undefined : readAdjustments(adjust) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}
