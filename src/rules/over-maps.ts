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
    const holders = new Map<string, number>();
    for (const { files } of maps) for (const file of files) holders.set(file, (holders.get(file) ?? 0) + 1);
    const isShared = ({ place: { file } }: RuleFinding): boolean => holders.get(file) !== 1;
    const counts = new Map<string, number>();
    for (const { findings } of maps) for (const key of new Set(findings.filter(isShared).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
    const told = new Set<string>();
    return maps.flatMap(({ findings }) =>
        findings.filter((finding) => {
            if (!isShared(finding)) return true;
            const key = keyOf(finding);
            if (told.has(key) || (finding.severity !== 'error' && counts.get(key) !== holders.get(finding.place.file))) return false;
            told.add(key);
            return true;
        }),
    );
}

function keyOf({ code, place: { file, start } }: RuleFinding): string {
    return `${code} ${start.line}:${start.character} ${file}`;
}
