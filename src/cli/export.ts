import { resolve } from 'node:path';
import type { Arguments } from './args.ts';
import { type Drawer, drawerHere, drawerOnThreads, type ThreadData, usualJobs } from './drawers.ts';
import { ExportRun } from './export-run.ts';
import { type ExportSettings, exportSettings } from './export-settings.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import type { ExitStatus, Host, Problem } from './host.ts';
import type { MapFacts } from './map-facts.ts';
import { printableLine } from './printable.ts';
import { rootsOfSources } from './source-roots.ts';
import { readSources, type Sources } from './sources.ts';
import { type Unit, unitsOf } from './units.ts';

/** `crmmap export`: draws the views of maps, and writes their models. */
export async function exportMaps(args: Arguments, host: Host): Promise<ExitStatus> {
    const settings = exportSettings(args, host.cwd);
    if (settings.watch) return (await import('./export-watch.ts')).watchExport(args.paths, settings, host);
    // Threads that were asked for are loaded while the maps are read.
    const early = settings.cache === undefined && settings.jobs !== undefined ? await drawerFor(settings, [], host) : undefined;
    const { problems, units } = await exportWork(args.paths, settings, host);
    const run = new ExportRun(settings, host);
    for (const { file, message } of problems) run.fail(2, `${file} ${message}`);
    const drawer = early ?? (await drawerFor(settings, ownUnits(units), host));
    try {
        await run.drawAll(units, drawer);
    } finally {
        drawer.end();
    }
    return run.status;
}

/** What there is to draw. */
export interface ExportWork {
    readonly problems: readonly Problem[];
    readonly units: readonly Unit[];
    readonly sources: Sources;
    /** The folders in which maps were looked for. */
    readonly searched: ReadonlySet<string>;
}

/** What decides how the work is divided. */
type WorkSettings = Pick<ExportSettings, 'shard'> & { readonly draw: Pick<ExportSettings['draw'], 'formats'> };

/** Reads all texts, and divides the work. */
export async function exportWork(paths: readonly string[], { shard, draw }: WorkSettings, { cwd }: Host): Promise<ExportWork> {
    const { maps, problems, searched } = await findMaps(paths, cwd);
    let facts: Promise<MapFacts> | undefined;
    const askParser = (): Promise<MapFacts> => (facts ??= import('./map-facts.ts').then(({ parsedFacts }) => parsedFacts()));
    const sources = await readSources(maps, cwd, askParser);
    const units = unitsOf(sources, await rootsOfSources(sources, askParser), shard, draw.formats.includes('markdown'));
    return { problems: [...problems, ...sources.problems], units, sources, searched };
}

/** Units in which something is drawn by this run. */
export function ownUnits(units: readonly Unit[]): Unit[] {
    return units.filter(({ maps }) => maps.some((map) => map.own));
}

/**
 * What draws these units best.
 *
 * @param apart whether this thread has to stay free
 */
export async function drawerFor(settings: ExportSettings, units: readonly Unit[], host: Host, apart = false): Promise<Drawer> {
    const data: ThreadData = { settings: settings.draw, cwd: host.cwd };
    const drawerOf = (maps: number): Drawer => {
        const jobs = settings.jobs ?? usualJobs(maps);
        return jobs === 1 && !apart ? drawerHere(data) : drawerOnThreads(jobs, data, settings.jobs !== undefined && settings.cache === undefined);
    };
    if (settings.cache === undefined) return drawerOf(units.length);
    const folder = settings.cache;
    const { cachingDrawer } = await import('./cache/caching-drawer.ts');
    return cachingDrawer(drawerOf, units, {
        folder: resolve(host.cwd, folder),
        draw: settings.draw,
        version: host.version,
        onFailure: (error) => host.err(`crmmap: nothing more is kept in ${printableLine(folder)}: ${failureText(error)}\n`),
    });
}
