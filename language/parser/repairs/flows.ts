import { quoted } from '../../names.ts';
import { isPathBeforeArrow } from '../guards.ts';
import { isArrow, isEnd, isPathPart, isWordLike, missingToken, type Token } from '../tokens.ts';
import { asKeyword, behindPath, labelType, type Reading, type Repair } from './reading.ts';

/** What is repeated for each of several flows is no longer than this. */
const longestRest = 2000;

/** `flow orders shop -> erp` is read with the colon that it lacks. */
export function flowName(at: Reading): void {
    const flow = at.token;
    const name = at.tokens[at.index + 1];
    if (flow.tokenType.name !== 'flow' || !name || name.tokenType.word !== true || name.first || name.tokenType.name === 'LABEL') return;
    const title = at.tokens[at.index + 2]?.tokenType.name === 'STRING' ? 1 : 0;
    const end = at.index + 2 + title;
    const from = at.tokens[end];
    if (!from) return;
    if (!isPathBeforeArrow(at.tokens, end)) {
        if (title === 0 && !from.first) endsOnly(at, name, end);
        return;
    }
    // In a line of its own only where it stands further to the right: else it is a flow of its own.
    if (from.first && from.startColumn <= flow.startColumn) {
        at.report({
            code: 'LNG004',
            message: `The flow ${quoted(name.image)} lacks its ends. Write flow ${name.image}: FROM -> TO.`,
            from: name,
            to: name,
            choices: [`${name.image}:`],
        });
        at.lose(name);
        at.tokens.splice(at.index, 2 + title);
        return;
    }
    const moved = title === 1 ? ' The title stands at the end of the line.' : '';
    at.report({
        code: 'LNG004',
        message: `Write : after the name ${quoted(name.image)}.${moved}`,
        from: name,
        to: name,
        write: title === 1 ? undefined : `${name.image}:`,
    });
    at.tokens.splice(at.index + 1, 1 + title, { ...name, tokenType: labelType }, missingToken(':', ':', name));
}

/** `flow orders shop erp` lacks its colon and its arrow. */
function endsOnly(at: Reading, name: Token, from: number): void {
    const { tokens } = at;
    const to = behindPath(tokens, from);
    const end = to > from && !tokens[to]?.first ? behindPath(tokens, to) : to;
    if (end === to || !isOver(tokens[end])) return;
    const [first, last] = [tokens[from] as Token, tokens[end - 1] as Token];
    const write = `${name.image}: ${imageOf(tokens, from, to)} -> ${imageOf(tokens, to, end)}`;
    at.report({ code: 'LNG004', message: `A flow has a colon behind its name, and an arrow. Write flow ${write}.`, from: name, to: last, write });
    tokens.splice(to, 0, missingToken('->', '->', tokens[to - 1]));
    tokens.splice(at.index + 1, 1, { ...name, tokenType: labelType }, missingToken(':', ':', first));
}

/** `a to b` is read as `a -> b`. Whether it stands here. */
export function wordForArrow(at: Reading): boolean {
    const { tokens, index } = at;
    const end = behindPath(tokens, index);
    return end > index && writtenTo(at, end);
}

/** The same behind the first end of a flow. */
export const wordBehindEnd: Repair = ({ expected, state }, at) =>
    expected.some((next) => next.kind === 'token' && next.type === '->') && writtenTo(at, at.index) ? state : undefined;

function writtenTo(reading: Reading, at: number): boolean {
    const { tokens } = reading;
    const word = tokens[at];
    const end = behindPath(tokens, at + 1);
    if (word?.image !== 'to' || word.first || end === at + 1 || tokens[at + 1]?.first || !isOver(tokens[end])) return false;
    reading.report({ code: 'LNG004', message: 'An arrow is written ->, not to.', from: word, to: word, write: '->' });
    tokens.splice(at, 1, { ...asKeyword(word, '->'), image: '->' });
    return true;
}

/** `a, b -> c` comes from several things: the first flow is read. Whether it stands here. */
export function severalStarts(at: Reading): boolean {
    const { tokens, index } = at;
    const first = behindPath(tokens, index);
    const end = first > index ? behindPaths(tokens, first) : first;
    if (end === first || !isArrow(tokens[end])) return false;
    const targets = behindPath(tokens, end + 1);
    if (targets === end + 1) return false;
    const sources = pathsIn(tokens, index, end);
    tellOfSeveral(at, index, sources, imageOf(tokens, end, end + 1), pathsIn(tokens, end + 1, behindPaths(tokens, targets)), behindPaths(tokens, targets));
    tokens.splice(first, end - first);
    return true;
}

/** The same behind the first of them: `flow x: a, b -> c`. */
export const furtherStarts: Repair = ({ expected, state, tokens, index }, at) => {
    if (!expected.some((next) => next.kind === 'token' && next.type === '->')) return undefined;
    const from = startOfPath(tokens, index);
    const end = behindPaths(tokens, index);
    if (end === index || from === index || !isArrow(tokens[end])) return undefined;
    const targets = behindPath(tokens, end + 1);
    tellOfSeveral(at, from, pathsIn(tokens, from, end), imageOf(tokens, end, end + 1), [imageOf(tokens, end + 1, targets)], targets);
    at.tokens.splice(index, end - index);
    return state;
};

/** `a -> b, c` leads to one thing only; the others are left out. */
export const furtherEnds: Repair = ({ tokens, index, state }, at) => {
    let arrow = index - 1;
    while (isPathPart(tokens[arrow])) arrow--;
    if (!isArrow(tokens[arrow])) return undefined;
    const end = behindPaths(tokens, index, true);
    if (end === index || isArrow(tokens[end])) return undefined;
    const from = startOfPath(tokens, arrow);
    tellOfSeveral(at, from, [imageOf(tokens, from, arrow)], imageOf(tokens, arrow, arrow + 1), pathsIn(tokens, arrow + 1, end), end);
    at.tokens.splice(index, end - index);
    return state;
};

/** Tells of a flow with several ends, and writes one for each, with the title and the body of the whole. */
function tellOfSeveral(at: Reading, from: number, sources: readonly string[], arrow: string, targets: readonly string[], end: number): void {
    const { tokens, text } = at;
    const first = tokens[from] as Token;
    const isMapping = startsMapping(tokens, from - 1);
    const last = isMapping ? end - 1 : behindRest(tokens, end) - 1;
    const to = tokens[last] as Token;
    const rest = text.slice((tokens[end - 1]?.endOffset ?? 0) + 1, to.endOffset + 1);
    const indent = /[^\r\n]*$/.exec(text.slice(Math.max(0, first.startOffset - 200), first.startOffset))?.[0] ?? '';
    const blank = /^[ \t]*/.exec(indent)?.[0] ?? '';
    const ways = sources.flatMap((source) => targets.map((target) => `${source} ${arrow} ${target}`));
    const write = ways.map((way) => `${way}${rest}`).join(`\n${blank}${isMapping ? 'map ' : ''}`);
    at.report({
        code: 'LNG001',
        message: `An arrow joins two things. Write ${isMapping ? 'a line' : 'one'} for each: ${ways.slice(0, 4).map(quoted).join(', ')}${ways.length > 4 ? ' …' : ''}.`,
        from: first,
        to: isMapping || rest.includes('\n') ? (tokens[end - 1] as Token) : to,
        ...(rest.length < longestRest && (isMapping || !rest.includes('\n')) && { write }),
    });
}

/** Index of the first part of the path that ends before an index. */
function startOfPath(tokens: readonly Token[], end: number): number {
    let from = end - 1;
    while (tokens[from - 1]?.tokenType.name === '.') from -= 2;
    return from;
}

function startsMapping(tokens: readonly Token[], index: number): boolean {
    return tokens[index]?.tokenType.name === 'map';
}

/** Index behind further paths with commas, or with and, before them. */
function behindPaths(tokens: readonly Token[], index: number, commasOnly = false): number {
    let end = index;
    while (tokens[end]?.tokenType.name === ',' || (!commasOnly && tokens[end]?.image === 'and' && !tokens[end]?.first)) {
        const next = behindPath(tokens, end + 1);
        if (next === end + 1) break;
        end = next;
    }
    return end;
}

/** Index behind the title and the body that follow the ends of a flow. */
function behindRest(tokens: readonly Token[], index: number): number {
    let end = index;
    if (tokens[end]?.tokenType.name === 'STRING' && !tokens[end]?.first) end++;
    if (tokens[end]?.tokenType.name !== '{') return end;
    for (let depth = 0; end < tokens.length; end++) {
        const type = tokens[end]?.tokenType.name;
        depth += type === '{' ? 1 : type === '}' ? -1 : 0;
        if (depth === 0) return end + 1;
    }
    return index;
}

function pathsIn(tokens: readonly Token[], from: number, to: number): string[] {
    const paths: string[] = [];
    for (let at = from; at < to; ) {
        const end = behindPath(tokens, at);
        if (end > at) paths.push(imageOf(tokens, at, end));
        at = Math.max(end, at) + 1;
    }
    return paths;
}

function imageOf(tokens: readonly Token[], from: number, to: number): string {
    return tokens
        .slice(from, to)
        .map(({ image }) => image)
        .join('');
}

/** Whether a flow is over behind its ends, or goes on with its title or its body. */
function isOver(token: Token | undefined): boolean {
    return !token || token.first || isEnd(token) || (!isWordLike(token) && !isArrow(token));
}
