import { GrammarAST } from 'langium';
import { crossReferenceOf } from '../parser/expected-words.ts';
import type { State } from '../parser/graph.ts';
import { closure, type Lookahead, type Return, type Thread } from '../parser/lookahead.ts';
import type { End } from '../parser/run.ts';
import { closedLists, type Vocabulary } from '../vocabulary.ts';

/** What could be written at a place. */
export type Expected =
    | { readonly kind: 'keyword'; readonly type: string; readonly words: readonly string[] }
    | { readonly kind: 'list'; readonly words: Vocabulary }
    /** `target` is what may be named; `owner` and `property` say where. `first` when it would begin a statement. */
    | { readonly kind: 'reference'; readonly target: string; readonly owner: string; readonly property: string; readonly first: boolean };

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
            found.push({ kind: 'keyword', type: ownerOf(thread.parent, at), words: [keyword, ...followingWords(at.next, lookahead)] });
        } else {
            const value = valueOf(thread);
            if (value) found.push(value);
        }
    }
    return found;
}

/** A word of a closed list, or a reference; undefined for what is new: names, texts, numbers. */
function valueOf({ state, parent }: Thread): Expected | undefined {
    if (state.kind !== 'token' || (state.type !== 'WORD' && state.type !== 'ID' && state.type !== 'CURRENCY')) return undefined;
    const value = parent && parent.call.called.builds === 'data' ? parent.call : state;
    const around = value === state ? parent : parent?.parent;
    const property = value.target?.feature;
    if (property === undefined) return undefined;
    const owner = ownerOf(around, value);
    const target = crossReferenceOf(value);
    if (target !== undefined) return { kind: 'reference', target, owner, property, first: property === 'from' };
    const list = closedLists.find(([type, feature]) => feature === property && (type === owner || (owner.endsWith('Selector') && type.endsWith('Selector'))));
    return list && { kind: 'list', words: list[2] };
}

/** The type of the node that a state's value would go to. */
function ownerOf(parent: Return | undefined, state: State): string {
    let rule = state.rule;
    for (let around = parent; around && rule.builds !== 'node'; around = around.parent) rule = around.call.rule;
    return rule.type === '' ? rule.name : rule.type;
}

/** The keywords that must follow a keyword: `by` after `measured`. */
function followingWords(state: State, lookahead: Lookahead): string[] {
    const words: string[] = [];
    for (let next = state; next.kind === 'token' && GrammarAST.isKeyword(next.element) && /^[a-z]/.test(next.type); next = next.next) words.push(next.type);
    return lookahead.first(state).empty ? [] : words;
}
