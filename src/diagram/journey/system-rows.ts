import type { System, Touchpoint } from '../../model/crm-model.ts';
import type { Block, Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { lifeLook } from '../parts/life-look.ts';

const barHeight = 28;
const rowGap = 6;
const barPad = 7;
/** Of the words below a name, where bars stand side by side. */
const mostNote = 96;

/** A system over neighbouring columns, both counted from 0 and included. */
interface Run {
    readonly system: System;
    readonly from: number;
    readonly to: number;
}

/** Runs side by side within the same columns. */
interface Slot {
    readonly runs: readonly Run[];
    readonly from: number;
    readonly to: number;
}

/** A system over neighbouring columns, with its place; x on the sheet, y from the top of the rows. */
export interface PlacedBar {
    readonly system: System;
    /** Positions of its first and last column. */
    readonly from: number;
    readonly to: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly marks: readonly Mark[];
}

/** What stands below a system's name, in few words; empty for nothing. */
export type SystemNote = (system: System) => string;

/** Bars of the systems that touchpoints name, merged over neighbours, in as many rows as they need; y from 0. */
export function systemRows(
    grid: JourneyGrid,
    systems: ReadonlyMap<string, System>,
    systemsOf: (touchpoint: Touchpoint) => readonly string[],
    note: SystemNote,
): Block {
    const { bars, height } = systemBars(grid, systems, systemsOf, note, (runs) => sideBySide(runs, grid, note));
    return { width: grid.width, height, marks: bars.flatMap((bar) => bar.marks) };
}

/** As `systemRows`, bar by bar, each above the middle of all its columns: none stand side by side within the same columns. */
export function aloneInColumns(
    grid: JourneyGrid,
    systems: ReadonlyMap<string, System>,
    systemsOf: (touchpoint: Touchpoint) => readonly string[],
    note: SystemNote,
): { readonly bars: readonly PlacedBar[]; readonly height: number } {
    return systemBars(grid, systems, systemsOf, note, (runs) => runs.map((run) => ({ runs: [run], from: run.from, to: run.to })));
}

function systemBars(
    grid: JourneyGrid,
    systems: ReadonlyMap<string, System>,
    systemsOf: (touchpoint: Touchpoint) => readonly string[],
    note: SystemNote,
    slotsOf: (runs: readonly Run[]) => readonly Slot[],
): { readonly bars: readonly PlacedBar[]; readonly height: number } {
    const inColumns = grid.columns.map((column) => [...new Set(column.touchpoint ? systemsOf(column.touchpoint) : [])].flatMap((id) => systems.get(id) ?? []));
    const rows = packed(slotsOf(runsOf(inColumns)));
    const placed: PlacedBar[] = [];
    let y = 0;
    rows.forEach((row) => {
        const bars = row.flatMap((slot) => slotBars(slot, grid, note));
        const height = Math.max(barHeight, ...bars.map((bar) => bar.height));
        for (const { run, x, width, marksAt } of bars) {
            placed.push({ ...run, x, y, width, height, marks: marksAt(y, height) });
        }
        y += height + rowGap;
    });
    return { bars: placed, height: Math.max(0, y - rowGap) };
}

function runsOf(inColumns: readonly (readonly System[])[]): Run[] {
    const runs: Run[] = [];
    inColumns.forEach((held, column) => {
        for (const system of held) {
            const isGoingOn = inColumns[column - 1]?.includes(system) === true;
            if (!isGoingOn) {
                let to = column;
                while (inColumns[to + 1]?.includes(system) === true) {
                    to += 1;
                }
                runs.push({ system, from: column, to });
            }
        }
    });
    return runs;
}

/** Of a bar beside others: its name on one line, its note on two or so. */
function leastWidth(run: Run, note: SystemNote): number {
    const beside = Math.min(mostNote, textWidth(note(run.system), fontOf('small')));
    return Math.ceil(Math.max(textWidth(run.system.title, fontOf('bar-label')), beside)) + 2 * barPad;
}

function sideBySide(runs: readonly Run[], grid: JourneyGrid, note: SystemNote): Slot[] {
    const slots: Slot[] = [];
    for (const run of runs) {
        const index = slots.findIndex((slot) => slot.from === run.from && slot.to === run.to);
        const slot = slots[index];
        const room = (run.to - run.from + 1) * grid.pitch - 8;
        const fits = slot !== undefined && [...slot.runs, run].reduce((sum, item) => sum + leastWidth(item, note) + 4, -4) <= room;
        if (slot !== undefined && fits) {
            slots[index] = { ...slot, runs: [...slot.runs, run] };
        } else {
            slots.push({ runs: [run], from: run.from, to: run.to });
        }
    }
    return slots;
}

function packed(slots: readonly Slot[]): Slot[][] {
    const rows: Slot[][] = [];
    for (const slot of slots) {
        const row = rows.find((candidate) => candidate.every((other) => slot.from > other.to || slot.to < other.from));
        if (row) {
            row.push(slot);
        } else {
            rows.push([slot]);
        }
    }
    return rows;
}

interface Bar {
    readonly run: Run;
    readonly x: number;
    readonly width: number;
    /** That its words need. */
    readonly height: number;
    readonly marksAt: (y: number, height: number) => Mark[];
}

function slotBars(slot: Slot, grid: JourneyGrid, note: SystemNote): Bar[] {
    const first = grid.columns[slot.from];
    const last = grid.columns[slot.to];
    if (first === undefined || last === undefined) {
        return [];
    }
    const room = last.x + last.width - first.x - 8;
    const wanted = slot.runs.map((run) => leastWidth(run, note));
    const spare = room - wanted.reduce((sum, width) => sum + width, 0) - (slot.runs.length - 1) * 4;
    let x = first.x + 4;
    return slot.runs.map((run, index) => {
        const width = (wanted[index] ?? 0) + spare / slot.runs.length;
        const bar = { run, x, width, ...systemBar(run.system, note(run.system), x, width) };
        x += width + 4;
        return bar;
    });
}

function systemBar(system: System, note: string, x: number, width: number): Pick<Bar, 'height' | 'marksAt'> {
    const font = fontOf('bar-label');
    const lines = wrapText(system.title, width - 6, font);
    const notes = wrapText(note, width - 6, fontOf('small'));
    const life = system.life === 'retiring' || system.life === 'planned' || system.life === 'retired' ? system.life : undefined;
    const look = lifeLook(life);
    const label = [system.title, ...(life === undefined ? [] : [life]), ...(note === '' ? [] : [note])].join(', ');
    const tall = (lines.length - 1) * 14 + notes.length * 13;
    return {
        height: barHeight + tall,
        marksAt: (y, height) => {
            const textTop = y + height / 2 + 4 - tall / 2;
            const plate = Math.ceil(Math.max(linesWidth(lines, font), linesWidth(notes, fontOf('small')))) + 8;
            return [
                {
                    type: 'group',
                    thing: { kind: 'system', id: system.id, label },
                    marks: [
                        { type: 'rect', x, y, width, height, radius: 6, style: look },
                        ...(life === 'retiring' || life === 'retired'
                            ? [
                                  {
                                      type: 'rect',
                                      x: x + (width - plate) / 2,
                                      y: textTop - 12,
                                      width: plate,
                                      height: lines.length * 14 + notes.length * 13 + 2,
                                      radius: 3,
                                      style: 'fill-canvas',
                                  } as const,
                              ]
                            : []),
                        ...textLines(lines, x + width / 2, textTop, 14, 'bar-label', 'middle'),
                        ...textLines(notes, x + width / 2, textTop + (lines.length - 1) * 14 + 13, 13, 'small', 'middle'),
                    ],
                },
            ];
        },
    };
}
