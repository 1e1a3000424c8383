import { UsageError } from './args.ts';
import { unitKey } from './cache/unit-key.ts';
import type { Drawer } from './drawers.ts';
import { drawerFor, exportWork, ownUnits } from './export.ts';
import { ExportRun } from './export-run.ts';
import type { ExportSettings } from './export-settings.ts';
import type { ExitStatus, Host } from './host.ts';
import { printableLine } from './printable.ts';
import { watchRounds } from './watch.ts';
import { watchedFolders } from './watched-folders.ts';

/** `crmmap export --watch`: draws, and after every change draws again what depends on it. */
export async function watchExport(paths: readonly string[], settings: ExportSettings, process: Host): Promise<ExitStatus> {
    let isOver = false;
    // Drawings that are given up at the end are nothing to tell of.
    const unlessOver = (say: (text: string) => void) => (text: string) => (isOver ? undefined : say(text));
    const host: Host = { ...process, out: unlessOver(process.out), err: unlessOver(process.err) };
    let drawer: Drawer | undefined;
    let drawn = new Set<string>();
    let shown = new Set<string>();
    let told = new Set<string>();
    const round = async (isFirst: boolean): Promise<ReadonlySet<string>> => {
        const { problems, units, sources, searched } = await exportWork(paths, settings, host);
        const run = new ExportRun(settings, host, !isFirst);
        for (const { file, message } of problems) if (!told.has(`${file} ${message}`)) run.fail(2, `${file} ${message}`);
        told = new Set(problems.map(({ file, message }) => `${file} ${message}`));
        const own = ownUnits(units);
        for (const name of shown)
            if (!sources.entries.some(({ file }) => file.shown === name)) host.out(`${printableLine(name)} is gone; what was drawn of it stays.\n`);
        shown = new Set(own.flatMap(({ maps }) => maps.map((map) => map.shown)));
        drawer ??= await drawerFor(settings, own, host, true);
        const keys = new Map(units.map((unit) => [unit, unitKey(unit, settings.draw, '')]));
        const changed = own.filter((unit) => !drawn.has(keys.get(unit) ?? ''));
        drawn = new Set(keys.values());
        if (changed.length > 0) {
            await drawAll(run, isFirst ? units : changed, drawer, isFirst, host);
            if (!isFirst) host.out(`${run.summary}\n`);
        }
        return watchedFolders(searched, sources, host.cwd);
    };
    try {
        return await watchRounds(round, host);
    } finally {
        isOver = true;
        drawer?.end();
    }
}

/** @throws UsageError when no map has a view that is asked for, at first; later it is said, and watched on */
async function drawAll(run: ExportRun, units: Parameters<ExportRun['drawAll']>[0], drawer: Drawer, isFirst: boolean, host: Host): Promise<void> {
    try {
        await run.drawAll(units, drawer);
    } catch (error) {
        if (isFirst || !(error instanceof UsageError)) throw error;
        host.err(`crmmap: ${printableLine(error.message)}\n`);
    }
}
