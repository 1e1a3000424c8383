import type { HopLabel, LandscapeGraph, LandscapeHop } from '../../../diagram/landscape/landscape-parts.ts';
import { labelSpan } from '../../../diagram/landscape/label-span.ts';
import { outline, sceneCard } from '../loops.ts';

/**
 * A landscape whose groups stand in columns, as plain numbers. It is thought of as running to the right: `length` is along a column,
 * `breadth` across. Pictures downwards are the same with x and y changed for each other. All lengths are px.
 */
export interface ColumnGraph {
    readonly columns: readonly (readonly ColumnBlock[])[];
    readonly hops: readonly ColumnHop[];
}

export interface ColumnBlock {
    readonly group: string;
    readonly framed: boolean;
    readonly cards: readonly ColumnCard[];
    /** The frame is so long at least. */
    readonly leastLength: number;
    readonly breadth: number;
    readonly pads: Pads;
    /** Lines that come in from the left keep so far from the start of the frame, for its caption. */
    readonly captionLength: number;
}

/** From the frame to its cards. */
export interface Pads {
    readonly before: number;
    readonly after: number;
    readonly left: number;
    readonly right: number;
}

export interface ColumnCard {
    readonly id: string;
    /** The side of a card on which lines may end. */
    readonly length: number;
    /** With its flows to itself. */
    readonly outerLength: number;
    /** What the lines that came last have added to its length. */
    readonly added: number;
    readonly breadth: number;
    readonly column: number;
    readonly block: number;
    /** Its place in the block. */
    readonly place: number;
}

export interface ColumnHop {
    readonly hop: LandscapeHop;
    readonly from: ColumnCard;
    readonly to: ColumnCard;
    /** Lines within a column leave and come back at one side. */
    readonly runs: 'across' | 'left' | 'right';
    readonly label?: HopLabel;
    readonly labelAt: 'from' | 'to';
    /** What the label needs along the column, before and after its line. */
    readonly span: { readonly before: number; readonly after: number };
    /** It came last, and has to find its way in what stands already. */
    readonly late: boolean;
}

export const cardGap = 16;
const framePads: Pads = { before: 24, after: 8, left: 8, right: 8 };
const noPads: Pads = { before: 0, after: 0, left: 0, right: 0 };

/** The diagram's columns, without the groups that no flow reaches. */
export function columnGraph(diagram: LandscapeGraph, columns: readonly (readonly string[])[]): ColumnGraph {
    const down = diagram.direction === 'down';
    const groups = new Map(diagram.groups.map((group) => [group.id, group]));
    const cards = new Map<string, ColumnCard>();
    const placed = columns.map((ids, column) =>
        ids.map((id, block): ColumnBlock => {
            const group = groups.get(id);
            const framed = group?.caption !== undefined;
            const turned = { before: framePads.left, after: framePads.right, left: framePads.before, right: framePads.after };
            const pads = !framed ? noPads : down ? turned : framePads;
            const own = (group?.cards ?? []).map((card, place): ColumnCard => {
                const box = sceneCard(diagram, card, { x: 0, y: 0 });
                const outer = outline(box);
                const { width, height } = box.box;
                const [length, outerLength, breadth] = down ? [width, outer.width, outer.height] : [height, outer.height, outer.width];
                const added = length - (card.settled ?? length);
                const entry: ColumnCard = { id: card.id, length, outerLength, added, breadth, column, block, place };
                cards.set(card.id, entry);
                return entry;
            });
            const least = group?.minWidth ?? 0;
            const wide = pads.left + pads.right + Math.max(0, ...own.map((card) => card.breadth));
            return {
                group: id,
                framed,
                cards: own,
                pads,
                leastLength: down ? least : 0,
                breadth: Math.max(down ? 0 : least, wide),
                captionLength: down && framed ? least : 0,
            };
        }),
    );
    const last = placed.length - 1;
    const hops = diagram.hops.flatMap((hop): ColumnHop[] => {
        const [from, to] = [cards.get(hop.from), cards.get(hop.to)];
        if (from === undefined || to === undefined || from === to) return [];
        const runs = from.column !== to.column ? 'across' : from.column === last && last > 0 ? 'right' : 'left';
        const label = hop.labels[0];
        const span = labelSpan(label, diagram.direction);
        return [{ hop, from, to, runs, ...(label === undefined ? {} : { label }), labelAt: hop.labelAt ?? 'from', span, late: hop.late === true }];
    });
    return { columns: placed, hops };
}
