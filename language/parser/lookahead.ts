import type { CallState, ChoiceState, State } from './graph.ts';
import { isOfType, type Token } from './tokens.ts';

/** Where the parser goes on when a rule ends. */
export interface Return {
    readonly next: State;
    readonly parent: Return | undefined;
    /** The call that entered the rule. */
    readonly call: CallState;
}

/** How far ahead the parser looks where one token does not decide. */
export const furthest = 16;

/** What only some tokens can begin, whatever the grammar says of a single token. */
export type Guards = Readonly<Record<string, (tokens: readonly Token[], index: number) => boolean>>;

/** One of the ways in which the text could go on. */
export interface Thread {
    readonly state: State;
    readonly parent: Return | undefined;
}

/** Decides between choices by walking all of them along the tokens at once, as long as more than one is alive. */
export class Lookahead {
    private readonly guards: Guards;
    private readonly firsts = new Map<State, MutableFirst>();

    constructor(guards: Guards) {
        this.guards = guards;
    }

    /** The choice that the tokens take; undefined when none of them can go on. */
    choose(choice: ChoiceState, parent: Return | undefined, tokens: readonly Token[], index: number): State | undefined {
        const alive = choice.choices.filter((state) => this.fits(state, parent, tokens, index));
        if (alive.length < 2) return alive[0];
        const entries = new Entries();
        let runs = alive.map((state) => ({ state, ...this.followAt([{ state, parent }], entries, tokens, index) }));
        for (let ahead = index; ahead < index + furthest && ahead < tokens.length; ahead++) {
            const token = tokens[ahead];
            if (!token) break;
            if (token.tokenType.name === 'EOF') return (runs.find((run) => run.canEnd) ?? runs[0])?.state;
            const moved = runs
                .map(({ state, threads }) => ({ state, ...this.step(threads, entries, tokens, ahead) }))
                .filter((run) => run.threads.length > 0 || run.canEnd);
            if (moved.length === 0) break;
            runs = moved;
            if (runs.length === 1) break;
        }
        return runs[0]?.state;
    }

    /** How many of the next tokens can be read from a state, as far as the parser looks ahead. */
    survives(state: State, parent: Return | undefined, tokens: readonly Token[], index: number): number {
        const entries = new Entries();
        let { threads } = this.followAt([{ state, parent }], entries, tokens, index);
        for (let ahead = index; ahead < index + furthest; ahead++) {
            threads = this.step(threads, entries, tokens, ahead).threads;
            if (threads.length === 0) return ahead - index;
        }
        return furthest;
    }

    /** Whether a token can be read from a state, in the rules around it. */
    fits(state: State, parent: Return | undefined, tokens: readonly Token[], index: number): boolean {
        const token = tokens[index];
        if (!token) return false;
        for (let at: State | undefined = state, around = parent; at; at = around?.next, around = around?.parent) {
            const first = this.first(at);
            if (first.types.some((type) => isOfType(token, type))) return true;
            if (first.guarded.some(({ rule, types }) => types.some((type) => isOfType(token, type)) && this.guards[rule]?.(tokens, index))) return true;
            if (!first.empty) return false;
            if (!around) return token.tokenType.name === 'EOF';
        }
        return false;
    }

    /** The tokens that a state can begin with, inside its rule. */
    first(state: State): First {
        let first = this.firsts.get(state);
        if (!first) {
            first = { types: [], guarded: [], empty: false };
            this.firsts.set(state, first);
            this.collect(state, first, new Set());
        }
        return first;
    }

    private collect(state: State, into: MutableFirst, seen: Set<State>): void {
        if (seen.has(state)) return;
        seen.add(state);
        switch (state.kind) {
            case 'token':
                if (!into.types.includes(state.type)) into.types.push(state.type);
                return;
            case 'action':
                return this.collect(state.next, into, seen);
            case 'choice':
                for (const choice of state.choices) this.collect(choice, into, seen);
                return;
            case 'end':
                into.empty = true;
                return;
            case 'call': {
                const inner = this.first(state.called.start);
                if (this.guards[state.called.name]) into.guarded.push({ rule: state.called.name, types: inner.types });
                else for (const type of inner.types) if (!into.types.includes(type)) into.types.push(type);
                into.guarded.push(...inner.guarded);
                if (inner.empty) this.collect(state.next, into, seen);
            }
        }
    }

    private step(threads: readonly Thread[], entries: Entries, tokens: readonly Token[], index: number): Followed {
        const token = tokens[index];
        const read = threads.filter(({ state }) => token && state.kind === 'token' && isOfType(token, state.type));
        return this.followAt(
            read.map(({ state, parent }) => ({ state: state.kind === 'token' ? state.next : state, parent })),
            entries,
            tokens,
            index + 1,
        );
    }

    private followAt(threads: readonly Thread[], entries: Entries, tokens: readonly Token[], index: number): Followed {
        return follow(threads, entries, (rule) => this.guards[rule]?.(tokens, index) ?? true);
    }
}

export interface First {
    readonly types: readonly string[];
    /** Rules that only some tokens can begin, with the types of these. */
    readonly guarded: readonly { readonly rule: string; readonly types: readonly string[] }[];
    /** Whether the rule can end here without a token. */
    readonly empty: boolean;
}

interface MutableFirst {
    types: string[];
    guarded: { rule: string; types: readonly string[] }[];
    empty: boolean;
}

interface Followed {
    readonly threads: Thread[];
    /** Whether the text may end here. */
    readonly canEnd: boolean;
}

/** The same call from the same place is one and the same, so that ways that meet again are followed as one. */
class Entries {
    private readonly known = new Map<Return | undefined, Map<CallState, Return>>();

    of(call: CallState, parent: Return | undefined): Return {
        let inner = this.known.get(parent);
        if (!inner) this.known.set(parent, (inner = new Map<CallState, Return>()));
        let entry = inner.get(call);
        if (!entry) inner.set(call, (entry = { next: call.next, parent, call }));
        return entry;
    }
}

/** Follows choices, calls and ends up to states that read a token. */
export function closure(threads: readonly Thread[]): Thread[] {
    return follow(threads, new Entries(), () => true).threads;
}

/** The same, into those rules only that are admitted. */
function follow(threads: readonly Thread[], entries: Entries, admits: (rule: string) => boolean): Followed {
    const open = [...threads].reverse();
    const found: Thread[] = [];
    let canEnd = false;
    const seen = new Map<State, (Return | undefined)[]>();
    for (let thread = open.pop(); thread; thread = open.pop()) {
        const { state, parent } = thread;
        const parents = seen.get(state);
        if (parents?.includes(parent)) continue;
        if (parents) parents.push(parent);
        else seen.set(state, [parent]);
        if (state.kind === 'token') found.push(thread);
        else if (state.kind === 'choice') for (const choice of [...state.choices].reverse()) open.push({ state: choice, parent });
        else if (state.kind === 'action') open.push({ state: state.next, parent });
        else if (state.kind === 'call') {
            if (admits(state.called.name)) open.push({ state: state.called.start, parent: entries.of(state, parent) });
        } else if (parent) open.push({ state: parent.next, parent: parent.parent });
        else canEnd = true;
    }
    return { threads: found, canEnd };
}
