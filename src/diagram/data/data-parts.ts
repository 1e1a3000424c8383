import type { Block, ThingRef } from '../marks.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import type { LegendGroup } from '../parts/legend.ts';
import type { Sheet } from '../sheet.ts';

/** The entities of a system with their fields and references: everything with its size, nothing with a place. All lengths are px. */
export interface DataDiagram {
    readonly kind: 'data';
    readonly sheet: Sheet;
    readonly showTitle: boolean;
    /** Absent where the view hides it. */
    readonly panel?: FactPanel;
    /** Those of the system, then small ones for what they refer to outside it. */
    readonly cards: readonly DataCard[];
    readonly references: readonly DataReference[];
    readonly legend: readonly LegendGroup[];
    /** Said in place of a drawing where there is nothing to draw. */
    readonly empty?: string;
}

export interface DataCard {
    /** The entity's id. */
    readonly id: string;
    readonly thing: ThingRef;
    readonly block: Block;
    /** Where references come in, at the left border: the first, and each further one so much below. */
    readonly entry: { readonly y: number; readonly pitch: number };
}

/** From a field to the entity that it refers to. */
export interface DataReference {
    /** The field's id. */
    readonly id: string;
    readonly thing: ThingRef;
    readonly from: string;
    /** The level of the field in its card. */
    readonly fromY: number;
    readonly to: string;
    /** Each record refers to one; else to one or none. */
    readonly required: boolean;
}
