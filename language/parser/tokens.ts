import type { IToken, TokenType } from 'chevrotain';

/** A token of the text, or one that a repair put in. Lines and columns count from 1, as Langium's syntax tree wants them. */
export interface Token extends IToken {
    /** Whether it is the first token of its line. */
    readonly first: boolean;
    readonly startLine: number;
    readonly startColumn: number;
    readonly endOffset: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly tokenType: TokenType & { readonly word?: boolean };
}

/** Whether a token may stand where the grammar asks for a type. Any word but a label is a WORD. */
export function isOfType(token: Token, type: string): boolean {
    const name = token.tokenType.name;
    return name === type || (type === 'WORD' && token.tokenType.word === true && name !== 'LABEL');
}

export function isWordLike(token: Token): boolean {
    return token.tokenType.word === true || token.tokenType.name === 'BACKTICK';
}

const noType: TokenType = { name: 'EOF', PATTERN: undefined };

/** What follows the last token: nothing, at the end of the text's last token. */
export function endToken(last: Token | undefined): Token {
    const line = last?.endLine ?? 1;
    const column = last ? last.endColumn + 1 : 1;
    const offset = last ? last.endOffset + 1 : 0;
    return {
        image: '',
        first: true,
        startOffset: offset,
        endOffset: offset - 1,
        startLine: line,
        startColumn: column,
        endLine: line,
        endColumn: column - 1,
        tokenType: noType,
        tokenTypeIdx: 0,
    };
}

export function isEnd(token: Token): boolean {
    return token.tokenType.name === 'EOF';
}

/** A token that the text lacks, directly behind another. It takes no room, and the syntax tree leaves it out. */
export function missingToken(type: string, image: string, behind: Token | undefined): Token {
    const end = endToken(behind);
    return { ...end, image, first: false, tokenType: { name: type, PATTERN: undefined }, isInsertedInRecovery: true };
}

/** Whether a token is a part of a path: a name, or the dot between two. */
export function isPathPart(token: Token | undefined): boolean {
    return token !== undefined && (isWordLike(token) || token.tokenType.name === '.');
}

export function isArrow(token: Token | undefined): boolean {
    return ['->', '<-', '<->'].includes(token?.tokenType.name ?? '');
}
