import { GrammarAST } from 'langium';
import { crossReferenceOf } from '../../parser/expected-words.ts';
import type { CallState, Rule, State } from '../../parser/graph.ts';
import { closedLists, durationUnits, limitCounts, rateUnits } from '../../vocabulary.ts';
import { choice } from './snippet-text.ts';

/** What follows the words of a property. */
export interface ValueSnippet {
    readonly text: string;
    /** Whether it has places to fill in. */
    readonly hasPlaces: boolean;
    /** Whether a name is to be filled in, which the editor should offer at once. */
    readonly wantsName: boolean;
}

type Next = () => number;

const units = Object.keys(durationUnits).filter((unit) => unit.endsWith('s'));
const rates = ['day', ...Object.keys(rateUnits).filter((unit) => unit !== 'day')];

/** Lengths of time to start from, by property. */
const usualSpan = ['15', 'minutes'] as const;
const spans: Readonly<Record<string, readonly [amount: string, unit: string]>> = { retention: ['3', 'years'], reviewEvery: ['90', 'days'] };

/** A longer list is better chosen from than stepped through. */
const longestChoice = 24;

/** Values of several words, by the rule of the grammar. */
const shapes: Readonly<Record<string, (next: Next, feature: string) => string>> = {
    Duration: (next, feature) => {
        const [amount, unit] = Object.hasOwn(spans, feature) ? (spans[feature] ?? usualSpan) : usualSpan;
        return `\${${next()}:${amount}} ${choice(next(), [unit, ...units.filter((other) => other !== unit)])}`;
    },
    Volume: (next) => `\${${next()}:100} per ${choice(next(), rates)}`,
    Money: (next) => `\${${next()}:1000}`,
    Percent: (next) => `\${${next()}:10} percent`,
    Share: (next) => `\${${next()}:10} percent`,
    Limit: (next) => `\${${next()}:10000} ${choice(next(), Object.keys(limitCounts))} per ${choice(next(), rates)}`,
    Link: (next) => `"\${${next()}:https://}"`,
    MetricSource: (next) => `"\${${next()}:metrics.csv}" column "\${${next()}:value}"`,
    ErrorStep: (next) => `retry \${${next()}:3} then \${${next()}|dead-letter,replay,fallback|}`,
};

/** Properties with values of a few forms only. */
const values: Readonly<Record<string, (next: Next) => string>> = {
    emotion: (next) => `\${${next()}|+2,+1,0,-1,-2|} "\${${next()}}"`,
};

/**
 * What an author fills in behind the words of a property: choices of a closed list, quotes, numbers. It follows what must be written,
 * not what may be.
 */
export function valueSnippet(after: State, owner: string): ValueSnippet {
    let index = 0;
    let wantsName = false;
    const next: Next = () => (index += 1);
    const leaf = (state: State & { readonly target?: { readonly feature: string } }, type: string): string => {
        const feature = state.target?.feature ?? '';
        if (Object.hasOwn(values, feature)) return values[feature]?.(next) ?? '';
        if (crossReferenceOf(state) !== undefined) {
            wantsName = true;
            return `$${next()}`;
        }
        if (type === 'STRING') return `"$${next()}"`;
        if (type === 'NUMBER') return `\${${next()}:1}`;
        if (type === 'DATE') return `\${${next()}:YYYY-MM-DD}`;
        const list = closedLists.find(([kind, property]) => kind === owner && property === feature);
        const words = list ? Object.keys(list[2]) : [];
        if (words.length > longestChoice) wantsName = true;
        return choice(next(), words.length > longestChoice ? [] : words);
    };
    const parts: string[] = [];
    // A rule that calls itself, as `not` does, is written once.
    const walking = new Set<Rule>();
    const walk = (from: State): void => {
        for (let state: State = from; state.kind !== 'end'; ) {
            if (state.kind === 'choice') state = exitOf(state.choices);
            else if (state.kind === 'action') state = state.next;
            else if (state.kind === 'token') {
                parts.push(GrammarAST.isKeyword(state.element) ? state.type : leaf(state, state.type));
                state = state.next;
            } else {
                call(state);
                state = state.next;
            }
        }
    };
    const call = (state: CallState): void => {
        const shape = Object.hasOwn(shapes, state.called.name) ? shapes[state.called.name] : undefined;
        if (state.called.name === 'Selector') {
            wantsName = true;
            parts.push(`$${next()}`);
        } else if (shape) parts.push(shape(next, state.target?.feature ?? ''));
        else if (state.called.builds === 'data') parts.push(leaf(state, 'WORD'));
        else if (walking.has(state.called)) parts.push(`$${next()}`);
        else {
            walking.add(state.called);
            walk(state.called.start);
            walking.delete(state.called);
        }
    };
    walk(after);
    return { text: parts.join(' '), hasPlaces: index > 0, wantsName };
}

/** The way that leaves out what may be left out; the first of several that are asked for. */
function exitOf(choices: readonly State[]): State {
    const [first, last] = [choices[0], choices.at(-1)];
    if (!first || !last) throw new Error('A choice of the grammar has nothing to choose from.');
    return choices.length === 2 && leadsTo(first, last) ? last : first;
}

function leadsTo(from: State, wanted: State): boolean {
    const open: State[] = [from];
    const seen = new Set<State>();
    for (let state = open.pop(); state; state = open.pop()) {
        if (state === wanted) return true;
        if (seen.has(state)) continue;
        seen.add(state);
        if (state.kind === 'choice') open.push(...state.choices);
        else if (state.kind !== 'end') open.push(state.next);
    }
    return false;
}
