import type { AstNode } from 'langium';
import { quoted } from '../names.ts';
import { nearest } from '../nearest.ts';
import { listOf } from './expected-words.ts';
import type { CallState, ChoiceState, GrammarGraph, State, TokenState } from './graph.ts';
import { closure, furthest, type Lookahead, type Return } from './lookahead.ts';
import type { Mistake } from './mistake.ts';
import type { MistakeWords, Place } from './mistake-words.ts';
import { isEnd, isOfType, isWordLike, missingToken, type Token } from './tokens.ts';
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

/** Where the grammar stands at the end of the text. */
export interface End {
    readonly state: State;
    readonly level: Level;
    readonly tokens: readonly Token[];
}

/** More rules within each other than any map needs; fewer than exhaust the stack of those who walk the tree. */
const deepest = 300;

/** One walk over the tokens of a text. A mistake ends the statement that it stands in; the next one is read as if nothing was. */
export class Run {
    readonly mistakes: Mistake[] = [];
    readonly lostNames = new Set<string>();
    end: End;
    private readonly tokens: Token[];
    private readonly graph: GrammarGraph;
    private readonly lookahead: Lookahead;
    private readonly builder: TreeBuilder;
    private readonly words: MistakeWords;
    private level: Level;
    private index = 0;
    private reached = false;
    /** Index up to which the statement at hand is known to be broken. */
    private brokenFrom = -1;

    constructor(tokens: Token[], graph: GrammarGraph, lookahead: Lookahead, builder: TreeBuilder, words: MistakeWords) {
        this.tokens = tokens;
        this.graph = graph;
        this.lookahead = lookahead;
        this.builder = builder;
        this.words = words;
        this.level = { opened: builder.open(graph.entry, undefined), back: undefined, outer: undefined, start: 0, depth: 0 };
        this.end = { state: graph.entry.start, level: this.level, tokens };
    }

    parse(): AstNode {
        let state: State | undefined = this.graph.entry.start;
        while (state) {
            this.noteEnd(state);
            state = this.step(state);
        }
        return this.builder.finish();
    }

    private step(state: State): State | undefined {
        switch (state.kind) {
            case 'choice':
                if (state.body) this.beginStatement(state);
                return this.lookahead.choose(state, this.level.back, this.tokens, this.index) ?? this.recover(state);
            case 'token':
                if (!isOfType(this.token, state.type) || (this.token.first && this.isNextStatement(state))) return this.recover(state);
                if (state.type === 'ID' && this.repairAlternative(state)) return state.rule.start;
                this.builder.token(this.token, state);
                if (state.type === '}') delete this.level.body;
                this.index++;
                return state.next;
            case 'call':
                return state.called.name === 'UnknownDeclaration' && this.repairDeclaration() ? this.body().loop : this.enter(state);
            case 'action':
                this.builder.action(state);
                return state.next;
            case 'end':
                return this.level.outer ? this.leave() : undefined;
        }
    }

    /** Whether what reads like a name is the next property, because the value before it is missing; only where the text fits no other way. */
    private isNextStatement(state: TokenState): boolean {
        const before = this.tokens[this.index - 1];
        if (state.type !== 'WORD' || !before || !/^[a-z]/.test(before.tokenType.name)) return false;
        const { level, loop, statement } = this.body();
        if (statement === this.index || !this.lookahead.first(loop).types.includes(this.token.tokenType.name)) return false;
        const asName = this.lookahead.survives(state.next, this.level.back, this.tokens, this.index + 1);
        return asName < furthest && asName < this.lookahead.survives(loop, level.back, this.tokens, this.index);
    }

    private enter(call: CallState): State {
        const outer = this.level;
        if (outer.depth >= deepest) {
            this.report({ code: 'LNG001', message: 'This is nested too deeply. Write it with fewer parentheses or braces.', from: this.token, to: this.token });
            return this.skipStatement(this.placeOf(call));
        }
        this.level = { opened: this.builder.open(call.called, call), back: { next: call.next, parent: outer.back, call }, outer, start: this.index, depth: outer.depth + 1 };
        return call.called.start;
    }

    private leave(): State | undefined {
        const { opened, back, outer } = this.level;
        this.builder.close(opened);
        if (outer) this.level = outer;
        return back?.next;
    }

    private get token(): Token {
        return this.tokens[this.index] as Token;
    }

    private beginStatement(loop: ChoiceState): void {
        this.level.body = { loop, statement: this.index };
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
        const repaired = this.repairWord(place) ?? this.repairColon(place) ?? this.repairComma(place) ?? this.repairTitle(place);
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
        return { tokens: this.tokens, index: this.index, state, expected: expected.map((thread) => thread.state), unit, unitLevel: level, bodyLevel, loop, statement, mayEnd };
    }

    /** A word that is nearly a keyword is read as that keyword. */
    private repairWord(place: Place): State | undefined {
        const { token } = this;
        if (token.tokenType.word !== true || token.tokenType.name === 'LABEL') return undefined;
        const keywords = this.words.keywordsAt(place);
        const meant = keywords.includes(token.image) ? undefined : nearest(token.image, keywords);
        if (meant === undefined) return undefined;
        this.report(this.words.misspelt(place, meant));
        this.replace(missing(token, meant));
        return place.state;
    }

    /** A declaration whose kind is nearly a known one is read as such; any other is read as a whole, and told of. */
    private repairDeclaration(): boolean {
        const { token } = this;
        const kinds = this.words.declarations();
        const meant = nearest(token.image, kinds);
        const name = this.tokens[this.index + 1];
        this.report(this.words.unknownDeclaration(token, meant, name));
        if (meant === undefined) {
            if (name && isWordLike(name)) this.lose(name);
            return false;
        }
        this.replace(missing(token, meant));
        this.closeTo(this.body().level);
        return true;
    }

    /** Where a word of a closed list has a keyword of its own, because more follows it, a word that is nearly that one is read as it. */
    private repairAlternative(state: TokenState): boolean {
        const list = state.target && listOf(this.level, state.target.feature);
        const { token } = this;
        const meant = list && !Object.hasOwn(list.words, token.image) ? nearest(token.image, Object.keys(list.words)) : undefined;
        if (!list || meant === undefined || !this.lookahead.first(state.rule.start).types.includes(meant)) return false;
        this.report({ code: 'LNG020', message: `${quoted(token.image)} is no ${list.called}. Did you mean \`${meant}\`?`, from: token, to: token });
        this.replace(missing(token, meant));
        return true;
    }

    /** `vendor: "Salesforce"` is read without the colon. */
    private repairColon(place: Place): State | undefined {
        const { token } = this;
        if (token.tokenType.name !== 'LABEL' || !this.words.keywordsAt(place).includes(token.image)) return undefined;
        const colon = this.tokens[this.index + 1] as Token;
        this.report({ code: 'LNG001', message: `No colon stands between a property and its value. Remove the : after \`${token.image}\`.`, from: colon, to: colon });
        this.replace(missing(token, token.image));
        this.tokens.splice(this.index + 1, 1);
        return place.state;
    }

    /** A comma or a dot between two properties is read as if it was not there. */
    private repairComma(place: Place): State | undefined {
        const { token } = this;
        if (!place.mayEnd || token.tokenType.name !== ',') return undefined;
        this.report({ code: 'LNG001', message: 'No comma stands between properties. Remove it.', from: token, to: token });
        this.tokens.splice(this.index, 1);
        return place.state;
    }

    /** Words that stand where a title would are left out, so that the body behind them is read. */
    private repairTitle(place: Place): State | undefined {
        const title = place.expected.some((state) => state.kind === 'token' && state.target?.feature === 'title');
        if (!title || this.token.first || this.index === place.statement || !isWordLike(this.token)) return undefined;
        const keywords = this.words.keywordsAt(place);
        let end = this.index + 1;
        for (let next = this.tokens[end]; next && !next.first && isWordLike(next) && !keywords.includes(next.tokenType.name); next = this.tokens[end]) end++;
        const words = this.tokens.splice(this.index, end - this.index);
        const text = words.map((word) => word.image.replaceAll('`', '')).join(' ');
        this.report(this.words.unquotedTitle(words[0] as Token, words.at(-1) as Token, text));
        return place.state;
    }

    private replace(token: Token): void {
        this.tokens[this.index] = token;
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

    private lose(token: Token): void {
        this.lostNames.add(token.image.replaceAll('`', ''));
    }

    private closeTo(level: Level): void {
        while (this.level !== level && this.level.outer) this.leave();
    }

    /** One mistake for each statement: what follows in the same line from the same mistake is not told. */
    private report(mistake: Mistake): void {
        const last = this.mistakes.at(-1);
        const follows = last && this.brokenFrom === this.index && last.from.startLine === mistake.from.startLine;
        const again = last && last.from.startOffset === mistake.from.startOffset;
        if (!follows && !again) this.mistakes.push(mistake);
    }
}

/** A token read as a keyword. */
function missing(token: Token, keyword: string): Token {
    return { ...token, tokenType: { ...missingToken(keyword, keyword, undefined).tokenType, word: true } };
}

/** Where the grammar goes on behind a single value; undefined behind what is more than that. */
function stateBehind(unit: State): State | undefined {
    if (unit.kind === 'token' || unit.kind === 'call') return unit.next;
    const first = unit.kind === 'choice' ? unit.choices[0] : undefined;
    if (unit.kind !== 'choice' || first?.kind !== 'token') return undefined;
    return unit.choices.every((choice) => choice.kind === 'token' && choice.next === first.next) ? first.next : undefined;
}

/** Whether the statement at hand could be over: the loop around it can be reached without a token. */
function reaches(state: State, parent: Return | undefined, loop: State): boolean {
    const seen = new Set<State>();
    const open: { state: State; parent: Return | undefined }[] = [{ state, parent }];
    for (let at = open.pop(); at; at = open.pop()) {
        if (at.state === loop) return true;
        if (seen.has(at.state)) continue;
        seen.add(at.state);
        if (at.state.kind === 'choice') for (const choice of at.state.choices) open.push({ state: choice, parent: at.parent });
        else if (at.state.kind === 'action') open.push({ state: at.state.next, parent: at.parent });
        else if (at.state.kind === 'end' && at.parent) open.push({ state: at.parent.next, parent: at.parent.parent });
    }
    return false;
}
