import type { ProcessRun } from './process-run.ts';

/** A figure beside what was asked for. */
export interface Comparison {
    readonly name: string;
    readonly value: number;
    /** As people read it. */
    readonly asked: string;
    readonly holds: boolean;
}

/** What was asked for, of what was measured. */
export function comparisons(rows: ReadonlyMap<string, ProcessRun>, maps: number): Comparison[] {
    const ratio = (name: string, slow: string, quick: string, least: number): Comparison[] =>
        compare(name, [slow, quick], (one, other) => one.seconds / other.seconds, '≥', least);
    const compare = (name: string, kinds: readonly string[], of: (...runs: ProcessRun[]) => number, sign: '≥' | '≤', bound: number): Comparison[] => {
        const runs = kinds.map((kind) => rows.get(kind)).filter((run) => run !== undefined);
        if (runs.length < kinds.length) return [];
        const value = of(...runs);
        return [{ name, value, asked: `${sign} ${bound}`, holds: sign === '≥' ? value >= bound : value <= bound }];
    };
    const inMs = (run: ProcessRun): number => (run.seconds * 1000) / maps;
    return [
        ...ratio('check, times quicker than likec4 validate', 'likec4 validate', 'check, 50 systems', 4),
        ...ratio('export, times quicker than mermaid-cli', 'mermaid-cli, flowchart', 'export, 50 systems', 4),
        ...ratio('a journey, times quicker than mermaid-cli', 'mermaid-cli, journey', 'export, a journey', 4),
        ...ratio('export, time beside a bare elkjs', 'export, 50 systems', 'bare elkjs, the same graph', 0).map((one) => ({
            ...one,
            asked: '≤ 1.25',
            holds: one.value <= 1.25,
        })),
        ...ratio('many maps, times quicker with 2 jobs than with 1', 'export, many maps, 1 job', 'export, many maps, 2 jobs', 1.7),
        ...ratio('many maps, times quicker when kept', 'export, many maps, 1 job', 'export, many maps, kept', 10),
        ...compare('many maps, 2 jobs, ms a map', ['export, many maps, 2 jobs'], inMs, '≤', 30),
        ...compare('memory of one map, MB', ['export, 50 systems'], ({ memory }) => memory, '≤', 200),
        ...compare('memory of many maps, MB', ['export, many maps, 2 jobs'], ({ memory }) => memory, '≤', 500),
    ];
}

/** A page with the figures between its two marks. */
export function writtenTable(
    page: string,
    rows: readonly (ProcessRun & { readonly name: string })[],
    compared: readonly Comparison[],
    machine: Readonly<Record<string, unknown>>,
): string {
    const [start, end] = ['<!-- figures -->', '<!-- end of figures -->'];
    const [before, rest] = page.split(start);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`The page has no lines ${start} and ${end}.`);
    const versions = Object.entries(machine)
        .filter(([key]) => key.includes('likec4') || key.includes('/'))
        .map(([name, version]) => `${name} ${version}`);
    const load = Number((machine['load'] as readonly number[])[0]);
    const busy = load > 2 * Number(machine['processors']) ? ` Other work ran beside (load ${Math.round(load)}), which hides what a second job is worth.` : '';
    const text = [
        `Node ${machine['node']}, ${machine['processors']} processors (${machine['processor']})${versions.length > 0 ? `, ${versions.join(', ')}` : ''}.${busy}`,
        '',
        '| what | figure | asked for |',
        '| --- | --- | --- |',
        ...compared.map(({ name, value, asked }) => `| ${name} | ${value >= 20 ? Math.round(value) : value.toFixed(1)} | ${asked} |`),
        '',
        '| whole process | ms | processor ms | most memory, MB |',
        '| --- | --- | --- | --- |',
        ...rows.map(({ name, seconds, busy, memory }) => `| ${name} | ${Math.round(seconds * 1000)} | ${Math.round(busy * 1000)} | ${Math.round(memory)} |`),
    ].join('\n');
    return `${before}${start}\n\n${text}\n\n${end}${after}`;
}
