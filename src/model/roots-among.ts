/**
 * Those of some files that stand for a map of their own: what another one imports is a part of that. Of files that import each
 * other and that nothing else imports, it is the one with `map` in it, else the first.
 *
 * @param reachedFrom all that a file imports, directly or not, and the file itself
 */
export function rootsAmong<File>(files: readonly File[], reachedFrom: (file: File) => Iterable<File>, holdsMap: (file: File) => boolean): File[] {
    const reach = new Map(files.map((file) => [file, new Set(reachedFrom(file))]));
    const importers = new Map<File, File[]>(files.map((file) => [file, []]));
    for (const file of files) for (const reached of reach.get(file) ?? []) importers.get(reached)?.push(file);
    return files.filter((file) => {
        const others = importers.get(file) ?? [];
        if (!others.every((other) => reach.get(file)?.has(other))) return false;
        return others.length < 2 || file === (others.find(holdsMap) ?? others[0]);
    });
}
