import type { CompositeCstNode } from 'langium';
import type { ItemStart, Piece } from './pieces.ts';

/** What the pieces of a text are to each other, whatever their white space. */
export interface Structure {
    /** Line breaks in front of each piece, as the text has them; the last is what follows the last piece. */
    readonly breaks: readonly number[];
    /** Whether something that is no white space stands in front of a piece: what the parser left out. */
    readonly foreign: readonly boolean[];
    /** The property or declaration of the body around it that begins at a piece. */
    readonly items: readonly (ItemStart | undefined)[];
    /** Of a brace, the piece that closes it. */
    readonly closing: ReadonlyMap<number, number>;
    /** The pieces at which the declarations of the file begin. */
    readonly declarations: readonly number[];
    /** The next piece that is a token, that at the place included. */
    readonly nextToken: readonly number[];
}

export function structureOf(pieces: readonly Piece[], text: string, root: CompositeCstNode): Structure {
    const items: (ItemStart | undefined)[] = [];
    const closing = new Map<number, number>();
    const declarations: number[] = [];
    const open: number[] = [];
    for (const [index, piece] of pieces.entries()) {
        const { item, word } = piece;
        // After a mistake in the braces, a declaration of the file begins anew.
        if (item?.parent === root) {
            open.length = 0;
            declarations.push(index);
        }
        const around = open.at(-1);
        items.push(item && item.parent === (around === undefined ? root : pieces[around]?.owner) ? item : undefined);
        if (word === '{') open.push(index);
        if (word === '}') {
            const brace = open.pop();
            if (brace !== undefined) closing.set(brace, index);
        }
    }
    const gaps = [...pieces, undefined].map((piece, index) => text.slice(pieces[index - 1]?.end ?? 0, piece?.start ?? text.length));
    const nextToken = pieces.map((_, index) => index);
    for (let index = pieces.length - 1; index >= 0; index--) if (pieces[index]?.kind !== 'token') nextToken[index] = nextToken[index + 1] ?? pieces.length;
    return {
        breaks: gaps.map(breaksOf),
        foreign: gaps.map((gap) => gap !== '' && gap !== ' ' && /[^\s\uFEFF]/.test(gap)),
        items,
        closing,
        declarations,
        nextToken,
    };
}

/** How many line breaks a text has. */
export function breaksOf(text: string): number {
    if (text === '' || text === ' ') return 0;
    let breaks = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
    }
    return breaks;
}
