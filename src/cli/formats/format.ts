import type { LayoutEngine } from '../../layout/engine.ts';
import type { View } from '../../model/crm-model.ts';
import type { Finding } from '../findings.ts';
import type { MapPictures, MapView } from '../map-pictures.ts';
import type { OutputNames } from '../output-names.ts';
import type { Rasterize } from '../rasterize.ts';
import type { FormatWord } from './words.ts';

/** What the formats need of a map. */
export type FormatMap = Pick<MapPictures, 'shown' | 'model' | 'views'>;

/** A file that an export writes. */
export interface ExportFile {
    /** The view that it shows; absent for what is about the whole map, or about several views. */
    readonly view?: MapView;
    /** The views that it shows together. */
    readonly views?: readonly MapView[];
    /** How messages call it: `view landscape`, `the model`. */
    readonly what: string;
    /** Below the output folder. */
    readonly name: string;
    readonly content: () => Promise<string | Uint8Array> | string;
}

export interface FormatContext {
    readonly names: OutputNames;
    readonly engine: LayoutEngine;
    /** Instead of what the views say. */
    readonly theme: 'auto' | 'light' | 'dark' | undefined;
    /** Whether a view is asked for. */
    readonly isAsked: (view: MapView) => boolean;
    /** What is wrong in a map, and the day for which that holds; without it, nothing that depends on the day. */
    findings(map: FormatMap): readonly Finding[];
    readonly today: string | undefined;
    readonly rasterize: Rasterize;
    /** Font files for what Inter lacks. */
    readonly fonts: readonly Uint8Array[];
    /** Name of the picture of a view, below the output folder. */
    readonly pictureName: (view: MapView) => string;
}

/** What `--format` can ask for. */
export interface Format {
    readonly word: FormatWord;
    /** Which kinds of view it writes; one that is about whole maps writes none. */
    readonly shows: (kind: View['as']) => boolean;
    /** Whether it writes the whole map, whatever views are asked for. */
    readonly whole: boolean;
    /** Formats that it stands beside, and is nothing without. */
    readonly needs?: readonly string[];
    /** All files of a map, also of views that are not asked for: so each has the same name whatever is. */
    readonly files: (map: FormatMap, context: FormatContext) => readonly ExportFile[];
}
