import type { HopLabel, LandscapeGraph } from '../../diagram/landscape/landscape-parts.ts';
import type { Memory } from '../../diagram/memory.ts';
import type { Block, ThingRef } from '../../diagram/marks.ts';
import type { LayoutEngine } from '../engine.ts';
import type { Arranged } from './arrange.ts';
import { arrange } from './arrange.ts';
import type { PlacedLabel } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';

/** A scene and the places of the labels in it. */
export interface Labelled extends Arranged {
    readonly labels: readonly PlacedLabel[];
}

/**
 * Places boxes, lines and labels. What only the looks of a landscape have changed leaves everything where it stood: then nothing is
 * placed anew. It rejects where the engine does.
 */
export async function arrangedWithLabels(graph: LandscapeGraph, engine: LayoutEngine, leastWidth: number, memory: Memory): Promise<Labelled> {
    const bare = withoutLooks(graph);
    const placed = await memory.of('arrangement', [bare, leastWidth], async (): Promise<Labelled> => {
        const arranged = await arrange(bare, engine, leastWidth);
        return { ...arranged, labels: placeLabels(arranged.scene) };
    });
    return withLooks(placed, graph);
}

const nothing: ThingRef = { kind: '', id: '', label: '' };

/** The graph with sizes alone: so places can depend on nothing else. */
function withoutLooks({ direction, groups, hops, columns }: LandscapeGraph): LandscapeGraph {
    return {
        direction,
        groups: groups.map((group) => ({
            ...group,
            ...(group.caption === undefined ? {} : { caption: '' }),
            cards: group.cards.map((card) => ({ ...card, thing: nothing, block: sizeOf(card.block) })),
        })),
        hops: hops.map((hop) => ({ ...hop, labels: hop.labels.map((label): HopLabel => ({ ...label, block: sizeOf(label.block) })) })),
        ...(columns === undefined ? {} : { columns }),
    };
}

function sizeOf({ width, height }: Block): Block {
    return { width, height, marks: [] };
}

/** Lines and labels of this graph in the places of those of another one, which has the same sizes. */
function withLooks({ scene, labels, ...size }: Labelled, graph: LandscapeGraph): Labelled {
    const hops = new Map(graph.hops.map((hop) => [hop.id, hop] as const));
    const placesOf = new Map(scene.lines.map(({ hop }) => [hop.id, hop.labels] as const));
    return {
        ...size,
        scene: { frames: scene.frames, lines: scene.lines.map((line) => ({ ...line, hop: hops.get(line.hop.id) ?? line.hop })) },
        labels: labels.map((placed) => {
            const at = placesOf.get(placed.hop)?.indexOf(placed.label) ?? -1;
            return { ...placed, label: hops.get(placed.hop)?.labels[at] ?? placed.label };
        }),
    };
}
