import { isRecord } from './is-record.ts';
import type { PreviewBusy, PreviewContent, PreviewThings, PreviewWish } from './preview.ts';
import { type Place, type Seens, type ThingReference, readOwnView, readPlace, readSeens, readThing } from './seen.ts';
import { type Answer, type Question, readAdjustments, readQuestion } from './way.ts';

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
    /** Say when the page has the focus again, which a menu had. */
    | { readonly type: 'focused'; readonly id: number }
    /** The answer to a question of the page, by the number that it was asked under. */
    | { readonly type: 'answer'; readonly number: number; readonly answer: Answer };

export type FromWebview =
    /** The page has been loaded, and what it has kept. */
    | { readonly type: 'ready'; readonly state: WebviewState }
    /** A thing was clicked; to the side where its text is to be shown beside, with the preview staying where it is. */
    | { readonly type: 'select'; readonly thing: ThingReference; readonly aside: boolean }
    | { readonly type: 'wish'; readonly wish: PreviewWish }
    | { readonly type: 'ask'; readonly number: number; readonly question: Question }
    /** The reader wants the server to be started anew, to begin the map from a template, or to see its text. */
    | { readonly type: 'restartServer' | 'template' | 'text' }
    /** A picture in pixels, as PNG, which is empty where it is in the clipboard; or why there is none. */
    | { readonly type: 'pixels'; readonly id: number; readonly png: Uint8Array }
    | { readonly type: 'pixels'; readonly id: number; readonly error: string }
    /** The page has the focus again, or will not get it. */
    | { readonly type: 'focused'; readonly id: number }
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
        case 'template':
        case 'text':
            return { type: value['type'] };
        case 'pixels': {
            const { id, png, error } = value;
            if (typeof id !== 'number') return undefined;
            if (typeof error === 'string') return { type: 'pixels', id, error };
            return png instanceof Uint8Array ? { type: 'pixels', id, png } : undefined;
        }
        case 'focused':
            return typeof value['id'] === 'number' ? { type: 'focused', id: value['id'] } : undefined;
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
