import type { Shard } from './args.ts';
import { sharingNames } from './output-names.ts';
import { byBytes } from './path-names.ts';
import { configTextOf } from './config-file.ts';
import { reachedFrom } from './source-roots.ts';
import type { SourceEntry, SourceFile, Sources } from './sources.ts';

/** A map that is drawn, or that only has a say in the names of files. */
export interface UnitMap {
    /** The address of its file. */
    readonly address: string;
    readonly shown: string;
    readonly named: boolean;
    /** Whether it is drawn by this run. */
    readonly own: boolean;
    /** Its place among all maps. */
    readonly place: number;
    /** The text of its settings, where they have a say. */
    readonly config: string | undefined;
}

/** What can be drawn by itself: a map with all that it imports; several where their files may want the same names. Plain data. */
export interface Unit {
    readonly maps: readonly UnitMap[];
    readonly files: readonly SourceFile[];
}

/** Divides the work. Units without a map of the shard are there as well, with nothing of their own. */
export function unitsOf(sources: Sources, roots: readonly SourceEntry[], shard: Shard | undefined, withConfig: boolean): Unit[] {
    const own = shardPart(roots, shard);
    return sharingNames(roots.map(({ file }) => file.shown)).map((places) => {
        const maps = places.flatMap((place) => {
            const root = roots[place];
            if (!root) return [];
            const { file, named } = root;
            return [{ address: file.address, shown: file.shown, named, own: own.has(root), place, config: withConfig ? configTextOf(file.path) : undefined }];
        });
        const reached = places.flatMap((place) => {
            const root = roots[place];
            return root ? [...reachedFrom(root.file, sources.files)] : [];
        });
        return { maps, files: [...new Set(reached)] };
    });
}

/** The maps of a shard: every so many-th by name, whatever the order of the arguments. */
function shardPart(roots: readonly SourceEntry[], shard: Shard | undefined): ReadonlySet<SourceEntry> {
    if (!shard) return new Set(roots);
    const sorted = [...roots].sort((a, b) => byBytes(a.file.shown, b.file.shown));
    return new Set(sorted.filter((_, place) => place % shard.count === shard.index - 1));
}
