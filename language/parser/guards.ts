import type { Guards } from './lookahead.ts';
import { isArrow, isWordLike, type Token } from './tokens.ts';

/** What can begin with any word needs a second look: only a path with an arrow behind it begins a flow or a way. */
export const guards: Guards = {
    Flow: (tokens, index) => tokens[index]?.tokenType.name === 'flow' || isPathBeforeArrow(tokens, index),
    Way: isPathBeforeArrow,
    ValueUnit: (tokens, index) => isUnit(tokens[index]),
    UnknownDeclaration: (tokens, index) => tokens[index]?.first === true,
};

const units = /^(?:%|percent|points?|(?:second|minute|hour|day|week|month|year)s?|[A-Z]{3})$/;

/** Whether a token says what the number before it counts. */
function isUnit(token: Token | undefined): boolean {
    return token !== undefined && token.tokenType.name !== 'LABEL' && units.test(token.image);
}

/** Whether a path begins here that has an arrow behind it. */
export function isPathBeforeArrow(tokens: readonly Token[], index: number): boolean {
    let at = index;
    while (tokens[at] && isWordLike(tokens[at] as Token) && tokens[at + 1]?.tokenType.name === '.') at += 2;
    const last = tokens[at];
    return last !== undefined && isWordLike(last) && isArrow(tokens[at + 1]);
}
