import { kindNames } from '../names.ts';
import type { ChoiceState, GrammarGraph, Rule, State } from './graph.ts';
import type { Lookahead } from './lookahead.ts';
import type { Place } from './place.ts';

/** Which words begin something, and where. */
export class PropertyOwners {
    private readonly graph: GrammarGraph;
    private readonly lookahead: Lookahead;
    private owners: ReadonlyMap<string, readonly string[]> | undefined;

    constructor(graph: GrammarGraph, lookahead: Lookahead) {
        this.graph = graph;
        this.lookahead = lookahead;
    }

    /** Whether a word begins a property or a declaration of the body at hand. */
    begins({ loop }: Place, word: string): boolean {
        return this.lookahead.first(loop).types.includes(word);
    }

    /** The words that begin a declaration of a file. */
    declarations(): string[] {
        const element = this.graph.rules.get('Element');
        return ['import', ...(element ? this.keywordsOf(element.start) : [])];
    }

    /** The kinds of declaration that have a property. */
    of(word: string): readonly string[] {
        this.owners ??= this.collectOwners();
        return this.owners.get(word) ?? [];
    }

    private collectOwners(): Map<string, string[]> {
        const owners = new Map<string, string[]>();
        for (const rule of this.graph.rules.values()) {
            if (rule.builds !== 'node' || kindNames[rule.type] === undefined) continue;
            for (const word of bodiesOf(rule).flatMap((loop) => this.keywordsOf(loop))) {
                const kinds = owners.get(word) ?? [];
                if (!kinds.includes(rule.type)) kinds.push(rule.type);
                owners.set(word, kinds);
            }
        }
        return owners;
    }

    private keywordsOf(state: State): string[] {
        const { types, guarded } = this.lookahead.first(state);
        return [...types, ...guarded.flatMap((part) => part.types)].filter((type) => /^[a-z]/.test(type));
    }
}

/** The loops between the braces of a rule. */
function bodiesOf(rule: Rule): ChoiceState[] {
    const found: ChoiceState[] = [];
    const seen = new Set<State>();
    const open: State[] = [rule.start];
    for (let state = open.pop(); state; state = open.pop()) {
        if (seen.has(state)) continue;
        seen.add(state);
        if (state.kind === 'choice' && state.body) found.push(state);
        if (state.kind === 'choice') open.push(...state.choices);
        else if (state.kind !== 'end') open.push(state.next);
    }
    return found;
}
