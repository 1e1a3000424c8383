import type { AstNode } from 'langium';
import { deepest, mostOperands, mostTold } from './bounds.ts';
import { listOf } from './expected-words.ts';
import type { ActionState, CallState, ChoiceState, GrammarGraph, State, TokenState } from './graph.ts';
import { closure, furthest, type Lookahead, type Return } from './lookahead.ts';
import type { Mistake } from './mistake.ts';
import type { MistakeWords } from './mistake-words.ts';
import type { Place } from './place.ts';
import { Repairs } from './repairs.ts';
import { asKeyword, type Reading } from './repairs/reading.ts';
import { reaches, stateBehind } from './states-ahead.ts';
import { StatementLog } from './statements.ts';
import { isEnd, isOfType, isWordLike, type Token } from './tokens.ts';
import type { Opened, TreeBuilder } from './tree-builder.ts';

/** A rule that the parser is in. */
export interface Level {
    readonly opened: Opened;
    /** Where it goes on when the rule ends; undefined for the entry rule. */
    readonly back: Return | undefined;
    readonly outer: Level | undefined;
    /** Index of its first token. */
    readonly start: number;
    /** How many rules are around it. */
    readonly depth: number;
    /** The loop between its braces, while the parser is in them, and the first token of the statement that it reads. */
    body?: { readonly loop: ChoiceState; statement: number };
}

/** A part of a text that is read by itself. */
export interface Part {
    readonly index: number;
    readonly stop?: number;
}

/** Where the grammar stands at the end of the text. */
export interface End {
    readonly state: State;
    readonly level: Level;
    readonly tokens: readonly Token[];
}

/** A text, its tokens, and how more of them are made. */
export interface Source extends Pick<Reading, 'text' | 'lex'> {
    readonly tokens: Token[];
}

/** One walk over the tokens of a text. A mistake ends the statement that it stands in; the next one is read as if nothing was. */
export class Run implements Reading {
    readonly mistakes: Mistake[] = [];
    /** How many mistakes are not told, because there are so many. */
    untold = 0;
    readonly lostNames = new Set<string>();
    end: End;
    readonly tokens: Token[];
    readonly statements: StatementLog;
    /** Where a run over a part of a text ends, once a statement begins there; undefined where it goes to the end. */
    private readonly stop: number | undefined;
    private readonly graph: GrammarGraph;
    readonly lookahead: Lookahead;
    private readonly builder: TreeBuilder;
    readonly words: MistakeWords;
    readonly text: string;
    readonly lex: Reading['lex'];
    private readonly repairs: Repairs;
    private level: Level;
    index: number;
    private reached = false;
    /** Index up to which the statement at hand is known to be broken. */
    private brokenFrom = -1;
    private lastMistake: Mistake | undefined;
    /** How many operands the selectors of the statement at hand have joined. */
    private operands = 0;

    /** @param part index of the first token to read, and where to stop */
    constructor(source: Source, graph: GrammarGraph, lookahead: Lookahead, builder: TreeBuilder, words: MistakeWords, part: Part = { index: 0 }) {
        const { text, tokens, lex } = source;
        this.text = text;
        this.lex = lex;
        this.tokens = tokens;
        this.index = part.index;
        this.stop = part.stop;
        this.statements = new StatementLog(builder);
        this.graph = graph;
        this.lookahead = lookahead;
        this.builder = builder;
        this.words = words;
        this.repairs = new Repairs(this);
        this.level = { opened: builder.open(graph.entry, undefined), back: undefined, outer: undefined, start: this.index, depth: 0 };
        this.end = { state: graph.entry.start, level: this.level, tokens };
    }

    parse(): AstNode {
        let state: State | undefined = this.graph.entry.start;
        while (state) {
            this.noteEnd(state);
            state = this.untold > 0 && !isEnd(this.token) ? this.giveUp() : this.step(state);
        }
        return this.builder.finish();
    }

    /** Whether a statement of the file begins at the stop, so that it need not be read. */
    private isAtStop(): boolean {
        if (this.level.outer) return false;
        this.statements.boundary(this.tokens, this.index);
        return this.stop !== undefined && this.token.startOffset >= this.stop;
    }

    private step(state: State): State | undefined {
        switch (state.kind) {
            case 'choice':
                if (state.body) this.beginStatement(state);
                if (state.body && this.isAtStop()) return undefined;
                return this.lookahead.choose(state, this.level.back, this.tokens, this.index) ?? this.recover(state);
            case 'token':
                if (!isOfType(this.token, state.type) || this.isLeftOut(state)) return this.recover(state);
                if (state.type === 'ID' && this.repairs.alternative(state, this.level)) return state.rule.start;
                this.builder.token(this.token, state);
                if (state.type === '}') delete this.level.body;
                this.index++;
                return state.next;
            case 'call':
                this.repairs.before(state, this.level);
                return state.called.name === 'UnknownDeclaration' && this.repairs.declaration() ? this.restartStatement() : this.enter(state);
            case 'action':
                if (this.mayJoin(state)) this.builder.action(state);
                return state.next;
            case 'end':
                return this.level.outer ? this.leave() : undefined;
        }
    }

    /** Whether one more operand may be joined: each of them makes the tree one level deeper. */
    private mayJoin({ action }: ActionState): boolean {
        if (!action.feature) return true;
        this.operands++;
        if (this.operands === mostOperands) {
            this.report({
                code: 'LNG008',
                message: `More than ${mostOperands} selectors are joined here. Give what is meant a tag and select that, or write several selectors with commas.`,
                from: this.token,
                to: this.token,
            });
        }
        return this.operands < mostOperands;
    }

    /** Whether a value is missing, although the next word could be read as it. */
    private isLeftOut(state: TokenState): boolean {
        if (this.token.first || this.tokens[this.index - 1]?.tokenType.name === ',') return this.isNextStatement(state);
        const list = state.type === 'WORD' ? this.listHere(state) : undefined;
        const next = this.level.back?.next;
        return (
            list !== undefined &&
            next !== undefined &&
            !Object.hasOwn(list.words, this.token.image) &&
            this.lookahead.first(next).types.includes(this.token.tokenType.name)
        );
    }

    /** The closed list that a word at hand is to be from. */
    private listHere(state: TokenState): ReturnType<typeof listOf> {
        const target = state.target ?? this.level.opened.call?.target;
        return target && listOf(state.target ? this.level : (this.level.outer ?? this.level), target.feature);
    }

    /** Whether what reads like a name is the next property, because the value before it is missing; only where the text fits no other way. */
    private isNextStatement(state: TokenState): boolean {
        if (state.type !== 'WORD') return false;
        const { token } = this;
        const { level, loop, statement } = this.body();
        if (statement === this.index || token.tokenType.name === 'LABEL' || !this.lookahead.first(loop).types.includes(token.image)) return false;
        const list = this.listHere(state);
        const asName = this.lookahead.survives(state.next, this.level.back, this.tokens, this.index + 1);
        // Beside an arrow the lexer took the word for a name.
        this.replace(asKeyword(token, token.image));
        const asStatement = this.lookahead.survives(loop, level.back, this.tokens, this.index);
        const isNext = list ? !Object.hasOwn(list.words, token.image) : (token.first ? asName < furthest : asName === 0) && asName < asStatement;
        if (!isNext) this.replace(token);
        return isNext;
    }

    private enter(call: CallState): State {
        const outer = this.level;
        if (outer.depth >= deepest) {
            this.report({ code: 'LNG008', message: 'This is nested too deeply. Write it with fewer parentheses or braces.', from: this.token, to: this.token });
            return this.skipStatement(this.placeOf(call));
        }
        this.level = {
            opened: this.builder.open(call.called, call),
            back: { next: call.next, parent: outer.back, call },
            outer,
            start: this.index,
            depth: outer.depth + 1,
        };
        return call.called.start;
    }

    private leave(): State | undefined {
        const { opened, back, outer } = this.level;
        this.builder.close(opened);
        if (outer) this.level = outer;
        return back?.next;
    }

    get token(): Token {
        return this.tokens[this.index] as Token;
    }

    replace(token: Token): void {
        this.tokens[this.index] = token;
    }

    /** Reads the statement at hand once more, after a repair of its first word. */
    private restartStatement(): State {
        const { level, loop } = this.body();
        this.closeTo(level);
        return loop;
    }

    private beginStatement(loop: ChoiceState): void {
        this.level.body = { loop, statement: this.index };
        this.operands = 0;
    }

    private noteEnd(state: State): void {
        if (this.reached || !isEnd(this.token)) return;
        this.reached = true;
        this.end = { state, level: this.level, tokens: this.tokens };
    }

    /** The innermost level with a body, whose statement the parser reads. */
    private body(): { level: Level; loop: ChoiceState; statement: number } {
        let level = this.level;
        while (!level.body && level.outer) level = level.outer;
        const { loop, statement } = level.body ?? { loop: this.graph.entry.start as ChoiceState, statement: 0 };
        return { level, loop, statement };
    }

    /** Tells of a mistake at the token at hand, and finds the state to go on with. */
    private recover(state: State): State {
        if (isEnd(this.token) && this.body().level.outer) return this.endEarly();
        const place = this.placeOf(state);
        const repaired = this.repairs.mend(place);
        if (repaired) return repaired;
        this.report(this.words.mistakeAt(place));
        return this.insertMissing(place) ?? this.skipStatement(place);
    }

    private placeOf(state: State): Place {
        const { level: bodyLevel, loop, statement } = this.body();
        const expected = closure([{ state, parent: this.level.back }]);
        const mayEnd = reaches(state, this.level.back, loop);
        let unit: State = state;
        let level = this.level;
        while (!mayEnd && level.start === this.index && level.opened.call && level.outer && level !== bodyLevel) {
            unit = level.opened.call;
            level = level.outer;
        }
        return {
            tokens: this.tokens,
            index: this.index,
            state,
            expected: expected.map((thread) => thread.state),
            unit,
            unitLevel: level,
            bodyLevel,
            loop,
            statement,
            mayEnd,
        };
    }

    /** Goes on behind a value that is missing, if what follows fits. */
    private insertMissing({ unit, unitLevel, mayEnd }: Place): State | undefined {
        const next = mayEnd ? undefined : stateBehind(unit);
        if (!next || !this.lookahead.fits(next, unitLevel.back, this.tokens, this.index)) return undefined;
        this.closeTo(unitLevel);
        return next;
    }

    /** Leaves out the rest of a statement: up to the next property or declaration, or the end of the body. */
    private skipStatement({ bodyLevel, loop, statement }: Place): State {
        this.closeTo(bodyLevel);
        const from = this.index;
        let depth = 0;
        while (!isEnd(this.token)) {
            const { token } = this;
            const type = token.tokenType.name;
            if (type === '}' && depth === 0 && bodyLevel.outer) break;
            if (depth === 0 && this.index > statement && this.beginsStatement(token, loop, from)) break;
            if (type === '{') depth++;
            if (type === '}') depth = Math.max(0, depth - 1);
            if (isWordLike(token)) this.lose(token);
            this.index++;
            if (type === '}' && depth === 0) break;
        }
        this.brokenFrom = this.tokens[this.index - 1]?.tokenType.name === '}' ? -1 : this.index;
        return loop;
    }

    /** A text with very many mistakes is none of this language: the rest is not read, and its names are lost. */
    private giveUp(): State {
        while (this.level.outer) this.leave();
        for (; !isEnd(this.token); this.index++) if (isWordLike(this.token)) this.lose(this.token);
        return this.graph.entry.start;
    }

    /** A text that ends within a body: only the beginning of a file, as completion reads it, does so; all others have their braces. */
    private endEarly(): State {
        while (this.level.outer) this.leave();
        return this.body().loop;
    }

    private beginsStatement(token: Token, loop: ChoiceState, from: number): boolean {
        if (token.first && isWordLike(token)) return true;
        if (this.level.outer === undefined || this.index === from) return false;
        return token.tokenType.word === true && this.lookahead.first(loop).types.includes(token.tokenType.name);
    }

    lose(token: Token): void {
        this.lostNames.add(token.image.replaceAll('`', ''));
    }

    private closeTo(level: Level): void {
        while (this.level !== level && this.level.outer) this.leave();
    }

    /** One mistake for each statement: what follows in the same line from the same mistake is not told. */
    report(mistake: Mistake): void {
        this.statements.spoil();
        const last = this.lastMistake;
        const follows = last && this.brokenFrom === this.index && last.from.startLine === mistake.from.startLine;
        const again = last && last.from.startOffset === mistake.from.startOffset;
        if (follows || again) return;
        this.lastMistake = mistake;
        if (this.mistakes.length < mostTold) this.mistakes.push(mistake);
        else this.untold++;
    }
}
