import type { LandscapeDiagram } from '../../src/diagram/landscape/landscape-parts.ts';
import type { ElkExtendedEdge, ElkNode } from '../../src/layout/engine.ts';
import type { Point } from '../../src/diagram/geometry.ts';
import type { Rect } from '../../src/layout/rects.ts';
import type { FlatDrawing } from '../../test/layout/drawing-figures.ts';

/**
 * The same boxes, lines and labels for ELK without any advice: the layered algorithm, the direction, and that lines cross the frames
 * of groups where there are any, without which it refuses the graph. What no flow reaches is left out, as it takes no skill to place.
 */
export function plainGraph(diagram: LandscapeDiagram): ElkNode {
    const hops = diagram.hops.filter((hop) => hop.from !== hop.to);
    const touched = new Set(hops.flatMap((hop) => [hop.from, hop.to]));
    const groups = diagram.groups
        .map((group) => ({ ...group, cards: group.cards.filter((card) => touched.has(card.id)) }))
        .filter((group) => group.cards.length > 0);
    const framed = groups.some((group) => group.caption !== undefined);
    const nodes = (cards: (typeof groups)[number]['cards']): ElkNode[] =>
        cards.map((card) => ({ id: `c:${card.id}`, width: card.block.width, height: card.block.height }));
    return {
        id: 'root',
        layoutOptions: {
            'elk.algorithm': 'layered',
            'elk.direction': diagram.direction === 'down' ? 'DOWN' : 'RIGHT',
            ...(framed ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' } : {}),
        },
        children: groups.flatMap((group) => (group.caption === undefined ? nodes(group.cards) : [{ id: `g:${group.id}`, children: nodes(group.cards) }])),
        edges: hops.map((hop) => {
            const block = hop.labels[0]?.block;
            return {
                id: `e:${hop.id}`,
                sources: [`c:${hop.from}`],
                targets: [`c:${hop.to}`],
                labels: block === undefined ? [] : [{ id: `l:${hop.id}`, text: ' ', width: block.width, height: block.height }],
            };
        }),
    };
}

/** What ELK made of it. */
export function plainDrawing(placed: ElkNode): FlatDrawing {
    const cards: { id: string; box: Rect }[] = [];
    const frames: Rect[] = [];
    const origins = new Map<string, Point>();
    const visit = (node: ElkNode, x: number, y: number): void => {
        origins.set(node.id, { x, y });
        const box = { x, y, width: node.width ?? 0, height: node.height ?? 0 };
        if (node.id.startsWith('c:')) cards.push({ id: node.id.slice(2), box });
        if (node.id.startsWith('g:')) frames.push(box);
        for (const child of node.children ?? []) visit(child, x + (child.x ?? 0), y + (child.y ?? 0));
    };
    visit(placed, 0, 0);
    const edges = (placed.edges ?? []) as (ElkExtendedEdge & { readonly container?: string })[];
    const originOf = (edge: (typeof edges)[number]): Point => origins.get(edge.container ?? placed.id) ?? { x: 0, y: 0 };
    return {
        cards,
        frames,
        labels: edges.flatMap((edge) => {
            const { x, y } = originOf(edge);
            return (edge.labels ?? []).map((label) => ({
                line: edge.id,
                box: { x: x + (label.x ?? 0), y: y + (label.y ?? 0), width: label.width ?? 0, height: label.height ?? 0 },
            }));
        }),
        lines: edges.map((edge) => {
            const { x, y } = originOf(edge);
            const points = (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
            return {
                id: edge.id,
                from: (edge.sources[0] ?? '').slice(2),
                to: (edge.targets[0] ?? '').slice(2),
                points: points.map((point) => ({ x: point.x + x, y: point.y + y })),
            };
        }),
    };
}
