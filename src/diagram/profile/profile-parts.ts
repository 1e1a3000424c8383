import type { Block, ThingRef } from '../marks.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import type { FlowTiming } from '../parts/flow-line.ts';
import type { LegendGroup } from '../parts/legend.ts';
import type { Sheet } from '../sheet.ts';

/** One entity, what fills it and what reads it: everything with its size. All lengths are px. */
export interface ProfileDiagram {
    readonly kind: 'profile';
    readonly sheet: Sheet;
    readonly showTitle: boolean;
    /** Absent where the view hides it. */
    readonly facts?: FactPanel;
    readonly centre: ProfileCentre;
    readonly left: ProfileSide;
    readonly right: ProfileSide;
    readonly legend: readonly LegendGroup[];
}

/** The entity in the frame of its system. */
export interface ProfileCentre {
    readonly caption: string;
    /** Region code at the right end of the frame. */
    readonly code?: string;
    readonly thing: ThingRef;
    readonly block: Block;
    /** The middle of each field's row, from the top of the block. */
    readonly rows: readonly { readonly field: string; readonly y: number }[];
    /** Said in the frame, below the entity, where lines end that name only the system. */
    readonly systemWords?: string;
}

/** A column beside the entity. */
export interface ProfileSide {
    readonly width: number;
    readonly entries: readonly ProfileEntry[];
}

export type ProfileEntry = ProfileWords | ProfileItem;

export interface ProfileWords {
    readonly type: 'words';
    /** Free space above it, unless it is the first. */
    readonly above: number;
    readonly block: Block;
}

/** A card with the lines that end at it. */
export interface ProfileItem {
    readonly type: 'item';
    readonly thing: ThingRef;
    readonly card: Block;
    /** Where the card stands in the room that the labels of its lines need. */
    readonly cardY: number;
    readonly height: number;
    readonly links: readonly ProfileLink[];
}

/** A line between a card and the entity. */
export interface ProfileLink {
    readonly id: string;
    /** Absent for what a touchpoint uses: the touchpoint is the thing. */
    readonly thing?: ThingRef;
    /** Where it leaves the item, from its top. */
    readonly y: number;
    readonly label?: LinkLabel;
    readonly timing?: FlowTiming;
    /** Seen from the card: `end` is at the entity. */
    readonly heads: 'end' | 'start' | 'both';
    readonly look: 'flow' | 'flow-use';
    /** The id of a field, or the entity as a whole, or only its system. */
    readonly lands: { readonly at: 'entity' | 'system' } | { readonly at: 'field'; readonly field: string };
}

export interface LinkLabel {
    readonly block: Block;
    /** Where in the block the line passes. */
    readonly lineY: number;
}
