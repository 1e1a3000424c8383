import { type AstNode, type CstNode, isCompositeCstNode, isLeafCstNode, type LeafCstNode } from 'langium';
import { ownParts } from '../../own-parts.ts';

/** A piece of a text, by offsets. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

/** A declaration or a statement with the comments that go with it: those before it from `lead`, and those behind it up to `tail`. */
export interface Piece extends Span {
    readonly lead: number;
    readonly tail: number;
}

/** A body: the offset of its `{`, and that of its `}`. */
export interface Body {
    readonly open: number;
    readonly close: number;
}

/** A file's text as an author sees it: its comments, its line breaks, its indentation. */
export class SourceText {
    readonly text: string;
    /** How the file breaks lines. */
    readonly eol: string;
    /** One step of the file's indentation. */
    readonly step: string;
    private readonly root: CstNode;
    private found: readonly LeafCstNode[] | undefined;

    constructor(text: string, root: CstNode) {
        this.text = text;
        this.root = root;
        this.eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
        this.step = stepOf(text);
    }

    /** All tokens and comments, in their order. */
    get leaves(): readonly LeafCstNode[] {
        return (this.found ??= leavesOf(this.root));
    }

    /** Whether a comment that silences rules stands at the end of a body: it speaks of what comes behind that, and nothing may be moved. */
    get silencesFromInside(): boolean {
        if (!this.text.includes('crmmap-ignore')) return false;
        return this.leaves.some(({ hidden, text }, index) => hidden && silences(text) && this.leaves.slice(index).find((leaf) => !leaf.hidden)?.text === '}');
    }

    /** The tokens and comments within a span. */
    leavesIn({ start, end }: Span): LeafCstNode[] {
        let low = 0;
        let high = this.leaves.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.leaves[middle]?.offset ?? 0) < start) low = middle + 1;
            else high = middle;
        }
        const found: LeafCstNode[] = [];
        for (let leaf = this.leaves[low]; leaf && leaf.end <= end; leaf = this.leaves[++low]) found.push(leaf);
        return found;
    }

    /** A span on one line, without its comments. */
    plainText({ start, end }: Span): string {
        let text = '';
        let from = start;
        for (const { offset, end: to } of this.commentsIn({ start, end })) {
            text += this.text.slice(from, offset);
            from = to;
        }
        return (text + this.text.slice(from, end)).replaceAll(/"(?:\\[^\r\n]|[^"\\\r\n])*"|`[^`\r\n]*`|\s+/g, (piece) => (piece.trim() === '' ? ' ' : piece));
    }

    commentsIn(span: Span): LeafCstNode[] {
        return this.leavesIn(span).filter(({ hidden }) => hidden);
    }

    /** The braces of a declaration's own body. */
    bodyOf(node: AstNode): Body | undefined {
        if (!node.$cstNode) return undefined;
        const leaves = ownParts(node.$cstNode, node).filter(isLeafCstNode);
        const open = leaves.find(({ text }) => text === '{');
        const close = leaves.findLast(({ text }) => text === '}');
        return open && close && { open: open.offset, close: close.offset };
    }

    /** The white space at the beginning of the line of an offset. */
    indentationAt(offset: number): string {
        return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset)))?.[0] ?? '';
    }

    lineStart(offset: number): number {
        return Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
    }

    /** Whether nothing but white space stands before an offset on its line. */
    startsLine(offset: number): boolean {
        return /^[\s\uFEFF]*$/.test(this.text.slice(this.lineStart(offset), offset));
    }

    /** The same offset, or behind the indentation where it stands in it. */
    afterIndentation(offset: number): number {
        const start = this.lineStart(offset);
        return Math.max(offset, start + this.indentationAt(start).length);
    }

    /** The offset behind the white space that begins at an offset. */
    afterSpace(offset: number): number {
        return offset + (/^\s*/.exec(this.text.slice(offset, offset + 10_000))?.[0].length ?? 0);
    }

    /**
     * Some declarations or statements that stand side by side between two offsets, with their comments. A comment at the end of a line
     * goes with what ends there; all others go with what follows, as do doc comments and those that silence rules.
     */
    pieces(spans: readonly Span[], from: number, to: number): Piece[] {
        const tails = [from, ...spans.map(({ end }) => end)].map((end, index) => {
            const comments = this.commentsIn({ start: end, end: spans[index]?.start ?? to });
            const behind = index > 0 || from > 0 ? this.countBehind(end, comments) : 0;
            return { tail: comments[behind - 1]?.end ?? end, next: comments[behind]?.offset };
        });
        return spans.map(({ start, end }, index) => ({ start, end, lead: tails[index]?.next ?? start, tail: tails[index + 1]?.tail ?? end }));
    }

    /** How many of the comments that follow an offset go with what ends there. */
    private countBehind(offset: number, comments: readonly LeafCstNode[]): number {
        let end = offset;
        let count = 0;
        for (const comment of comments) {
            if (/[\r\n]/.test(this.text.slice(end, comment.offset)) || belongsToNext(comment.text)) break;
            end = comment.end;
            count++;
        }
        return /^[ \t]*(?:[\r\n}]|$)/.test(this.text.slice(end, end + 1000)) ? count : 0;
    }
}

function leavesOf(root: CstNode): LeafCstNode[] {
    const found: LeafCstNode[] = [];
    const add = (node: CstNode): void => {
        if (isLeafCstNode(node)) found.push(node);
        else if (isCompositeCstNode(node)) for (const child of node.content) add(child);
    };
    add(root);
    return found;
}

/** Whether a comment says something of the declaration that follows it, wherever it stands. */
export function belongsToNext(comment: string): boolean {
    return comment.startsWith('/**') || silences(comment);
}

/** Whether a comment silences rules. */
export function silences(comment: string): boolean {
    return /^\/\/\s*crmmap-ignore\b/.test(comment);
}

/** The smallest indentation of a file; two spaces where it has none. */
function stepOf(text: string): string {
    let step: string | undefined;
    for (const [, white = ''] of text.matchAll(/^([ \t]+)[^\s*]/gm)) {
        if (white.startsWith('\t')) return '\t';
        if (step === undefined || white.length < step.length) step = white;
    }
    return step ?? '  ';
}
