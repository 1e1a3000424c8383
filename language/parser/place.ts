import type { ChoiceState, State } from './graph.ts';
import type { Level } from './run.ts';
import type { Token } from './tokens.ts';

/** Where a mistake stands, and what the grammar could read there. */
export interface Place {
    readonly tokens: readonly Token[];
    readonly index: number;
    readonly state: State;
    /** The states that read a token, any of which could come next. */
    readonly expected: readonly State[];
    /** The value that is asked for: the outermost thing that would begin here. */
    readonly unit: State;
    readonly unitLevel: Level;
    readonly bodyLevel: Level;
    readonly loop: ChoiceState;
    /** Index of the first token of the statement. */
    readonly statement: number;
    /** Whether the statement could be over here. */
    readonly mayEnd: boolean;
}

/** The token so many places behind that of a mistake, or before it. */
export function at(place: Place, offset: number): Token {
    return place.tokens[Math.max(0, place.index + offset)] as Token;
}
