import { isRecord } from './is-record.ts';
import type { OwnView } from '../diagram/things/own-views.ts';
import type { ViewKind } from '../model/crm-model.ts';

export type { OwnView } from '../diagram/things/own-views.ts';

/** Kind and id of a thing as the model has them. */
export interface ThingReference {
    readonly kind: string;
    readonly id: string;
}

/** Where the reader has put the picture: fitted to the page, or its left upper corner in px of the page, with its scale. */
export type Place = { readonly fit: 'width' | 'whole' } | { readonly x: number; readonly y: number; readonly scale: number };

/** What was seen: a view of a map, or one of a single thing, and where in it. */
export interface Seen {
    readonly view?: string;
    readonly own?: OwnView;
    readonly place?: Place;
}

/** The views that a reader came through, as a browser has pages. */
export interface Seens {
    readonly back: readonly Seen[];
    readonly forward: readonly Seen[];
}

/** The views that VS Code kept of a page; what is not of that form is left out. */
export function readSeens(value: unknown): Seens | undefined {
    if (!isRecord(value)) return undefined;
    const list = (name: string): Seen[] => (Array.isArray(value[name]) ? value[name].filter(isRecord).map(readSeen) : []);
    return { back: list('back'), forward: list('forward') };
}

function readSeen({ view, own, place }: Readonly<Record<string, unknown>>): Seen {
    return { view: typeof view === 'string' ? view : undefined, own: readOwnView(own), place: readPlace(place) };
}

/** The view of one thing that a value names; undefined where it names none. */
export function readOwnView(value: unknown): OwnView | undefined {
    if (!isRecord(value)) return undefined;
    const of = readThing(value['of']);
    const as = viewKinds.find((kind) => kind === value['as']);
    return of && as && { as, of };
}

/** The reference to a thing in a value that the page sent. */
export function readThing(value: unknown): ThingReference | undefined {
    if (!isRecord(value) || typeof value['kind'] !== 'string' || typeof value['id'] !== 'string') return undefined;
    return { kind: value['kind'], id: value['id'] };
}

export function readPlace(value: unknown): Place | undefined {
    if (!isRecord(value)) return undefined;
    const { fit, x, y, scale } = value;
    if (fit === 'width' || fit === 'whole') return { fit };
    return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(scale) ? { x: Number(x), y: Number(y), scale: Number(scale) } : undefined;
}

const viewKinds: readonly ViewKind[] = ['landscape', 'profile', 'mapping', 'data', 'journey', 'blueprint', 'lifecycle', 'trace', 'scorecard', 'matrix'];
