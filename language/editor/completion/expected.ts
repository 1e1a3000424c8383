import { GrammarAST } from 'langium';
import { crossReferenceOf } from '../../parser/expected-words.ts';
import type { State, TokenState } from '../../parser/graph.ts';
import { closure, type Lookahead, type Return, type Thread } from '../../parser/lookahead.ts';
import type { End } from '../../parser/run.ts';
import { closedLists, type Vocabulary } from '../../vocabulary.ts';

/** Where a value goes: the type of the node that holds it, and the property. */
interface Slot {
    readonly owner: string;
    readonly property: string;
}

/** What could be written at a place. */
export type Expected =
    | ExpectedKeyword
    | ({ readonly kind: 'list'; readonly words: Vocabulary; readonly called: string } & Slot)
    | ExpectedReference
    /** A text in quotes, a date, an amount of time, a number, or another word that is free. */
    | ({ readonly kind: 'text' | 'date' | 'duration' | 'number' | 'word' } & Slot)
    /** The name of something that has a colon behind it. */
    | { readonly kind: 'label'; readonly owner: string };

/** Words of the grammar. */
export interface ExpectedKeyword {
    readonly kind: 'keyword';
    /** Type of the node that they stand in. */
    readonly type: string;
    readonly words: readonly string[];
    /** The properties that can be stated only once, and that are stated with these words. */
    readonly features: readonly string[];
    /** Where the grammar goes on behind them. */
    readonly after: State;
}

/** `target` is what may be named; `owner` and `property` say where. `first` when it would begin a statement. */
export interface ExpectedReference extends Slot {
    readonly kind: 'reference';
    readonly target: string;
    readonly first: boolean;
}

/** All that the grammar can read at the end of a text, without names that are new. */
export function expectedAt({ state, level }: End, lookahead: Lookahead): Expected[] {
    const found: Expected[] = [];
    const seen = new Set<State>();
    for (const thread of closure([{ state, parent: level.back }])) {
        const at = thread.state;
        if (at.kind !== 'token') continue;
        const keyword = GrammarAST.isKeyword(at.element) ? at.type : undefined;
        if (keyword !== undefined) {
            if (!/^[a-z]/.test(keyword) || seen.has(at)) continue;
            seen.add(at);
            const { words, last } = withFollowing(at, lookahead);
            found.push({ kind: 'keyword', type: ownerOf(thread.parent, at), words, features: singleFeatures(at, thread.parent), after: last.next });
        } else {
            const value = valueOf(thread);
            if (value) found.push(value);
        }
    }
    return found;
}

/** A word of a closed list, a reference, or a value of which there are examples; undefined for new names and for numbers. */
function valueOf({ state, parent }: Thread): Expected | undefined {
    if (state.kind !== 'token') return undefined;
    if (state.type === 'LABEL') return { kind: 'label', owner: ownerOf(parent?.parent, parent?.call ?? state) };
    const value = parent && parent.call.called.builds === 'data' ? parent.call : state;
    const around = value === state ? parent : parent?.parent;
    const property = value.target?.feature;
    if (property === undefined) return undefined;
    const owner = ownerOf(around, value);
    if (state.type === 'STRING') return { kind: 'text', owner, property };
    if (state.type === 'DATE') return { kind: 'date', owner, property };
    if (owner === 'Duration' && state.type === 'NUMBER' && around) {
        return { kind: 'duration', owner: ownerOf(around.parent, around.call), property: around.call.target?.feature ?? '' };
    }
    if (state.type === 'NUMBER') return { kind: 'number', owner, property };
    if (state.type !== 'WORD' && state.type !== 'ID' && state.type !== 'CURRENCY') return undefined;
    const target = crossReferenceOf(value);
    if (target !== undefined) return { kind: 'reference', target, owner, property, first: property === 'from' };
    const list = closedLists.find(([type, feature]) => feature === property && (type === owner || (owner.endsWith('Selector') && type.endsWith('Selector'))));
    return list ? { kind: 'list', words: list[2], called: list[3], owner, property } : { kind: 'word', owner, property };
}

/** The type of the node that a state's value would go to. */
function ownerOf(parent: Return | undefined, state: State): string {
    let rule = state.rule;
    for (let around = parent; around && rule.builds !== 'node'; around = around.parent) rule = around.call.rule;
    return rule.type === '' ? rule.name : rule.type;
}

/** A keyword with those that must follow it: `measured by`. */
function withFollowing(first: TokenState, lookahead: Lookahead): { readonly words: string[]; readonly last: TokenState } {
    if (lookahead.first(first.next).empty) return { words: [first.type], last: first };
    const words = [first.type];
    let last = first;
    for (let next = first.next; next.kind === 'token' && GrammarAST.isKeyword(next.element) && /^[a-z]/.test(next.type); next = next.next) {
        words.push(next.type);
        last = next;
    }
    return { words, last };
}

/** The properties with one value that a keyword announces, or states itself. */
function singleFeatures(keyword: TokenState, parent: Return | undefined): string[] {
    const target = keyword.target ?? (keyword.rule.builds === 'data' ? parent?.call.target : undefined);
    if (target) return target.operator === '+=' ? [] : [target.feature];
    const found: string[] = [];
    const open: State[] = [keyword.next];
    for (let state = open.pop(); state; state = open.pop()) {
        if (state.kind === 'choice') open.push(...state.choices);
        else if (state.kind === 'token' || state.kind === 'call') {
            if (!state.target) {
                if (state.kind === 'token' && GrammarAST.isKeyword(state.element)) open.push(state.next);
            } else if (state.target.operator !== '+=') found.push(state.target.feature);
        }
    }
    return found;
}
