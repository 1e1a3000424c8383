import type { LandscapeDiagram } from '../landscape/landscape-parts.ts';
import type { PanelFact } from '../parts/fact-panel.ts';
import type { Side } from './trace-content.ts';
import type { TableColumn, TableRow } from '../parts/table.ts';

/**
 * A traced thing between what it depends on, at its left, and what depends on it, at its right: boxes and lines as on a landscape,
 * everything with its size, nothing with a place.
 */
export interface TraceDiagram extends Omit<LandscapeDiagram, 'kind'> {
    readonly kind: 'trace';
    /** None where the view hides them. */
    readonly panel: readonly PanelFact[];
    /** Words above the boxes that they name, by keys of cards; no word where it has no boxes. */
    readonly captions: readonly { readonly text: string; readonly side: Side; readonly cards: readonly string[] }[];
    /** The touchpoints, what they stand on, and how old their data can be; none without any. */
    readonly touchpoints: readonly TableRow[];
}

export const touchpointColumns: readonly TableColumn[] = [
    { caption: 'Touchpoint' },
    { caption: 'Stands on' },
    { caption: 'Uses, and how old it can be' },
    { caption: 'Captures' },
    { caption: 'Pains and opportunities' },
];
