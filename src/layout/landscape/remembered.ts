import type { HopLabel, LandscapeGraph } from '../../diagram/landscape/landscape-parts.ts';
import type { Memory } from '../../diagram/memory.ts';
import type { Block, ThingRef } from '../../diagram/marks.ts';
import type { LayoutEngine } from '../engine.ts';
import type { Arranged } from './arrange.ts';
import { arrange } from './arrange.ts';
import type { PlacedLabel } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';
import type { Line, Scene } from './scene.ts';

/** A scene and the places of the labels in it. */
export interface Labelled extends Arranged {
    readonly labels: readonly PlacedLabel[];
}

/** The same as plain data, with hops by their ids, and labels by their places among those of their hops. */
export interface LandscapePlaces extends Omit<Arranged, 'scene'> {
    readonly frames: Scene['frames'];
    readonly lines: readonly (Omit<Line, 'hop'> & { readonly hop: string })[];
    readonly labels: readonly (Omit<PlacedLabel, 'label'> & { readonly at: number })[];
}

/**
 * Places boxes, lines and labels. What only the looks of a landscape have changed leaves everything where it stood: then nothing is
 * placed anew. It rejects where the engine does.
 */
export async function arrangedWithLabels(graph: LandscapeGraph, engine: LayoutEngine, leastWidth: number, memory: Memory): Promise<Labelled> {
    const bare = withoutLooks(graph);
    const place = (): Promise<LandscapePlaces> => engine.landscape?.(bare, leastWidth) ?? landscapePlaces(bare, engine, leastWidth);
    return withLooks(await memory.of('places', [bare, leastWidth], place), graph);
}

/** The places of all that is in a landscape. */
export async function landscapePlaces(graph: LandscapeGraph, engine: LayoutEngine, leastWidth: number): Promise<LandscapePlaces> {
    const { scene, width, height } = await arrange(graph, engine, leastWidth);
    const labelsOf = new Map(graph.hops.map((hop) => [hop.id, hop.labels] as const));
    return {
        width,
        height,
        frames: scene.frames,
        lines: scene.lines.map((line) => ({ ...line, hop: line.hop.id })),
        labels: placeLabels(scene).map(({ label, ...place }) => ({ ...place, at: labelsOf.get(place.hop)?.indexOf(label) ?? -1 })),
    };
}

const nothing: ThingRef = { kind: '', id: '', label: '' };

/** The graph with sizes alone: so places can depend on nothing else. */
function withoutLooks({ direction, groups, hops, columns }: LandscapeGraph): LandscapeGraph {
    return {
        direction,
        groups: groups.map(({ cards, ...group }) => ({
            ...group,
            ...(group.caption === undefined ? {} : { caption: '' }),
            ...(group.code === undefined ? {} : { code: '' }),
            cards: cards.map((card) => ({ ...card, thing: nothing, block: sizeOf(card.block) })),
        })),
        hops: hops.map((hop) => ({ ...hop, labels: hop.labels.map((label): HopLabel => ({ ...label, block: sizeOf(label.block) })) })),
        ...(columns === undefined ? {} : { columns }),
    };
}

function sizeOf({ width, height }: Block): Block {
    return { width, height, marks: [] };
}

/** Lines and labels of a graph in their places. */
function withLooks({ frames, lines, labels, width, height }: LandscapePlaces, graph: LandscapeGraph): Labelled {
    const hops = new Map(graph.hops.map((hop) => [hop.id, hop] as const));
    return {
        width,
        height,
        scene: {
            frames,
            lines: lines.flatMap((line) => {
                const hop = hops.get(line.hop);
                return hop ? [{ ...line, hop }] : [];
            }),
        },
        labels: labels.flatMap(({ at, ...place }) => {
            const label = hops.get(place.hop)?.labels[at];
            return label ? [{ ...place, label }] : [];
        }),
    };
}
