import type { Flow } from '../../model/crm-model.ts';
import type { TraceCard, TraceContent, TraceLine } from './trace-content.ts';

/** More boxes than this are too many to read. */
const mostCards = 40;

/**
 * Folds what stands farthest from the traced thing into one box on each side, level by level, until no more than so many boxes are
 * left. Of the nearest level only as many fold as must. Lines to what is folded lead to the fold, those to the same box as one.
 */
export function fold(content: TraceContent, most = mostCards): TraceContent {
    const kept = new Set(content.cards);
    const folded = { up: [] as TraceCard[], down: [] as TraceCard[] };
    const count = (): number => kept.size + (folded.up.length > 0 ? 1 : 0) + (folded.down.length > 0 ? 1 : 0);
    while (count() > most) {
        const others = [...kept].filter((card) => card.side !== 'centre');
        const depth = Math.max(0, ...others.map((card) => card.depth));
        const level = others.filter((card) => card.depth === depth);
        if (level.length === 0) {
            break;
        }
        const ups = level.filter((card) => card.side === 'up');
        const side = ups.length * 2 >= level.length ? 'up' : 'down';
        const own = level.filter((card) => card.side === side);
        const over = count() - most + (folded[side].length > 0 ? 0 : 1);
        const going = depth > 1 ? own : own.slice(Math.max(0, own.length - over));
        for (const card of going) {
            kept.delete(card);
        }
        folded[side].push(...going);
    }
    const foldCards = (['up', 'down'] as const).flatMap((side): TraceCard[] => {
        const own = folded[side];
        const away = new Set(own);
        const inOrder = content.cards.filter((card) => away.has(card));
        const depth = Math.min(...own.map((card) => card.depth));
        return own.length === 0
            ? []
            : [
                  {
                      key: `fold ${side}`,
                      kind: 'fold',
                      id: side,
                      side,
                      depth,
                      up: side === 'up',
                      down: side === 'down',
                      aside: false,
                      parts: [],
                      folded: inOrder,
                  },
              ];
    });
    const home = new Map(foldCards.flatMap((card) => card.folded.map((inner) => [inner.key, card.key] as const)));
    return { cards: [...content.cards.filter((card) => kept.has(card)), ...foldCards], lines: bundled(content.lines, home), inside: content.inside };
}

function bundled(lines: readonly TraceLine[], home: ReadonlyMap<string, string>): TraceLine[] {
    const result = new Map<string, TraceLine>();
    for (const line of lines) {
        const [from, to] = [home.get(line.from) ?? line.from, home.get(line.to) ?? line.to];
        if (from === line.from && to === line.to) {
            result.set(line.key, line);
        } else if (from !== to) {
            const known = result.get(`${from} > ${to}`) ?? result.get(`${to} > ${from}`);
            const flows: Flow[] = line.flow === undefined ? [] : [line.flow];
            const next: TraceLine = known ?? { key: `${from} > ${to}`, from, to, twoWay: line.twoWay, up: line.up, down: line.down, ties: [], bundled: [] };
            const turned = known !== undefined && (known.from !== from || line.twoWay);
            result.set(next.key, {
                ...next,
                twoWay: next.twoWay || turned,
                up: next.up || line.up,
                down: next.down || line.down,
                bundled: [...new Set([...next.bundled, ...flows])],
            });
        }
    }
    return [...result.values()];
}
