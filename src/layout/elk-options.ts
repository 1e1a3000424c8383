/** Options of ELK's layered algorithm, each with its reason. Lengths are px. */
import type { ElkNode } from './engine.ts';

type Options = NonNullable<ElkNode['layoutOptions']>;

export interface Spacings {
    /** Between boxes of one column. */
    readonly nodeNode: number;
    /** Between the columns, and between a column and the bends beside it. */
    readonly betweenLayers: number;
    readonly edgeNodeBetweenLayers: number;
    /** Between ports on one side of a box: with `label height + nodeNode` a line goes straight through its label. */
    readonly portPort: number;
}

/** The distances. ELK does not pass them down: they are set on the root and on every group. */
export function spacingOptions(spacings: Spacings): Options {
    return {
        'elk.spacing.nodeNode': String(spacings.nodeNode),
        'elk.layered.spacing.nodeNodeBetweenLayers': String(spacings.betweenLayers),
        'elk.layered.spacing.edgeNodeBetweenLayers': String(spacings.edgeNodeBetweenLayers),
        // Parallel lines are told apart at 12 px.
        'elk.spacing.edgeEdge': '12',
        'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
        // A line that passes a box is not taken for one that ends there.
        'elk.spacing.edgeNode': '20',
        'elk.spacing.edgeLabel': '4',
        'elk.spacing.portPort': String(spacings.portPort),
    };
}

/** A picture of boxes in columns and of lines with right angles. */
export function layeredOptions(direction: 'RIGHT' | 'DOWN', spacings: Spacings, thoroughness = 40): Options {
    return {
        'elk.algorithm': 'layered',
        'elk.direction': direction,
        'elk.edgeRouting': 'ORTHOGONAL',
        // Lines cross the frames of groups.
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
        // All sources stand in one column.
        'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
        // The straightest of ELK's placements.
        'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
        'elk.layered.nodePlacement.bk.fixedAlignment': 'NONE',
        'elk.layered.nodePlacement.favorStraightEdges': 'true',
        // A small change of the text changes the picture a little.
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
        // Parts without a link to each other stand below each other, in the order of the text.
        'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
        'elk.aspectRatio': '0.1',
        'elk.spacing.componentComponent': '24',
        // Fewer crossings; more passes cost time in large maps.
        'elk.layered.thoroughness': String(thoroughness),
        // Every bend is told, so that lines can be straightened afterwards.
        'elk.layered.unnecessaryBendpoints': 'true',
        // A label stands in the middle of a long line.
        'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'MEDIAN_LAYER',
        'elk.padding': '[top=0,left=0,bottom=0,right=0]',
        ...spacingOptions(spacings),
    };
}

/** A card: lines leave at one side and come in at the other, in the middle of it. */
export const cardOptions = (spacings: Spacings): Options => ({
    'elk.portConstraints': 'FIXED_SIDE',
    'elk.portAlignment.default': 'CENTER',
    'elk.spacing.portPort': String(spacings.portPort),
});

/** Makes room for a label on its line. */
export const inlineLabel: Options = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };

export interface JourneySpacings {
    /** Free width between two cards. */
    readonly betweenCards: number;
    /** Between a card and a way that passes above or below it; decides the distance of the rows. */
    readonly edgeNode: number;
    /** Between two ways that run side by side. */
    readonly edgeEdge: number;
}

/** Touchpoints in columns of their own, in the order of the text, with ways between them. */
export function journeyOptions(spacings: JourneySpacings): Options {
    return {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.edgeRouting': 'ORTHOGONAL',
        // Stages follow each other.
        'elk.partitioning.activate': 'true',
        // Columns, and what is a way back, follow from the places given: the order of the text.
        'elk.layered.layering.strategy': 'INTERACTIVE',
        'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
        'elk.separateConnectedComponents': 'false',
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
        // The only placement that keeps to the priorities of `wayOptions`: the main path is straight, whatever the others do.
        'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
        'elk.layered.thoroughness': '20',
        'elk.padding': '[top=0,left=0,bottom=0,right=0]',
        'elk.spacing.nodeNode': '24',
        'elk.layered.spacing.nodeNodeBetweenLayers': String(spacings.betweenCards),
        'elk.spacing.edgeNode': String(spacings.edgeNode),
        'elk.spacing.edgeEdge': String(spacings.edgeEdge),
        'elk.spacing.portPort': '20',
        'elk.layered.spacing.edgeNodeBetweenLayers': '10',
        'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
    };
}

/** A touchpoint of a stage: ways leave and come in at the sides that are given, in the middle where it is one. */
export const touchpointOptions = (stage: number): Options => ({
    'elk.partitioning.partition': String(stage),
    'elk.portConstraints': 'FIXED_SIDE',
    'elk.portAlignment.default': 'CENTER',
});

export const wayPortOptions = (side: 'NORTH' | 'EAST' | 'SOUTH' | 'WEST'): Options => ({ 'elk.port.side': side });

/** The main path is kept straight before all others. */
export const wayOptions = (isMain: boolean): Options => ({ 'elk.layered.priority.straightness': isMain ? '100' : '1' });
