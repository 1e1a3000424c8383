import type { DrawnLane, JourneyBand, TouchpointGraph } from '../journey/journey-parts.ts';
import type { PlacedBar } from '../journey/system-rows.ts';
import type { Block } from '../marks.ts';
import type { Sheet } from '../sheet.ts';

/**
 * A service blueprint before its touchpoints have their rows and their ways: the columns are those of the journey. All x are those of
 * the sheet, all y count from the top of the part, in px.
 */
export interface BlueprintDiagram {
    readonly kind: 'blueprint';
    readonly sheet: Sheet;
    /** Of the sheet. */
    readonly width: number;
    /** Where the columns end. */
    readonly right: number;
    readonly head: Block;
    /** One, or several below each other; the stages of the next follow on those of the one before. */
    readonly rows: readonly BlueprintRow[];
    /** 0 high where nothing needs explaining. */
    readonly legend: Block;
}

/** Stages that stand beside each other, with all lanes. */
export interface BlueprintRow {
    /** Where the columns start and end. */
    readonly left: number;
    readonly right: number;
    readonly stages: JourneyBand;
    /** What the customer meets, above everything else. */
    readonly evidence?: DrawnLane;
    /** Every touchpoint, in columns of their own, and the ways between them. */
    readonly graph: TouchpointGraph;
    /** Ids of the touchpoints where the company acts: they stand below the line of interaction. */
    readonly company: readonly string[];
    readonly frontstage: BarRows;
    readonly backstage: BarRows;
    readonly activities: Activities;
    readonly support: BarRows;
    /** Lanes below the support systems. */
    readonly below: readonly DrawnLane[];
    /** The x of the hairlines behind every stage but the last. */
    readonly bounds: readonly number[];
    /** Said where there are no touchpoints. */
    readonly empty?: string;
}

/** Systems of one lane; 0 high without any. */
export interface BarRows {
    readonly bars: readonly PlacedBar[];
    readonly height: number;
}

/** What the company does in a stage, on cards that leave room for the lines that pass; 0 high without any. */
export interface Activities {
    readonly cards: readonly { readonly x: number; readonly y: number; readonly block: Block }[];
    readonly height: number;
}

/** Where the line stands that ties a touchpoint to its systems: so far right of its card's left border, in px. */
export const spineInset = 10;
