import type { Block, ThingRef } from '../marks.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import type { LegendGroup } from '../parts/legend.ts';
import type { TableRow } from '../parts/table.ts';
import type { Sheet } from '../sheet.ts';

/** The fields of a flow's two sides and the lines between them: everything with its size. All lengths are px. */
export interface MappingDiagram {
    readonly kind: 'mapping';
    readonly sheet: Sheet;
    readonly showTitle: boolean;
    /** Absent where the view hides it. */
    readonly panel?: FactPanel;
    readonly left: MappingColumn;
    readonly right: MappingColumn;
    readonly lines: readonly MappingLine[];
    /** Said between the cards where there is no line. */
    readonly empty?: string;
    readonly findings: readonly TableRow[];
    /** Pairs of values that found no room on a plate. */
    readonly values: readonly TableRow[];
    readonly legend: readonly LegendGroup[];
}

/** Cards below each other, all of one width. */
export interface MappingColumn {
    readonly width: number;
    readonly height: number;
    readonly cards: readonly MappingCard[];
    /** Fields that nothing is mapped to: where their rings stand on the border that faces the other side. */
    readonly rings: readonly { readonly y: number; readonly missing: boolean }[];
}

export interface MappingCard {
    readonly thing: ThingRef;
    readonly y: number;
    readonly block: Block;
}

/** From one field or several to one: places are those of ports on the facing borders. */
export interface MappingLine {
    readonly id: string;
    readonly thing: ThingRef;
    /** The first leads straight to the plate, the others join it. */
    readonly from: readonly number[];
    readonly to: number;
    readonly twoWay: boolean;
    readonly plate?: Block;
}
