import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../../language/nearest.ts';
import { PictureTooLarge } from '../export/png/picture-too-large.ts';
import { createElkEngine } from '../layout/elk-engine.ts';
import { type Arguments, dayOf, oneOfWords, sentenceList, type Shard, shardOf, UsageError } from './args.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import type { Finding } from './findings.ts';
import { allFormats } from './formats/all-formats.ts';
import type { ExportFile, Format, FormatContext } from './formats/format.ts';
import { mermaid } from './formats/mermaid.ts';
import { type ExitStatus, type Host, worst } from './host.ts';
import { loadMaps } from './load.ts';
import { type MapPictures, type MapView, mapPictures } from './map-pictures.ts';
import { OutputNames } from './output-names.ts';
import { byBytes } from './path-names.ts';
import { plural } from './pretty.ts';
import { printableLine } from './printable.ts';
import { fontsBy, type Rasterize, rasterizeBy } from './rasterize.ts';
import { Configs } from './read-config.ts';
import { rootsOf } from './roots.ts';
import { findingsOfMap } from './rule-findings.ts';
import { holds, writeFile } from './write-file.ts';

const formatWords = allFormats.map(({ word }) => word);
const themes = ['auto', 'light', 'dark'] as const;

interface Settings {
    readonly out: string;
    readonly formats: readonly Format[];
    /** Names of views; none stands for all. */
    readonly views: readonly string[];
    readonly theme: (typeof themes)[number] | undefined;
    readonly check: boolean;
    readonly shard: Shard | undefined;
    /** The day for findings; none that depend on it are told without one. */
    readonly today: string | undefined;
    readonly rasterize: Rasterize;
    readonly fonts: readonly Uint8Array[];
}

/** A file to be written. */
interface Target extends ExportFile {
    readonly map: MapPictures;
}

/** `crmmap export`: draws the views of maps, and writes their models. */
export async function exportMaps(args: Arguments, host: Host): Promise<ExitStatus> {
    const settings = settingsOf(args, host.cwd);
    const { maps, problems } = await findMaps(args.paths, host.cwd);
    const loaded = await loadMaps(maps, host.cwd);
    let status: ExitStatus = 0;
    const fail = (failure: ExitStatus, message: string): void => {
        host.err(`crmmap: ${printableLine(message)}\n`);
        status = worst(status, failure);
    };
    for (const { file, message } of [...problems, ...loaded.problems]) fail(2, `${file} ${message}`);

    const pictures: MapPictures[] = [];
    for (const root of rootsOf(loaded.entries, loaded.services)) {
        try {
            pictures.push(mapPictures(root, loaded, host.cwd));
        } catch (error) {
            fail(2, `${root.file.shown} cannot be read as a map, by a fault of the program: ${textOf(error)}`);
        }
    }
    if (pictures.length > 0) requireViews(settings.views, pictures);
    const own = shardPart(pictures, settings.shard);
    for (const map of own) reportErrors(map, settings, fail);

    const counts = { done: 0, same: 0 };
    for (const target of targetsOf(pictures, settings, (map) => findingsOfMap(map.root, loaded, new Configs(host.cwd, undefined), settings.today, host.cwd))) {
        if (!own.includes(target.map)) continue;
        const content = await contentOf(target, fail);
        if (content === undefined) continue;
        counts.done += 1;
        const shown = printableLine(`${settings.out.replace(/\/+$/, '') || '/'}/${target.name.replaceAll('\\', '/')}`);
        const path = resolve(host.cwd, settings.out, target.name);
        if (settings.check) {
            if (!existsSync(path)) fail(1, `${shown} is missing: ${target.what} would be ${target.view ? 'drawn' : 'written'} there.`);
            else if (!holds(path, content))
                fail(1, `${shown} is out of date: it is not what ${target.what} would be ${target.view ? 'drawn' : 'written'} as now.`);
            continue;
        }
        try {
            const written = await writeFile(path, content, resolve(host.cwd, settings.out));
            if (!written) counts.same += 1;
            host.out(`${shown}${written ? '' : ' (unchanged)'}\n`);
        } catch (error) {
            fail(2, `${shown} cannot be written: ${failureText(error)}`);
        }
    }
    for (const map of own) reportWithoutMermaid(map, settings, fail, host);
    if (settings.check && status === 0) host.out(`${plural(counts.done, 'file')} in ${printableLine(settings.out)} up to date.\n`);
    return status;
}

type Fail = (status: ExitStatus, message: string) => void;

function settingsOf(args: Arguments, cwd: string): Settings {
    const theme = args.value('theme');
    const fonts = fontsBy(args, cwd);
    const wanted = args.values('format').flatMap((value) => value.split(',').map((word) => word.trim()));
    return {
        out: args.value('out') ?? 'out',
        formats: formatsOf(wanted.length === 0 ? ['svg'] : wanted.map((word) => oneOfWords('--format', word, formatWords))),
        views: args.values('view'),
        theme: theme === undefined ? undefined : oneOfWords('--theme', theme, themes),
        check: args.has('check'),
        shard: shardOf('shard', args.value('shard')),
        today: dayOf('today', args.value('today')),
        rasterize: rasterizeBy(args, fonts),
        fonts,
    };
}

/** The maps of a shard: every so many-th by name, whatever the order of the arguments. */
function shardPart(pictures: readonly MapPictures[], shard: Shard | undefined): readonly MapPictures[] {
    if (!shard) return pictures;
    const own = new Set([...pictures].sort((a, b) => byBytes(a.shown, b.shown)).filter((_, place) => place % shard.count === shard.index - 1));
    return pictures.filter((map) => own.has(map));
}

/** @throws UsageError when no map has a view of that name */
function requireViews(names: readonly string[], pictures: readonly MapPictures[]): void {
    const known = [...new Set(pictures.flatMap(({ views }) => views.map(({ view }) => view.name)))];
    for (const name of names) {
        if (known.includes(name)) continue;
        const meant = nearest(name, known);
        throw new UsageError(
            `There is no view ${name}. ${meant === undefined ? `There ${known.length === 1 ? 'is' : 'are'} ${sentenceList(known)}.` : `Did you mean ${meant}?`}`,
        );
    }
}

function isAsked({ view }: MapView, { views }: Settings): boolean {
    return views.length === 0 || views.includes(view.name);
}

function formatsOf(words: readonly string[]): Format[] {
    const needed = allFormats.flatMap(({ word, needs = [] }) => (words.includes(word) ? needs : []));
    return allFormats.filter(({ word }) => words.includes(word) || needed.includes(word));
}

/** What is asked for, map by map. */
function targetsOf(pictures: readonly MapPictures[], settings: Settings, findings: FormatContext['findings']): Target[] {
    const names = new OutputNames();
    // Names of pictures are given first, so that a view has the same one whatever else is asked for.
    const pictureNames = new Map(pictures.flatMap((map) => map.views.map((view) => [view, names.nameFor(map.shown, view.view.name, 'svg')] as const)));
    const context: FormatContext = {
        names,
        engine: createElkEngine(),
        theme: settings.theme,
        isAsked: (view) => isAsked(view, settings),
        findings,
        today: settings.today,
        rasterize: settings.rasterize,
        fonts: settings.fonts,
        pictureName: (view) => pictureNames.get(view) ?? '',
    };
    return pictures.flatMap((map) =>
        settings.formats.flatMap((format) =>
            format
                .files(map, context)
                .filter(({ view }) => view === undefined || isAsked(view, settings))
                .map((file) => ({ ...file, map })),
        ),
    );
}

async function contentOf({ map, view, views, what, content }: Target, fail: Fail): Promise<string | Uint8Array | undefined> {
    const errors = views ? views.flatMap((one) => one.errors) : view ? view.errors : map.errors;
    const [first, ...more] = new Set(errors);
    if (first) {
        const others = more.length === 0 ? '' : ` (and ${plural(more.length, 'more error')})`;
        fail(1, `${map.shown}: ${what} is not ${view ? 'drawn' : 'written'}: ${errorLine(first)}${others}`);
        return undefined;
    }
    try {
        return await content();
    } catch (error) {
        const why = error instanceof PictureTooLarge ? '' : ', by a fault of the program';
        fail(2, `${map.shown}: ${what} cannot be ${view ? 'drawn' : 'written'}${why}: ${textOf(error)}`);
        return undefined;
    }
}

/** Errors that no picture of this run shows still count. */
function reportErrors(map: MapPictures, settings: Settings, fail: Fail): void {
    const drawn = ({ view }: MapView): boolean => settings.formats.some((format) => format.shows(view.as));
    const asked = map.views.filter((view) => isAsked(view, settings) && drawn(view));
    const told = new Set(settings.formats.some(({ whole }) => whole) ? map.errors : asked.flatMap(({ errors }) => errors));
    const [first, ...more] = map.errors.filter((finding) => !told.has(finding));
    if (first) fail(1, `${map.shown} has ${plural(more.length + 1, 'error')} that none of these pictures shows: ${errorLine(first)}`);
}

/** Says which views Mermaid has no diagram for; that is a failure only for those that were asked for by name. Nobody asked for default views. */
function reportWithoutMermaid(map: MapPictures, settings: Settings, fail: Fail, host: Host): void {
    if (!settings.formats.includes(mermaid)) return;
    const byName = settings.views.length > 0;
    const without = map.views.filter((view) => !mermaid.shows(view.view.as) && isAsked(view, settings) && (byName || view.view.source !== undefined));
    if (without.length === 0) return;
    const names = without.slice(0, 8).map(({ view }) => `${view.name} (${view.as})`);
    if (without.length > names.length) names.push(`${without.length - names.length} more`);
    const message = `${map.shown}: kinds of view without a text for Mermaid: ${sentenceList(names)}.`;
    if (byName) fail(2, message);
    else host.err(`crmmap: ${printableLine(message)}\n`);
}

function errorLine({ file, start, message }: Finding): string {
    return `${file}:${start.line}:${start.column} ${message}`;
}

function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
