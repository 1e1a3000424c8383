import type { Block, ThingRef } from '../marks.ts';
import type { FlowTiming } from '../parts/flow-line.ts';
import type { LegendGroup } from '../parts/legend.ts';
import type { TableColumn, TableRow } from '../parts/table.ts';
import type { Sheet } from '../sheet.ts';

/** The systems of a map and the flows between them: everything with its size, nothing with a place. All lengths are px. */
export interface LandscapeDiagram {
    readonly kind: 'landscape';
    readonly sheet: Sheet;
    readonly direction: 'right' | 'down';
    readonly groups: readonly LandscapeGroup[];
    readonly flows: readonly LandscapeFlow[];
    readonly hops: readonly LandscapeHop[];
    /** The groups by column, from the left and from above; where the picture runs downwards, by row. Without it the engine decides. */
    readonly columns?: readonly (readonly string[])[];
    readonly legend: readonly LegendGroup[];
    readonly register?: readonly TableRow[];
    /** Where the table below the drawing is another than that of the interfaces: its title and columns, and how wide it has to be at least. */
    readonly registerHead?: { readonly title: string; readonly columns: readonly TableColumn[]; readonly rowHeight?: number; readonly leastWidth: number };
    /** Explains the dash of the register, where one stands in it. */
    readonly registerNote?: string;
    /** Said above the drawing where it does not show everything as it is. */
    readonly note?: string;
    /** Said in place of a drawing where there is nothing to draw. */
    readonly empty?: string;
    readonly showTitle: boolean;
}

/** What of a landscape decides where things stand: nothing else of it is to be asked for by who gives them their places. */
export type LandscapeGraph = Pick<LandscapeDiagram, 'direction' | 'groups' | 'hops' | 'columns'>;

/** Cards in one frame. A group without a caption has no frame, and holds one card. */
export interface LandscapeGroup {
    readonly id: string;
    readonly caption?: string;
    /** The region code at the right end of the frame. */
    readonly code?: string;
    /** Wide enough for caption and code. */
    readonly minWidth: number;
    readonly cards: readonly LandscapeCard[];
}

export interface LandscapeCard {
    /** The system's id. */
    readonly id: string;
    readonly thing: ThingRef;
    readonly block: Block;
    /** How long it would be along its column without the lines that came last. */
    readonly settled?: number;
}

export interface LandscapeFlow {
    readonly id: string;
    readonly thing: ThingRef;
    readonly timing?: FlowTiming;
    /** Drawn thin: a flow without a timing among others that have one, or what is no flow, as a touchpoint that stands on a system. */
    readonly look?: 'flow-use';
}

/**
 * One stretch of a flow, from card to card: a flow through middleware has several. It runs in the direction in which it is laid
 * out, so that all hops together have no circle; `heads` says where the data goes.
 */
export interface LandscapeHop {
    readonly id: string;
    readonly flow: string;
    readonly from: string;
    readonly to: string;
    readonly heads: 'end' | 'start' | 'both';
    /** The fullest first, the badge alone last. */
    readonly labels: readonly HopLabel[];
    /** The end at which room is kept for the label, where the hop's groups have columns. */
    readonly labelAt?: 'from' | 'to';
    /** One of the last of the text: it finds its way in a picture that stands already. */
    readonly late?: boolean;
}

/** What stands at a line: the name above, the badge on it, the timing below. */
export interface HopLabel {
    /** Its marks start at the top left of the box. */
    readonly block: Block;
    /** Where in the block the line passes, and the badge has its middle. */
    readonly lineX: number;
    readonly lineY: number;
    readonly badgeWidth: number;
    readonly badgeHeight: number;
    /** Which stretches of a line it can stand on. */
    readonly runs: 'level' | 'upright' | 'any';
    /** It says the name of its flow. */
    readonly named?: boolean;
}
