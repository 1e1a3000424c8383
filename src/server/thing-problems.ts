import type { Diagnostic, Position } from 'vscode-languageserver';
import type { Thing } from '../diagram/things/all-things.ts';
import type { ThingProblem } from '../protocol.ts';
import { severities } from './finding-diagnostics.ts';

/** More problems of one thing than this say nothing new. */
const mostTold = 20;

interface Held {
    readonly thing: number;
    readonly start: Position;
    readonly end: Position;
    /** Place in the list of what holds it. */
    readonly holder: number;
}

/** Problems by the position of the innermost thing in whose declaration they stand; those of no thing are left out. */
export function problemsOfThings(
    things: readonly Thing[],
    files: readonly { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[],
): ReadonlyMap<number, ThingProblem[]> {
    const found = new Map<number, ThingProblem[]>();
    const byFile = new Map<string, number[]>();
    things.forEach(({ source }, position) => {
        if (source) (byFile.get(source.file) ?? byFile.set(source.file, []).get(source.file))?.push(position);
    });
    for (const { file, diagnostics } of files) {
        const told = diagnostics.filter(({ severity }) => severity === undefined || severity <= severities.info);
        if (told.length === 0) continue;
        const held = nested(things, byFile.get(file) ?? []);
        for (const { range, severity, code, message } of told) {
            const thing = innermost(held, range.start);
            if (thing === undefined) continue;
            const list = found.get(thing) ?? [];
            if (list.length < mostTold)
                list.push({
                    severity: severity === 2 ? 'warning' : severity === 3 ? 'info' : 'error',
                    code: String(code ?? ''),
                    message: typeof message === 'string' ? message : message.value,
                });
            found.set(thing, list);
        }
    }
    return found;
}

/** The declarations of a file by where they start, each with the one around it. */
function nested(things: readonly Thing[], positions: readonly number[]): Held[] {
    const sorted = positions
        .flatMap((thing) => {
            const source = things[thing]?.source;
            return source ? [{ thing, start: source.start, end: source.end }] : [];
        })
        .sort((a, b) => compare(a.start, b.start) || compare(b.end, a.end));
    const held: Held[] = [];
    const open: number[] = [];
    for (const one of sorted) {
        while (open.length > 0 && compare((held[open.at(-1) as number] as Held).end, one.start) <= 0) open.pop();
        open.push(held.push({ ...one, holder: open.at(-1) ?? -1 }) - 1);
    }
    return held;
}

function innermost(held: readonly Held[], at: Position): number | undefined {
    let [low, high] = [0, held.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (compare((held[middle] as Held).start, at) <= 0) low = middle + 1;
        else high = middle;
    }
    for (let one = held[low - 1]; one; one = held[one.holder]) {
        if (compare(at, one.end) <= 0) return one.thing;
    }
    return undefined;
}

function compare(a: Position, b: Position): number {
    return a.line - b.line || a.character - b.character;
}
