import type { Point } from '../../diagram/geometry.ts';
import type { LandscapeCard, LandscapeGraph, LandscapeGroup, LandscapeHop } from '../../diagram/landscape/landscape-parts.ts';
import type { Spacings } from '../elk-options.ts';
import { cardOptions, inlineLabel, layeredOptions, spacingOptions } from '../elk-options.ts';
import type { ElkExtendedEdge, ElkNode } from '../engine.ts';
import { stretches, withoutSpare } from '../rects.ts';
import { loopRoom, outline, sceneCard } from './loops.ts';
import type { Frame, Line, Scene } from './scene.ts';

/** Height that ELK keeps free for a label: with the distance of two boxes it makes the pitch of the ports. */
const labelHeight = 48;

const spacings: Spacings = { nodeNode: 16, betweenLayers: 12, edgeNodeBetweenLayers: 10, portPort: 64 };
/** Downwards a label stands beside its line, and takes its width from the row. */
const spacingsDown: Spacings = { ...spacings, nodeNode: 24, betweenLayers: 20, portPort: 48 };

/** Bare line and heads at both sides of a badge, less the distance that ELK keeps from the cards, in px. */
const badgeRoom = ({ betweenLayers }: Spacings): number => 2 * (16 + 8 - betweenLayers);

/** Between a frame and its cards, in px: the caption stands at the top. */
const groupPadding = { top: 24, side: 8 };

/** More hops than this, and ELK takes fewer passes to part the lines. */
const manyHops = 40;

/** The groups that flows reach, and these flows, as a graph for ELK. Ids are those of the diagram, with a letter in front. */
export function toElk(diagram: LandscapeGraph, groups: readonly LandscapeGroup[]): ElkNode {
    const down = diagram.direction === 'down';
    const distances = down ? spacingsDown : spacings;
    const hops = diagram.hops.filter((hop) => hop.from !== hop.to);
    const groupOf = new Map(groups.flatMap((group) => group.cards.map((card) => [card.id, group.id] as const)));
    const cardNode = (card: LandscapeCard): ElkNode => ({
        id: `c:${card.id}`,
        width: card.block.width,
        height: card.block.height,
        layoutOptions: cardOptions(distances),
        ...loopLabel(diagram, card),
        ports: [
            ...hops.filter((hop) => hop.from === card.id).map((hop) => port(`s:${hop.id}`, down ? 'SOUTH' : 'EAST')),
            ...hops.filter((hop) => hop.to === card.id).map((hop) => port(`t:${hop.id}`, down ? 'NORTH' : 'WEST')),
        ],
    });
    return {
        id: 'root',
        layoutOptions: layeredOptions(down ? 'DOWN' : 'RIGHT', distances, hops.length > manyHops ? 7 : 40),
        children: groups.flatMap((group): ElkNode[] =>
            group.caption === undefined
                ? group.cards.map(cardNode)
                : [
                      {
                          id: `g:${group.id}`,
                          layoutOptions: {
                              ...spacingOptions(distances),
                              'elk.padding': `[top=${groupPadding.top},left=${groupPadding.side},bottom=${groupPadding.side},right=${groupPadding.side}]`,
                              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
                              'elk.nodeSize.minimum': `(${group.minWidth},0)`,
                          },
                          children: group.cards.map(cardNode),
                      },
                  ],
        ),
        edges: hops.map((hop) => ({
            id: `e:${hop.id}`,
            sources: [`s:${hop.id}`],
            targets: [`t:${hop.id}`],
            labels: [{ id: `l:${hop.id}`, text: ' ', ...labelSize(hop, down, groupOf.get(hop.from) === groupOf.get(hop.to)), layoutOptions: inlineLabel }],
        })),
    };
}

function port(id: string, side: string): NonNullable<ElkNode['ports']>[number] {
    return { id, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

/** Flows to the system itself hang beside its card, where a label keeps the room. */
function loopLabel(diagram: LandscapeGraph, card: LandscapeCard): Pick<ElkNode, 'labels'> {
    const { width, height } = sceneCard(diagram, card, { x: 0, y: 0 }).loops;
    const side = diagram.direction === 'down' ? 'OUTSIDE H_RIGHT V_CENTER' : 'OUTSIDE V_BOTTOM H_CENTER';
    return loopRoom(diagram, card.id) === 0
        ? {}
        : { labels: [{ id: `r:${card.id}`, text: ' ', width, height, layoutOptions: { 'elk.nodeLabels.placement': side } }] };
}

function labelSize(hop: LandscapeHop, down: boolean, inside: boolean): { readonly width: number; readonly height: number } {
    const label = hop.labels[0];
    if (label === undefined) {
        return { width: 36, height: 18 };
    }
    const { block, lineX, lineY, badgeWidth, badgeHeight } = label;
    const words = hop.labels.length > 1;
    if (down) {
        const height = words ? Math.max(block.height, badgeHeight + badgeRoom(spacingsDown)) : block.height;
        return { width: 2 * Math.max(lineX, block.width - lineX), height };
    }
    // Within a group the cards stay as near as ELK puts them, so that a short name has to keep the line long enough for its badge.
    const least = inside && words ? badgeWidth + badgeRoom(spacings) : badgeWidth + 8;
    return { width: Math.max(block.width, least), height: words ? Math.max(labelHeight, 2 * lineY) : block.height };
}

/** Boxes and lines with the places that ELK gave them, moved so that the drawing starts at 0,0. */
export function fromElk(placed: ElkNode, diagram: LandscapeGraph): Scene {
    const origins = new Map<string, Point>();
    const visit = (node: ElkNode, x: number, y: number): void => {
        origins.set(node.id, { x, y });
        for (const child of node.children ?? []) {
            visit(child, x + (child.x ?? 0), y + (child.y ?? 0));
        }
    };
    visit(placed, 0, 0);
    const edges = new Map((placed.edges ?? []).map((edge) => [edge.id, edge]));
    const nodes = new Map((placed.children ?? []).map((node) => [node.id, node]));
    const at = (id: string): Point => origins.get(id) ?? { x: 0, y: 0 };
    const groupOf = new Map(diagram.groups.flatMap((group) => group.cards.map((card) => [card.id, group] as const)));

    const frames = diagram.groups.flatMap((group): Frame[] => {
        const cards = group.cards.map((card) => sceneCard(diagram, card, at(`c:${card.id}`)));
        if (group.caption === undefined) {
            return cards.map((card) => ({ group: group.id, framed: false, cards: [card], box: outline(card) }));
        }
        const node = nodes.get(`g:${group.id}`);
        return node === undefined ? [] : [{ group: group.id, framed: true, cards, box: { ...at(node.id), width: node.width ?? 0, height: node.height ?? 0 } }];
    });
    const lines = diagram.hops.flatMap((hop): Line[] => {
        const edge = edges.get(`e:${hop.id}`);
        const inside = groupOf.get(hop.from) === groupOf.get(hop.to) ? groupOf.get(hop.from)?.id : undefined;
        return edge === undefined ? [] : [lineOf(hop, edge, at(edge.container ?? placed.id), inside)];
    });
    return { frames: frames.map((frame) => hugging(frame, lines, diagram)), lines };
}

/** The frame no larger than what it holds needs: ELK leaves room for lines that only pass through. */
function hugging(frame: Frame, lines: readonly Line[], diagram: LandscapeGraph): Frame {
    if (!frame.framed) {
        return frame;
    }
    const inner = lines.filter((line) => line.inside === frame.group);
    const boxes = [...frame.cards.map(outline), ...inner.map((line) => line.label), ...inner.flatMap((line) => stretches(line.points).map((part) => part.box))];
    const x = Math.min(...boxes.map((box) => box.x)) - groupPadding.side;
    const y = Math.min(...boxes.map((box) => box.y)) - groupPadding.top;
    const least = diagram.groups.find((group) => group.id === frame.group)?.minWidth ?? 0;
    const width = Math.max(least, Math.max(...boxes.map((box) => box.x + box.width)) + groupPadding.side - x);
    return { ...frame, box: { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) + groupPadding.side - y } };
}

function lineOf(hop: LandscapeHop, edge: ElkExtendedEdge, origin: Point, inside: string | undefined): Line {
    const points = (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
    const label = edge.labels?.[0];
    return {
        hop,
        points: withoutSpare(points.map((point) => ({ x: point.x + origin.x, y: point.y + origin.y }))),
        label: { x: (label?.x ?? 0) + origin.x, y: (label?.y ?? 0) + origin.y, width: label?.width ?? 0, height: label?.height ?? 0 },
        ...(inside === undefined ? {} : { inside }),
    };
}
