import { PictureTooLarge } from '../export/png/picture-too-large.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { parseConfig } from '../rules/config/rules-config.ts';
import { sentenceList } from './args.ts';
import type { DrawSettings } from './export-settings.ts';
import type { Finding } from './findings.ts';
import { allFormats } from './formats/all-formats.ts';
import type { ExportFile, Format, FormatContext } from './formats/format.ts';
import { mermaid } from './formats/mermaid.ts';
import type { MapLoader } from './load.ts';
import { type MapPictures, type MapView, mapPictures } from './map-pictures.ts';
import { OutputNames } from './output-names.ts';
import { plural } from './plural.ts';
import type { Rasterize } from './rasterize.ts';
import { findingsOfMap } from './rule-findings.ts';
import type { Unit } from './units.ts';

/** What comes of drawing a map, in the order in which it is told. Plain data. */
export type DrawEvent =
    /** The names of the map's views, first of all. */
    | { readonly kind: 'views'; readonly names: readonly string[] }
    | { readonly kind: 'failure'; readonly status: 1 | 2; readonly message: string }
    | { readonly kind: 'note'; readonly message: string }
    | {
          readonly kind: 'file';
          /** Below the output folder, with the system's separators. */
          readonly name: string;
          readonly what: string;
          /** Whether it shows one view. */
          readonly drawn: boolean;
          readonly content: string | Uint8Array;
      };

/** An event, and the place of its map among all. */
export interface PlacedEvent {
    readonly place: number;
    readonly event: DrawEvent;
}

/** What a thread keeps from one map to the next. */
export interface DrawingTools {
    readonly loader: MapLoader;
    readonly engine: LayoutEngine;
    readonly rasterize: Rasterize;
    readonly cwd: string;
}

/** Draws the maps of a unit, one after the other. */
export async function* drawUnit(unit: Unit, settings: DrawSettings, tools: DrawingTools): AsyncGenerator<PlacedEvent> {
    const files = new Map(unit.files.map((file) => [file.address, file]));
    const entries = unit.maps.flatMap(({ address, named }) => {
        const file = files.get(address);
        return file ? [{ file, named }] : [];
    });
    const loaded = await tools.loader.load({ entries, files });
    const [first] = unit.maps;
    for (const { file, message } of loaded.problems) if (first) yield { place: first.place, event: failure(2, `${file} ${message}`) };
    const names = new OutputNames();
    for (const { address, own, place, config } of unit.maps) {
        const root = loaded.entries.find(({ file }) => file.document === loaded.files.get(address)?.document);
        if (!root) continue;
        let map: MapPictures;
        try {
            map = mapPictures(root, loaded, tools.cwd);
        } catch (error) {
            yield { place, event: failure(2, `${root.file.shown} cannot be read as a map, by a fault of the program: ${textOf(error)}`) };
            continue;
        }
        const findings = (): Finding[] =>
            findingsOfMap(map.root, loaded, { configOf: () => (config === undefined ? {} : parseConfig(config).config) }, settings.today, tools.cwd);
        for await (const event of drawMap(map, own, names, settings, tools, findings)) yield { place, event };
    }
}

async function* drawMap(
    map: MapPictures,
    own: boolean,
    names: OutputNames,
    settings: DrawSettings,
    tools: DrawingTools,
    findings: FormatContext['findings'],
): AsyncGenerator<DrawEvent> {
    yield { kind: 'views', names: map.views.map(({ view }) => view.name) };
    const formats = formatsOf(settings);
    // Names are given also where nothing is drawn, so that a file has the same one whatever else is asked for.
    const targets = targetsOf(map, names, formats, settings, tools, findings);
    if (!own) return;
    yield* hiddenErrors(map, formats, settings);
    for (const target of targets) yield await drawn(map, target);
    yield* viewsWithoutMermaid(map, formats, settings);
}

function formatsOf({ formats: words }: DrawSettings): Format[] {
    const needed = allFormats.flatMap(({ word, needs = [] }) => (words.includes(word) ? needs : []));
    return allFormats.filter(({ word }) => words.includes(word) || needed.includes(word));
}

function isAsked({ view }: MapView, { views }: DrawSettings): boolean {
    return views.length === 0 || views.includes(view.name);
}

function targetsOf(
    map: MapPictures,
    names: OutputNames,
    formats: readonly Format[],
    settings: DrawSettings,
    tools: DrawingTools,
    findings: FormatContext['findings'],
): ExportFile[] {
    // Names of pictures are given first, so that a view has the same one whatever else is asked for.
    const pictureNames = new Map(map.views.map((view) => [view, names.nameFor(map.shown, view.view.name, 'svg')] as const));
    const context: FormatContext = {
        names,
        engine: tools.engine,
        theme: settings.theme,
        isAsked: (view) => isAsked(view, settings),
        findings,
        today: settings.today,
        rasterize: tools.rasterize,
        fonts: settings.fonts,
        pictureName: (view) => pictureNames.get(view) ?? '',
    };
    return formats.flatMap((format) => format.files(map, context).filter(({ view }) => view === undefined || isAsked(view, settings)));
}

async function drawn(map: MapPictures, { name, view, views, what, content }: ExportFile): Promise<DrawEvent> {
    const errors = views ? views.flatMap((one) => one.errors) : view ? view.errors : map.errors;
    const [first, ...more] = new Set(errors);
    if (first) {
        const others = more.length === 0 ? '' : ` (and ${plural(more.length, 'more error')})`;
        return failure(1, `${map.shown}: ${what} is not ${view ? 'drawn' : 'written'}: ${errorLine(first)}${others}`);
    }
    try {
        return { kind: 'file', name, what, drawn: view !== undefined, content: await content() };
    } catch (error) {
        const why = error instanceof PictureTooLarge ? '' : ', by a fault of the program';
        return failure(2, `${map.shown}: ${what} cannot be ${view ? 'drawn' : 'written'}${why}: ${textOf(error)}`);
    }
}

/** Errors that no picture of this run shows still count. */
function* hiddenErrors(map: MapPictures, formats: readonly Format[], settings: DrawSettings): Generator<DrawEvent> {
    const shows = ({ view }: MapView): boolean => formats.some((format) => format.shows(view.as));
    const asked = map.views.filter((view) => isAsked(view, settings) && shows(view));
    const told = new Set(formats.some(({ whole }) => whole) ? map.errors : asked.flatMap(({ errors }) => errors));
    const [first, ...more] = map.errors.filter((finding) => !told.has(finding));
    if (first) yield failure(1, `${map.shown} has ${plural(more.length + 1, 'error')} that none of these pictures shows: ${errorLine(first)}`);
}

/** Says which views Mermaid has no diagram for; that is a failure only for those that were asked for by name. Nobody asked for default views. */
function* viewsWithoutMermaid(map: MapPictures, formats: readonly Format[], settings: DrawSettings): Generator<DrawEvent> {
    if (!formats.includes(mermaid)) return;
    const byName = settings.views.length > 0;
    const without = map.views.filter((view) => !mermaid.shows(view.view.as) && isAsked(view, settings) && (byName || view.view.source !== undefined));
    if (without.length === 0) return;
    const named = without.slice(0, 8).map(({ view }) => `${view.name} (${view.as})`);
    if (without.length > named.length) named.push(`${without.length - named.length} more`);
    const message = `${map.shown}: kinds of view without a text for Mermaid: ${sentenceList(named)}.`;
    yield byName ? failure(2, message) : { kind: 'note', message };
}

function failure(status: 1 | 2, message: string): DrawEvent {
    return { kind: 'failure', status, message };
}

function errorLine({ file, start, message }: Finding): string {
    return `${file}:${start.line}:${start.column} ${message}`;
}

function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
