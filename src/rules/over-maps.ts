import type { RuleFinding } from './run-rules.ts';

/** What the rules find in one map. */
export interface MapFindings {
    /** The files of the map, as the findings name them. */
    readonly files: ReadonlySet<string>;
    readonly findings: readonly RuleFinding[];
}

/**
 * The findings of several maps, each once. A file may be part of more than one: what is no error counts only where all maps that
 * have the file find it, so that a system that one of them uses is not called unused for the other's sake.
 */
export function overMaps(maps: readonly MapFindings[]): RuleFinding[] {
    const [only, another] = maps;
    if (only && !another) return [...only.findings];
    const counts = new Map<string, number>();
    const first = new Map<string, RuleFinding>();
    for (const { findings } of maps) {
        for (const [key, finding] of new Map(findings.map((one) => [keyOf(one), one]))) {
            counts.set(key, (counts.get(key) ?? 0) + 1);
            if (!first.has(key)) first.set(key, finding);
        }
    }
    const holders = new Map<string, number>();
    for (const { files } of maps) for (const file of files) holders.set(file, (holders.get(file) ?? 0) + 1);
    return [...first].flatMap(([key, finding]) => (finding.severity === 'error' || counts.get(key) === holders.get(finding.place.file) ? [finding] : []));
}

function keyOf({ code, place: { file, start } }: RuleFinding): string {
    return `${code} ${start.line}:${start.character} ${file}`;
}
