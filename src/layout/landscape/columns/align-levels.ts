import { cornerSpan } from '../../../diagram/landscape/label-span.ts';
import type { ColumnGraph } from './column-graph.ts';
import type { Station } from './stations.ts';

/** A bend of so few px is taken out if it can be. */
const smallBend = 24;
/** To take out one that looks like a mistake, an end may come nearer to the corner of its card by as much. */
const jog = 6;

/** What holds a station: all that stand there, in their order, and the range of levels that they may have. */
export interface Holder {
    readonly stations: readonly Station[];
    readonly low: number;
    readonly high: number;
}

/** Takes out small bends: the stretch at one side of it is moved to the level of the other, where that is free. */
export function alignLevels(graph: ColumnGraph, stations: readonly (readonly Station[])[], holders: ReadonlyMap<Station, Holder>): void {
    const fits = (station: Station, level: number, by: number): boolean => {
        const holder = holders.get(station);
        const isEnd = station.at === 0 || station.at === (stations[station.hop]?.length ?? 0) - 1;
        const over = isEnd ? cornerSpan - 6 : Number.POSITIVE_INFINITY;
        const margin = (span: number): number => Math.max(0, span - over);
        const nearer = isEnd && by <= jog ? jog : 0;
        const [low, high] = holder === undefined ? [0, 0] : [holder.low + margin(station.span.before), holder.high - margin(station.span.after)];
        if (holder === undefined || level < low - nearer || level > high + nearer) return false;
        const at = holder.stations.indexOf(station);
        const [before, after] = [holder.stations[at - 1], holder.stations[at + 1]];
        return (
            (before === undefined || level - before.level >= before.span.after + station.span.before) &&
            (after === undefined || after.level - level >= station.span.after + after.span.before)
        );
    };
    stations.forEach((list, hop) => {
        if (graph.hops[hop]?.runs !== 'across') return;
        for (let at = 0; at + 1 < list.length; at += 1) {
            const [one, other] = [list[at] as Station, list[at + 1] as Station];
            const by = Math.abs(one.level - other.level);
            if (by === 0 || by > smallBend) continue;
            const back = levelRun(list, at, -1);
            const forth = levelRun(list, at + 1, 1);
            const [run, level] = forth.every((station) => fits(station, one.level, by)) ? [forth, one.level] : [back, other.level];
            if (run.every((station) => fits(station, level, by))) for (const station of run) station.level = level;
        }
    });
}

/** The stations of one level from a place on, in one direction. */
function levelRun(list: readonly Station[], from: number, by: 1 | -1): Station[] {
    const run: Station[] = [];
    for (let at = from; list[at] !== undefined && list[at]?.level === list[from]?.level; at += by) run.push(list[at] as Station);
    return run;
}
