import { createElkEngine } from '../../layout/elk-engine.ts';
import { drawView, pictureTitle } from '../../pipeline.ts';
import { parseConfig } from '../../rules/config/rules-config.ts';
import type { Finding } from '../findings.ts';
import { MapLoader } from '../load.ts';
import { type MapView, mapPictures } from '../map-pictures.ts';
import { findingsOfMap } from '../rule-findings.ts';
import type { Unit } from '../units.ts';

/** A map to look at, of the unit that holds all its files. Plain data. */
export interface ServedTask {
    readonly unit: Unit;
    /** The address of the map's file. */
    readonly address: string;
    /** Whether its pictures are wanted as well. */
    readonly pictures: boolean;
    /** The day with which dates are compared, ISO. */
    readonly today: string;
}

/** A view, without its picture. */
export interface ServedView {
    readonly name: string;
    readonly title: string;
    readonly kind: string;
    /** The first error that keeps it from being drawn, and how many there are. */
    readonly error: Finding | undefined;
    readonly errors: number;
}

/** What there is to say of a map. */
export interface ServedFacts {
    readonly title: string;
    readonly findings: readonly Finding[];
    readonly views: readonly ServedView[];
}

/** What comes of a task: the facts first. */
export type ServedEvent =
    | { readonly kind: 'facts'; readonly facts: ServedFacts }
    | { readonly kind: 'picture'; readonly view: string; readonly svg: string }
    | { readonly kind: 'fault'; readonly view: string; readonly reason: string };

/** What a thread is told when it starts. */
export interface ServeThreadData {
    readonly cwd: string;
}

/** Looks at maps one after the other with the same tools, which are warm from the second one on. Throws where a map cannot be read at all. */
export function servedDrawing({ cwd }: ServeThreadData): (task: ServedTask) => AsyncIterable<ServedEvent> {
    const loader = new MapLoader();
    const engine = createElkEngine();
    return async function* draw({ unit, address, pictures, today }) {
        const files = new Map(unit.files.map((file) => [file.address, file]));
        const entries = unit.maps.flatMap((map) => {
            const file = files.get(map.address);
            return file ? [{ file, named: map.named }] : [];
        });
        const loaded = await loader.load({ entries, files });
        const root = loaded.entries.find(({ file }) => file.document === loaded.files.get(address)?.document);
        const shown = files.get(address)?.shown;
        if (!root) throw new Error(loaded.problems.find(({ file }) => file === shown)?.message ?? 'cannot be read.');
        const map = mapPictures(root, loaded, cwd);
        const config = unit.maps.find((one) => one.address === address)?.config;
        const configs = { configOf: () => (config === undefined ? {} : parseConfig(config).config) };
        const views = map.views.map((view) => servedView(view, pictureTitle(map.model, view.view)));
        yield { kind: 'facts', facts: { title: map.model.map.title, findings: findingsOfMap(root, loaded, configs, today, cwd), views } };
        if (!pictures) return;
        for (const { view, errors } of map.views) {
            if (errors.length > 0) continue;
            try {
                yield { kind: 'picture', view: view.name, svg: await drawView(map.model, view, engine) };
            } catch (error) {
                yield { kind: 'fault', view: view.name, reason: error instanceof Error ? error.message : String(error) };
            }
        }
    };
}

function servedView({ view, errors }: MapView, title: string): ServedView {
    return { name: view.name, title, kind: view.as, error: errors[0], errors: new Set(errors).size };
}
