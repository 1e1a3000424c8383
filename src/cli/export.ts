import { resolve } from 'node:path';
import type { Arguments } from './args.ts';
import { ContentStore } from './cache/content-store.ts';
import { keepingDrawer } from './cache/keeping-drawer.ts';
import { programId } from './cache/program-id.ts';
import { unitKey } from './cache/unit-key.ts';
import { type Drawer, drawerHere, drawerOnThreads, type ThreadData, usualJobs } from './drawers.ts';
import { ExportRun } from './export-run.ts';
import { type ExportSettings, exportSettings } from './export-settings.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import type { ExitStatus, Host } from './host.ts';
import type { MapFacts } from './map-facts.ts';
import { printableLine } from './printable.ts';
import { rootsOfSources } from './source-roots.ts';
import { readSources } from './sources.ts';
import { type Unit, unitsOf } from './units.ts';

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
    const drawer = drawerFor(
        settings,
        units.filter(({ maps }) => maps.some((map) => map.own)),
        host,
    );
    try {
        await run.drawAll(units, drawer);
    } finally {
        drawer.end();
    }
    return run.status;
}

function drawerFor(settings: ExportSettings, units: readonly Unit[], host: Host): Drawer {
    const data: ThreadData = { settings: settings.draw, cwd: host.cwd };
    const drawerOf = (maps: number): Drawer => {
        const jobs = settings.jobs ?? usualJobs(maps);
        return jobs === 1 ? drawerHere(data) : drawerOnThreads(jobs, data);
    };
    if (settings.cache === undefined) return drawerOf(units.length);
    const folder = settings.cache;
    const store = new ContentStore(resolve(host.cwd, folder));
    const program = programId(host.version);
    const keys = new Map(units.map((unit) => [unit, unitKey(unit, settings.draw, program)]));
    return keepingDrawer(drawerOf([...keys.values()].filter((key) => !store.has(key)).length), {
        store,
        keyOf: (unit) => keys.get(unit) ?? unitKey(unit, settings.draw, program),
        onFailure: (error) => host.err(`crmmap: nothing more is kept in ${printableLine(folder)}: ${failureText(error)}\n`),
        now: Date.now(),
    });
}
