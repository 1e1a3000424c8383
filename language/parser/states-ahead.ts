import type { State } from './graph.ts';
import type { Return } from './lookahead.ts';

/** Where the grammar goes on behind a single value; undefined behind what is more than that. */
export function stateBehind(unit: State): State | undefined {
    if (unit.kind === 'token' || unit.kind === 'call') return unit.next;
    const first = unit.kind === 'choice' ? unit.choices[0] : undefined;
    if (unit.kind !== 'choice' || first?.kind !== 'token') return undefined;
    return unit.choices.every((choice) => choice.kind === 'token' && choice.next === first.next) ? first.next : undefined;
}

/** Whether the statement at hand could be over: the loop around it can be reached without a token. */
export function reaches(state: State, parent: Return | undefined, loop: State): boolean {
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
