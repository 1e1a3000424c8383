import type { AstNode, CompositeCstNode, CstNode, Mutable } from 'langium';
import type { Document } from '../generated/ast.ts';
import { isBalanced } from './braces.ts';
import { type Move, moveNode } from './cst-nodes.ts';
import type { CrmMapLexer } from './lexer.ts';
import type { CrmMapParseResult } from './parser.ts';
import type { Part, Run } from './run.ts';
import { lineOf, lineStarts } from './scan.ts';
import type { Counts, Statement, StatementLog } from './statements.ts';
import type { Token } from './tokens.ts';

/** What an edit leaves as it is: so many statements before it, and those from an index on behind it. */
interface Kept {
    readonly before: number;
    readonly behind: number;
}

type StartRun = (text: string, hidden: readonly Token[], tokens: readonly Token[], part: Part) => Run;

/**
 * Reads only those statements of a file that an edit can have changed, and puts the others of the tree of before around them: their nodes
 * are the same objects, moved to where they stand now. The tree of before must not be used any more. Undefined where the whole file must be
 * read: nothing is changed then.
 *
 * A statement is kept if it has no mistake, and neither its text nor what the parser can have looked at is touched.
 */
export function reparse(text: string, before: CrmMapParseResult, lexer: CrmMapLexer, startRun: StartRun): Reparsed | undefined {
    const was = before.value.$cstNode?.root.fullText;
    const kept = was === undefined ? undefined : keptOf(was, text, before.statements);
    if (!kept) return undefined;
    const { length } = before.statements;
    // Whoever mends a mistake may look further ahead than a parser that finds none.
    const read = readBetween(text, before, kept, lexer, startRun);
    if (read !== 'mistaken') return read && joined(text, before, kept, read);
    const further = { ...kept, behind: length };
    const rest = kept.before === 0 ? undefined : readBetween(text, before, further, lexer, startRun);
    return rest && rest !== 'mistaken' ? joined(text, before, further, rest) : undefined;
}

interface Read {
    readonly run: Run;
    readonly root: Document;
    readonly errors: CrmMapParseResult['lexerErrors'];
}

/** Reads what stands between the statements that are kept. Undefined where these may read in another way than before. */
function readBetween(
    text: string,
    { value, statements }: CrmMapParseResult,
    kept: Kept,
    lexer: CrmMapLexer,
    startRun: StartRun,
): Read | 'mistaken' | undefined {
    const offset = text.length - (value.$cstNode?.root.fullText.length ?? 0);
    const after = statements[kept.before - 1]?.last;
    const next = statements[kept.behind];
    const last = statements[kept.behind - 1];
    const { tokens, hidden, errors, untold } = lexer.tokenizePart(text, { after, until: next && last ? last.seen + offset : text.length });
    const [all, comments] = [tokens as Token[], hidden as Token[]];
    if (untold > 0 || (after && all[0] !== after)) return undefined;
    const stop = next ? next.start + offset : Infinity;
    if (next && last) {
        const first = all.find(({ startOffset }) => startOffset >= stop);
        if (first?.startOffset !== stop || first.tokenType.name !== next.startType || first.first !== next.first) return undefined;
        // Nothing may reach over the border behind which the text is the same.
        const border = last.last.endOffset + 1 + offset;
        if ([...all, ...comments].some(({ startOffset, endOffset }) => startOffset < border && endOffset >= border)) return undefined;
        if (errors.some((error) => error.offset + error.length > border)) return undefined;
    }
    if (!isBalanced(all.filter((token) => token !== after && token.startOffset < stop))) return undefined;
    const own = comments.filter(({ startOffset }) => startOffset < stop);
    const run = startRun(text, own, all, { index: after ? 1 : 0, stop: next && stop });
    const root = run.parse() as Document;
    if (next && !run.statements.all().every(({ clean }) => clean)) return 'mistaken';
    return run.untold > 0 || (next && run.token.startOffset !== stop) ? undefined : { run, root, errors };
}

function joined(text: string, { value, statements }: CrmMapParseResult, kept: Kept, { run, root, errors }: Read): Reparsed {
    const offset = text.length - (value.$cstNode?.root.fullText.length ?? 0);
    const last = kept.behind < statements.length ? statements[kept.behind - 1] : undefined;
    const move = last && moveBehind(last, text, offset);
    const both = new Joined(value as Document, root, statements, kept);
    both.nodes(move);
    return { value: root, statements: both.statements(run.statements, move), run, errors };
}

export interface Reparsed {
    readonly value: AstNode;
    readonly statements: readonly Statement[];
    readonly run: Run;
    readonly errors: CrmMapParseResult['lexerErrors'];
}

function keptOf(was: string, is: string, statements: readonly Statement[]): Kept | undefined {
    const shorter = Math.min(was.length, is.length);
    let same = 0;
    while (same < shorter && was.charCodeAt(same) === is.charCodeAt(same)) same++;
    let sameEnd = 0;
    while (sameEnd < shorter - same && was.charCodeAt(was.length - 1 - sameEnd) === is.charCodeAt(is.length - 1 - sameEnd)) sameEnd++;
    let before = 0;
    while ((statements[before]?.seen ?? Infinity) < same && statements[before]?.clean) before++;
    // What looks wrong there may look back.
    if (before > 0 && statements[before]?.clean === false) before--;
    const changed = was.length - sameEnd;
    let behind = statements.length;
    while (behind - 2 >= before && isClean(statements, behind - 1) && (statements[behind - 2] as Statement).last.endOffset + 1 >= changed) behind--;
    return before === 0 && behind === statements.length ? undefined : { before, behind };
}

/** Whether a statement and the one before it are clean: what is left out behind the other one is not taken for what stands before this one. */
function isClean(statements: readonly Statement[], index: number): boolean {
    return statements[index]?.clean === true && statements[index - 1]?.clean === true;
}

/** How what stands behind a statement moves. */
function moveBehind({ last }: Statement, text: string, offset: number): Move | undefined {
    const border = last.endOffset + 1 + offset;
    const lines = lineStarts(text);
    const line = lineOf(lines, border);
    const columns = border - (lines[line] ?? 0) - last.endColumn;
    const was = last.endLine - 1;
    return offset === 0 && line === was && columns === 0 ? undefined : { offset, lines: line - was, line: was, columns };
}

/** What was kept of a tree, and around it what was read anew. */
class Joined {
    private readonly old: Document;
    private readonly root: Document;
    private readonly all: readonly Statement[];
    private readonly kept: Kept;
    /** How much of the trees stands before what was read anew, and before what is kept behind it. */
    private readonly first: Counts;
    private readonly next: Counts;
    /** How much was read anew. */
    private readonly read: Counts;

    constructor(old: Document, root: Document, all: readonly Statement[], kept: Kept) {
        this.old = old;
        this.root = root;
        this.all = all;
        this.kept = kept;
        this.first = (all[kept.before] as Statement).before;
        const nodes = contentOf(old);
        const whole = { nodes: nodes.length, imports: old.imports.length, elements: old.elements.length };
        this.next = { ...(all[kept.behind]?.before ?? whole) };
        this.read = { nodes: contentOf(root).length, imports: root.imports.length, elements: root.elements.length };
    }

    /** Joins the nodes, and moves those behind. */
    nodes(move: Move | undefined): void {
        const { old, root, first, next } = this;
        const nodes = contentOf(old);
        // The comments before it were read anew.
        const behind = nodes.slice(this.firstNode());
        if (move) for (const node of behind) moveNode(node, move);
        const cst = root.$cstNode as Mutable<CompositeCstNode>;
        cst.content = [...nodes.slice(0, first.nodes), ...cst.content, ...behind];
        for (const node of cst.content) (node as Mutable<CstNode>).container = cst;
        root.imports = [...old.imports.slice(0, first.imports), ...root.imports, ...old.imports.slice(next.imports)];
        root.elements = [...old.elements.slice(0, first.elements), ...root.elements, ...old.elements.slice(next.elements)];
        for (const property of ['imports', 'elements'] as const) {
            for (const [index, node] of root[property].entries())
                Object.assign(node, { $container: root, $containerProperty: property, $containerIndex: index });
        }
    }

    private firstNode(): number {
        const nodes = contentOf(this.old);
        let at = this.next.nodes;
        while (this.kept.behind < this.all.length && nodes[at]?.hidden) at++;
        return at;
    }

    /** The statements of the file as it is now. */
    statements(log: StatementLog, move: Move | undefined): readonly Statement[] {
        const { all, kept, first, next, read } = this;
        const comments = this.firstNode() - next.nodes;
        const inside = log.all().map((statement) => ({ ...statement, before: sum(statement.before, first) }));
        const behind = all.slice(kept.behind).map((statement, index): Statement => {
            const { before } = statement;
            const nodes = index === 0 ? first.nodes + log.rest.nodes : before.nodes - next.nodes - comments + first.nodes + read.nodes;
            const imports = before.imports - next.imports + first.imports + read.imports;
            const elements = before.elements - next.elements + first.elements + read.elements;
            return { ...(move ? moved(statement, move) : statement), before: { nodes, imports, elements } };
        });
        return [...all.slice(0, kept.before), ...inside, ...behind];
    }
}

function contentOf(root: Document): readonly CstNode[] {
    return (root.$cstNode as CompositeCstNode).content;
}

function sum(a: Counts, b: Counts): Counts {
    return { nodes: a.nodes + b.nodes, imports: a.imports + b.imports, elements: a.elements + b.elements };
}

function moved(statement: Statement, { offset, lines, line, columns }: Move): Statement {
    const { start, seen, last } = statement;
    const column = (at: number): number => (at === line + 1 ? columns : 0);
    return {
        ...statement,
        start: start + offset,
        seen: seen + offset,
        last: {
            ...last,
            startOffset: last.startOffset + offset,
            endOffset: last.endOffset + offset,
            startLine: last.startLine + lines,
            startColumn: last.startColumn + column(last.startLine),
            endLine: last.endLine + lines,
            endColumn: last.endColumn + column(last.endLine),
        },
    };
}
