import type { ThingReference } from './seen.ts';

/** Request, from the client: where a thing of a map is declared. Answers a `Location` of the language server protocol, or null. */
export const locateThing = 'crmmap/locate';

export interface LocateParams extends ThingReference {
    /** The document whose map holds the thing. */
    readonly uri: string;
}

/** Request, from the client: the whole declaration of a thing. Takes `LocateParams`, answers a `Location`, or null. */
export const locateDeclaration = 'crmmap/declaration';

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
