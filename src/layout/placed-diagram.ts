import type { Mark } from '../diagram/marks.ts';
import type { Sheet } from '../diagram/sheet.ts';

/** A picture in which everything has its place: what `src/render` turns into SVG. */
export interface PlacedDiagram {
    readonly sheet: Sheet;
    /** Size of the whole sheet in px. */
    readonly width: number;
    readonly height: number;
    /** Its size on paper, where it is made for paper. */
    readonly millimetres?: { readonly width: number; readonly height: number };
    /** In reading order, except where drawing order must differ. */
    readonly marks: readonly Mark[];
}
