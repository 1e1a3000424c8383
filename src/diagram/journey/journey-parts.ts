import type { Block, ThingRef } from '../marks.ts';
import type { Sheet } from '../sheet.ts';

/**
 * A customer journey before its touchpoints have their rows: every other part is drawn already, because columns are as wide as
 * they are. All x are those of the sheet, all y count from the top of the part, in px.
 */
export interface JourneyDiagram {
    readonly kind: 'journey';
    readonly sheet: Sheet;
    /** Of the sheet. */
    readonly width: number;
    /** Where the columns start and end. */
    readonly left: number;
    readonly right: number;
    /** Title block and persona panels. */
    readonly head: Block;
    /** One, or several below each other; the stages of the next follow on those of the one before. */
    readonly rows: readonly JourneyRow[];
    /** 0 high where nothing needs explaining. */
    readonly legend: Block;
}

/** Stages that stand beside each other, with their lanes. */
export interface JourneyRow {
    readonly stages: JourneyBand;
    /** In the order to be drawn. */
    readonly lanes: readonly JourneyLane[];
    /** The x of the hairlines behind every stage but the last. */
    readonly bounds: readonly number[];
}

/** A row of the picture: what stands in the label column, and what stands right of it. */
export interface JourneyBand {
    readonly label: Block;
    readonly body: Block;
}

export type JourneyLane = DrawnLane | TouchpointLane;

export interface DrawnLane extends JourneyBand {
    readonly type: 'drawn';
    readonly name: string;
    /** Arrows that reach into the lane below: from the bottom of a thing here to the top of one there. */
    readonly arrows: readonly LaneArrow[];
}

export interface LaneArrow {
    readonly x: number;
    /** The y in this lane. */
    readonly from: number;
    /** The y in the next lane. */
    readonly to: number;
}

export interface TouchpointLane {
    readonly type: 'touchpoints';
    readonly name: 'touchpoints';
    readonly label: Block;
    readonly graph: TouchpointGraph;
}

/** The touchpoints as a graph for the layout. */
export interface TouchpointGraph {
    readonly nodes: readonly TouchpointNode[];
    readonly ways: readonly WayEdge[];
    /** Whether a way of another row leads to the first touchpoint, and what leads on from the last one to another row. */
    readonly enters?: boolean;
    readonly leaves?: ThingRef;
}

export interface TouchpointNode {
    readonly id: string;
    readonly title: string;
    /** Position of its stage. */
    readonly stage: number;
    /** Left edge of the card on the sheet. */
    readonly x: number;
    readonly card: Block;
}

export interface WayEdge {
    readonly from: string;
    readonly to: string;
    /** What it is, and its words, for those who point at it. */
    readonly thing: ThingRef;
    readonly label?: WayLabel;
}

/** The words of a way, broken into lines, with the size of the plate that they stand on. */
export interface WayLabel {
    readonly lines: readonly string[];
    readonly width: number;
    readonly height: number;
    /** The same words in more and shorter lines, for where these have no room. */
    readonly narrower?: WayLabel;
}
