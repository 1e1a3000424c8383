import { rootsAmong } from '../model/roots-among.ts';
import type { AskParser, SourceEntry, SourceFile, Sources } from './sources.ts';

/**
 * The maps to be drawn, told from their texts. A file that was named itself always is; one that was found in a folder only where it is a
 * map of its own. The parser is asked where files import each other.
 */
export async function rootsOfSources({ entries, files }: Sources, askParser: AskParser): Promise<SourceEntry[]> {
    const reach = new Map(entries.map(({ file }) => [file, reachedFrom(file, files)]));
    const hasCircle = [...reach].some(([file, reached]) => [...reached].some((other) => other !== file && reach.get(other)?.has(file)));
    const facts = hasCircle ? await askParser() : undefined;
    const roots = new Set(
        rootsAmong(
            entries.map(({ file }) => file),
            (file) => reach.get(file) ?? [],
            ({ text }) => facts?.holdsMap(text) === true,
        ),
    );
    return entries.filter(({ named, file }) => named || roots.has(file));
}

/** A file with all that it imports, directly or not, in the order in which that was read. */
export function reachedFrom(start: SourceFile, files: ReadonlyMap<string, SourceFile>): Set<SourceFile> {
    const seen = new Set([start]);
    for (const file of seen) {
        for (const [index, address] of file.imports.entries()) {
            const imported = address === undefined || file.refused.has(index) ? undefined : files.get(address);
            if (imported) seen.add(imported);
        }
    }
    return seen;
}
