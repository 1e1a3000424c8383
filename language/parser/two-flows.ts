import type { Place } from './place.ts';
import { isArrow, isPathPart, isWordLike, type Token } from './tokens.ts';

/** The flow that is written up to an arrow, and the one that the arrow would begin. */
export function pathsAround({ tokens, index, statement }: Place): { readonly before: string; readonly middle: string; readonly after: string } | undefined {
    const words = (from: number, to: number): string =>
        tokens
            .slice(from, to)
            .filter(isPathPart)
            .map(({ image }) => image)
            .join('');
    let first = statement + 1;
    while (first < index && !isArrow(tokens[first])) first++;
    if (first >= index) return undefined;
    let from = first;
    while (from > statement && isPathPart(tokens[from - 1]) && !(isWordLike(tokens[from - 1] as Token) && isWordLike(tokens[from] as Token))) from--;
    let to = index + 1;
    while (isPathPart(tokens[to]) && !tokens[to]?.first) to++;
    const middle = words(first + 1, index);
    return { before: `${words(from, first)} ${tokens[first]?.image} ${middle}`, middle, after: `${middle} ${tokens[index]?.image} ${words(index + 1, to)}` };
}
