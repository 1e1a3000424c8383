import type { PlanBlock, PlanLink } from './plan-columns.ts';

/** So many pairs of blocks may be linked besides the tree, and one more for so many blocks of the map. */
const mostOthers = 1;
const blocksForOther = 50;
/** Blocks with this many pairs or more all count as hubs. */
const manyPairs = 4;

/** A block with those that hang on it. */
interface Branch {
    readonly block: number;
    readonly children: readonly Branch[];
    /** Blocks without children, itself or below it. */
    readonly leaves: number;
    /** How many steps lead to the last of them. */
    readonly depth: number;
}

/**
 * The columns of a map whose links are a tree, or several, or nearly so: each block stands beside the one that it hangs on, and all in the
 * order in which no two lines cross. Where that gets too high, half of the branches of a root go to its left; where it gets too wide, it turns
 * back at the last column, and again at the first. Nothing where the map is no tree. Links that came late count only where they join what
 * was apart. `shapeOf` says of a number of columns and the most blocks in one whether that is too high or too wide.
 */
export function treeColumns(
    blocks: readonly PlanBlock[],
    links: readonly PlanLink[],
    late: readonly PlanLink[],
    shapeOf: (columns: number, rows: number) => 'high' | 'wide' | 'fits',
): (readonly PlanBlock[])[] | undefined {
    const pairs = pairsOf(blocks, links);
    const others = pairs.length - spanning(blocks.length, pairs, []).length;
    if (others > mostOthers + Math.floor(blocks.length / blocksForOther) || pairs.length === 0) return undefined;
    const tree = spanning(blocks.length, pairs, pairsOf(blocks, late));
    const roots = branches(blocks.length, tree);
    const shape = (columns: readonly (readonly number[])[]): 'high' | 'wide' | 'fits' =>
        shapeOf(columns.length, Math.max(...columns.map((list) => list.length)));
    let columns = columnsOf(roots, () => 1);
    if (shape(columns) === 'high') columns = columnsOf(roots, sidesOf);
    for (let most = columns.length - 1; most > 1 && shape(columns) === 'wide'; most -= 1) columns = foldedColumns(roots, most);
    return columns.map((list) => list.map((block) => blocks[block] as PlanBlock));
}

/** Two linked blocks. */
interface Pair {
    readonly from: number;
    readonly to: number;
}

function pairsOf(blocks: readonly PlanBlock[], links: readonly PlanLink[]): Pair[] {
    const blockOf = new Map(blocks.flatMap((block, index) => block.cards.map((card) => [card.id, index] as const)));
    const known = new Map<string, Pair>();
    for (const link of links) {
        const [from, to] = [blockOf.get(link.from) ?? -1, blockOf.get(link.to) ?? -1];
        const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
        if (from >= 0 && to >= 0 && from !== to && !known.has(key)) known.set(key, { from, to });
    }
    return [...known.values()];
}

/** A forest of some pairs: those between well linked blocks first, then those written first, so that a line more seldom changes it; then those that came late. */
function spanning(count: number, pairs: readonly Pair[], late: readonly Pair[]): Pair[] {
    const degree = new Array<number>(count).fill(0);
    for (const { from, to } of pairs) for (const end of [from, to]) degree[end] = (degree[end] ?? 0) + 1;
    const weight = ({ from, to }: Pair): number => {
        const [a, b] = [Math.min(manyPairs, degree[from] ?? 0), Math.min(manyPairs, degree[to] ?? 0)];
        return Math.min(a, b) * manyPairs + Math.max(a, b);
    };
    const top = Array.from({ length: count }, (_, index) => index);
    const topOf = (block: number): number => {
        let at = block;
        while (top[at] !== at) at = top[at] as number;
        return at;
    };
    return [...[...pairs].sort((a, b) => weight(b) - weight(a)), ...late].filter(({ from, to }) => {
        const [a, b] = [topOf(from), topOf(to)];
        top[Math.max(a, b)] = Math.min(a, b);
        return a !== b;
    });
}

/** Each tree from the block that gives to most and takes from fewest; branches in the order of the text. */
function branches(count: number, tree: readonly Pair[]): Branch[] {
    const mates = Array.from({ length: count }, (): number[] => []);
    const gives = new Array<number>(count).fill(0);
    for (const { from, to } of tree) {
        mates[from]?.push(to);
        mates[to]?.push(from);
        gives[from] = (gives[from] ?? 0) + 1;
        gives[to] = (gives[to] ?? 0) - 1;
    }
    const seen = new Set<number>();
    const grow = (block: number): Branch => {
        seen.add(block);
        const children = (mates[block] ?? []).sort((a, b) => a - b).flatMap((mate) => (seen.has(mate) ? [] : [grow(mate)]));
        const leaves = Math.max(
            1,
            children.reduce((sum, child) => sum + child.leaves, 0),
        );
        return { block, children, leaves, depth: 1 + Math.max(-1, ...children.map((child) => child.depth)) };
    };
    const reach = (from: number): number[] => {
        const found = [from];
        for (let at = 0; at < found.length; at += 1) {
            for (const mate of mates[found[at] as number] ?? []) if (!found.includes(mate)) found.push(mate);
        }
        return found;
    };
    return mates.flatMap((_, block) => {
        if (seen.has(block)) return [];
        const all = reach(block).sort((a, b) => a - b);
        return [grow(all.reduce((best, other) => ((gives[other] ?? 0) > (gives[best] ?? 0) ? other : best)))];
    });
}

type SideOf = (child: Branch, root: Branch) => 1 | -1;

/** The first branches of a root to the right until they have half of the leaves, the others to the left. */
function sidesOf(child: Branch, root: Branch): 1 | -1 {
    let before = 0;
    for (const other of root.children) {
        if (other === child) break;
        before += other.leaves;
    }
    return before + child.leaves / 2 <= root.leaves / 2 ? 1 : -1;
}

/** The blocks of each column, from above. */
function columnsOf(roots: readonly Branch[], sideOf: SideOf): number[][] {
    const columns = new Map<number, number[]>();
    const put = (branch: Branch, column: number, side: 1 | -1): void => {
        columns.set(column, [...(columns.get(column) ?? []), branch.block]);
        for (const child of branch.children) put(child, column + side, side);
    };
    for (const root of roots) {
        columns.set(0, [...(columns.get(0) ?? []), root.block]);
        for (const child of root.children) {
            const side = sideOf(child, root);
            put(child, side, side);
        }
    }
    return [...columns].sort(([a], [b]) => a - b).map(([, list]) => list);
}

/** As many columns as are given: lines lead on to the last, then back to the first, and so on. What hangs on a block stands above its deepest branch. */
function foldedColumns(roots: readonly Branch[], most: number): number[][] {
    const columns = Array.from({ length: most }, (): number[] => []);
    const put = (branch: Branch, step: number): void => {
        const at = step % (2 * most);
        columns[at < most ? at : 2 * most - 1 - at]?.push(branch.block);
        const deepest = branch.children.reduce<Branch | undefined>(
            (best, child) => (best !== undefined && best.depth >= child.depth ? best : child),
            undefined,
        );
        for (const child of branch.children) if (child !== deepest) put(child, step + 1);
        if (deepest !== undefined) put(deepest, step + 1);
    };
    for (const root of roots) put(root, 0);
    return columns;
}
