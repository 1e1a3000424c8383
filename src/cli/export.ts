import type { Arguments } from './args.ts';
import { type Drawer, drawerHere, drawerOnThreads, type ThreadData, usualJobs } from './drawers.ts';
import { ExportRun } from './export-run.ts';
import { type ExportSettings, exportSettings } from './export-settings.ts';
import { findMaps } from './find-maps.ts';
import type { ExitStatus, Host } from './host.ts';
import type { MapFacts } from './map-facts.ts';
import { rootsOfSources } from './source-roots.ts';
import { readSources } from './sources.ts';
import { unitsOf } from './units.ts';

/** `crmmap export`: draws the views of maps, and writes their models. */
export async function exportMaps(args: Arguments, host: Host): Promise<ExitStatus> {
    const settings = exportSettings(args, host.cwd);
    const { maps, problems } = await findMaps(args.paths, host.cwd);
    let facts: Promise<MapFacts> | undefined;
    const askParser = (): Promise<MapFacts> => (facts ??= import('./map-facts.ts').then(({ parsedFacts }) => parsedFacts()));
    const sources = await readSources(maps, host.cwd, askParser);
    const run = new ExportRun(settings, host);
    for (const { file, message } of [...problems, ...sources.problems]) run.fail(2, `${file} ${message}`);
    const units = unitsOf(sources, await rootsOfSources(sources, askParser), settings.shard, settings.draw.formats.includes('markdown'));
    const drawer = drawerFor(settings, units.filter(({ maps: [map] }) => map?.own).length, host);
    try {
        await run.drawAll(units, drawer);
    } finally {
        drawer.end();
    }
    return run.status;
}

function drawerFor(settings: ExportSettings, maps: number, host: Host): Drawer {
    const data: ThreadData = { settings: settings.draw, cwd: host.cwd };
    const jobs = settings.jobs ?? usualJobs(maps);
    return jobs === 1 ? drawerHere(data) : drawerOnThreads(jobs, data);
}
