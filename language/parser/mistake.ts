import type { IRecognitionException, IToken } from 'chevrotain';
import type { Token } from './tokens.ts';

/** A mistake of the text, as an author is told of it. */
export interface Mistake {
    /** A code of `checks/codes.ts`. */
    readonly code: string;
    readonly message: string;
    /** The first and the last token of the place. */
    readonly from: Token;
    readonly to: Token;
    /** What stands there when it is right; nothing removes it. Absent where only the author can know. */
    readonly write?: string;
    /** Several things that could stand there. */
    readonly choices?: readonly string[];
    /** The type of what has the marked text as its title. */
    readonly titled?: string;
    /** Whether it tells of the characters of the place as well, so that the lexer need not. */
    readonly covers?: boolean;
    /** What is missing directly behind it. */
    readonly behind?: string;
    /** Another place that belongs to it. */
    readonly related?: { readonly message: string; readonly token: Token };
}

/** A mistake in the form that Langium hands on. */
export class MistakeError extends Error implements IRecognitionException {
    readonly mistake: Mistake;
    readonly token: IToken;
    readonly resyncedTokens: IToken[] = [];
    readonly context = { ruleStack: [], ruleOccurrenceStack: [] };

    constructor(mistake: Mistake) {
        super(mistake.message);
        this.name = 'MistakeError';
        this.mistake = mistake;
        this.token = mistake.from;
    }
}
