import type { Point } from '../diagram/geometry.ts';
import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';
import type { PlacedGraph } from './journey-graph.ts';
import type { WaySides } from './journey-ways.ts';
import { isArch, positions } from './journey-ways.ts';

/** Least height of an arch over the cards, in px: an arrowhead and a corner. */
const leastRise = 28;
const leastPitch = 16;
const feetPitch = 20;

/** A way that goes up from a card of the upper row, across, and down to another, or to the same one. */
interface Arch {
    readonly way: number;
    readonly from: number;
    readonly to: number;
    readonly labelHeight: number;
}

/**
 * Draws the loops and short cuts of the upper row as arches above it, the way arcs stand in an arc diagram: the shorter, the lower;
 * at each card those to the left start left of those to the right, and longer ones inside, so that only arches cross whose spans
 * overlap by a part. `more` px are added to each height.
 */
export function drawArches(graph: TouchpointGraph, sides: readonly WaySides[], placed: PlacedGraph, more: number): PlacedGraph {
    const position = positions(graph);
    const arches = graph.ways
        .flatMap((way, index): Arch[] => {
            const [side, from, to] = [sides[index], position.get(way.from), position.get(way.to)];
            return side === undefined || !isArch(side) || from === undefined || to === undefined
                ? []
                : [{ way: index, from, to, labelHeight: way.label?.height ?? 0 }];
        })
        .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.way - b.way);
    const feet = feetOf(graph, placed, arches);
    const ways = [...placed.ways];
    const done: { readonly arch: Arch; readonly left: number; readonly right: number; readonly y: number }[] = [];
    for (const arch of arches) {
        const start = feet.get(`${arch.way} from`) ?? { x: 0, y: 0 };
        const end = feet.get(`${arch.way} to`) ?? { x: 0, y: 0 };
        const left = Math.min(start.x, end.x);
        const right = Math.max(start.x, end.x);
        const overCards = placed.cards
            .filter((card, index) => card.x < right + 12 && card.x + (graph.nodes[index]?.card.width ?? 0) > left - 12)
            .map((card) => card.y - leastRise - more - arch.labelHeight / 2);
        const overArches = done
            .filter((other) => other.left < right + 12 && other.right > left - 12)
            .map((other) => other.y - Math.max(leastPitch, (arch.labelHeight + other.arch.labelHeight) / 2 + 8) - more);
        const y = Math.floor(Math.min(...overCards, ...overArches));
        done.push({ arch, left, right, y });
        ways[arch.way] = [start, { x: start.x, y }, { x: end.x, y }, end];
    }
    return atTop({ ...placed, ways });
}

/** Where arches stand on their cards, side by side around the middle. */
function feetOf(graph: TouchpointGraph, placed: PlacedGraph, arches: readonly Arch[]): ReadonlyMap<string, Point> {
    const feet = new Map<string, Point>();
    graph.nodes.forEach((node, index) => {
        const card = placed.cards[index];
        if (card === undefined) {
            return;
        }
        const reach = (arch: Arch): number => (arch.from === index ? arch.to - arch.from : arch.from - arch.to);
        const own = arches.filter((arch) => arch.from === index || arch.to === index);
        const toLeft = own.filter((arch) => reach(arch) < 0).map((arch) => [`${arch.way} ${arch.from === index ? 'from' : 'to'}`]);
        const toItself = own.filter((arch) => reach(arch) === 0).map((arch) => [`${arch.way} from`, `${arch.way} to`]);
        const toRight = own.filter((arch) => reach(arch) > 0).map((arch) => [`${arch.way} ${arch.from === index ? 'from' : 'to'}`]);
        const inOrder = [...toLeft, ...toItself, ...toRight.reverse()].flat();
        const pitch = Math.min(feetPitch, (node.card.width - 16) / Math.max(1, inOrder.length - 1));
        inOrder.forEach((foot, at) => {
            const x = card.x + node.card.width / 2 + (at - (inOrder.length - 1) / 2) * pitch;
            feet.set(foot, { x: Math.round(x * 2) / 2, y: card.y });
        });
    });
    return feet;
}

/** Moves everything down so that the highest thing stands at 0. */
function atTop(placed: PlacedGraph): PlacedGraph {
    const top = Math.min(...placed.cards.map((card) => card.y), ...placed.ways.flatMap((way) => way.map((point) => point.y)));
    const moved = (point: Point): Point => ({ x: point.x, y: point.y - top });
    return { cards: placed.cards.map(moved), ways: placed.ways.map((way) => way.map(moved)), height: placed.height - top };
}
