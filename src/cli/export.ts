import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../../language/nearest.ts';
import { hasMermaid, type MermaidPart, mermaidOf, mermaidParts } from '../export/mermaid/mermaid.ts';
import { createElkEngine } from '../layout/elk-engine.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { drawView } from '../pipeline.ts';
import { type Arguments, dayOf, oneOfWords, sentenceList, UsageError } from './args.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import type { Finding } from './findings.ts';
import { type ExitStatus, type Host, worst } from './host.ts';
import { loadMaps } from './load.ts';
import { type MapPictures, type MapView, mapPictures } from './map-pictures.ts';
import { OutputNames } from './output-names.ts';
import { plural } from './pretty.ts';
import { printableLine } from './printable.ts';
import { rootsOf } from './roots.ts';
import { holds, writeFile } from './write-file.ts';

const formats = ['svg', 'mermaid', 'json'] as const;
const laterFormats = ['png', 'pdf', 'drawio', 'csv', 'markdown', 'html'];
const themes = ['auto', 'light', 'dark'] as const;

interface Settings {
    readonly out: string;
    readonly formats: readonly (typeof formats)[number][];
    /** Names of views; none stands for all. */
    readonly views: readonly string[];
    readonly theme: (typeof themes)[number] | undefined;
    readonly check: boolean;
}

/** A file to be written. */
interface Target {
    readonly map: MapPictures;
    /** Absent for the model. */
    readonly view?: MapView;
    /** Absent for a picture. */
    readonly mermaid?: MermaidPart;
    /** Below the output folder. */
    readonly name: string;
}

/** `crmmap export`: draws the views of maps, and writes their models. */
export async function exportMaps(args: Arguments, host: Host): Promise<ExitStatus> {
    const settings = settingsOf(args);
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
    for (const map of pictures) reportErrors(map, settings, fail);
    if (pictures.length > 0) requireViews(settings.views, pictures);

    const engine = createElkEngine();
    const counts = { done: 0, same: 0 };
    for (const target of targetsOf(pictures, settings)) {
        const text = await textOfTarget(target, settings, engine, fail);
        if (text === undefined) continue;
        counts.done += 1;
        const shown = printableLine(`${settings.out.replace(/\/+$/, '') || '/'}/${target.name.replaceAll('\\', '/')}`);
        const path = resolve(host.cwd, settings.out, target.name);
        if (settings.check) {
            if (!existsSync(path)) fail(1, `${shown} is missing: ${whatOf(target)} would be ${target.view ? 'drawn' : 'written'} there.`);
            else if (!holds(path, text)) fail(1, `${shown} is out of date: it is not what ${whatOf(target)} would be drawn as now.`);
            continue;
        }
        try {
            const written = await writeFile(path, text, resolve(host.cwd, settings.out));
            if (!written) counts.same += 1;
            host.out(`${shown}${written ? '' : ' (unchanged)'}\n`);
        } catch (error) {
            fail(2, `${shown} cannot be written: ${failureText(error)}`);
        }
    }
    for (const map of pictures) reportWithoutMermaid(map, settings, fail, host);
    if (settings.check && status === 0) host.out(`${plural(counts.done, 'file')} in ${printableLine(settings.out)} up to date.\n`);
    return status;
}

type Fail = (status: ExitStatus, message: string) => void;

function settingsOf(args: Arguments): Settings {
    const theme = args.value('theme');
    // No picture of this version depends on the day.
    dayOf('today', args.value('today'));
    const wanted = args.values('format').flatMap((value) => value.split(',').map((word) => word.trim()));
    return {
        out: args.value('out') ?? 'out',
        formats: wanted.length === 0 ? ['svg'] : [...new Set(wanted.map((word) => oneOfWords('--format', word, formats, laterFormats)))],
        views: args.values('view'),
        theme: theme === undefined ? undefined : oneOfWords('--theme', theme, themes),
        check: args.has('check'),
    };
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

/** Each view has the same file name whatever else is asked for. */
function targetsOf(pictures: readonly MapPictures[], settings: Settings): Target[] {
    const names = new OutputNames();
    return pictures.flatMap((map) => {
        const model = { map, name: names.nameFor(map.shown, undefined, 'json') };
        const views = map.views.map((view) => ({ map, view, name: names.nameFor(map.shown, view.view.name, 'svg') }));
        const parts = map.views.flatMap((view) => mermaidParts(map.model, view.view).map((mermaid) => ({ map, view, mermaid })));
        // The first texts have their names before what stands beside them, so that this takes no view's name.
        const [first, beside] = [parts.filter(({ mermaid }) => mermaid === 'diagram'), parts.filter(({ mermaid }) => mermaid !== 'diagram')];
        const texts = [...first, ...beside].map((part) => {
            const { view, mermaid } = part;
            return { ...part, name: names.nameFor(map.shown, mermaid === 'diagram' ? view.view.name : `${view.view.name}.${mermaid}`, 'mmd') };
        });
        return [
            ...(settings.formats.includes('json') ? [model] : []),
            ...(settings.formats.includes('svg') ? views.filter(({ view }) => isAsked(view, settings)) : []),
            ...(settings.formats.includes('mermaid') ? texts.filter(({ view }) => isAsked(view, settings)) : []),
        ];
    });
}

async function textOfTarget(target: Target, { theme }: Settings, engine: LayoutEngine, fail: Fail): Promise<string | undefined> {
    const { map, view, mermaid } = target;
    const errors = view ? view.errors : map.errors;
    const [first, ...more] = errors;
    if (first) {
        fail(
            1,
            `${map.shown}: ${whatOf(target)} is not ${view ? 'drawn' : 'written'}: ${errorLine(first)}${more.length === 0 ? '' : ` (and ${plural(more.length, 'more error')})`}`,
        );
        return undefined;
    }
    if (!view) return `${JSON.stringify(map.model, undefined, 2)}\n`;
    try {
        if (mermaid) return mermaidOf(map.model, view.view, mermaid);
        return await drawView(map.model, theme ? { ...view.view, theme } : view.view, engine);
    } catch (error) {
        fail(2, `${map.shown}: ${whatOf(target)} cannot be drawn, by a fault of the program: ${textOf(error)}`);
        return undefined;
    }
}

/** Errors that no picture of this run shows still count. */
function reportErrors(map: MapPictures, settings: Settings, fail: Fail): void {
    const drawn = (view: MapView): boolean => settings.formats.includes('svg') || (settings.formats.includes('mermaid') && hasMermaid(view.view.as));
    const asked = map.views.filter((view) => isAsked(view, settings) && drawn(view));
    const told = new Set(settings.formats.includes('json') ? map.errors : asked.flatMap(({ errors }) => errors));
    const [first, ...more] = map.errors.filter((finding) => !told.has(finding));
    if (first) fail(1, `${map.shown} has ${plural(more.length + 1, 'error')} that none of these pictures shows: ${errorLine(first)}`);
}

/** Says which views Mermaid has no diagram for; that is a failure only for those that were asked for by name. Nobody asked for default views. */
function reportWithoutMermaid(map: MapPictures, settings: Settings, fail: Fail, host: Host): void {
    if (!settings.formats.includes('mermaid')) return;
    const byName = settings.views.length > 0;
    const without = map.views.filter((view) => !hasMermaid(view.view.as) && isAsked(view, settings) && (byName || view.view.source !== undefined));
    if (without.length === 0) return;
    const names = without.slice(0, 8).map(({ view }) => `${view.name} (${view.as})`);
    if (without.length > names.length) names.push(`${without.length - names.length} more`);
    const message = `${map.shown}: kinds of view without a text for Mermaid: ${sentenceList(names)}.`;
    if (byName) fail(2, message);
    else host.err(`crmmap: ${printableLine(message)}\n`);
}

function whatOf({ view, mermaid }: Target): string {
    if (!view) return 'the model';
    const part = mermaid === undefined ? '' : mermaid === 'diagram' ? ' as Mermaid' : ` (${mermaid}) as Mermaid`;
    return `view ${view.view.name}${part}`;
}

function errorLine({ file, start, message }: Finding): string {
    return `${file}:${start.line}:${start.column} ${message}`;
}

function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
