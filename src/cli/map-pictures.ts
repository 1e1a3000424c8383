import { type BrokenThing, brokenAt } from '../model/broken-things.ts';
import { buildModel } from '../model/build-model.ts';
import type { CrmModel, View } from '../model/crm-model.ts';
import { viewNeeds } from '../model/needs.ts';
import { viewsOf } from '../model/views.ts';
import { type Finding, findingsOf } from './findings.ts';
import type { Entry, LoadedMaps } from './load.ts';
import { shownPath } from './path-names.ts';

/** A map with what export needs to know of it. */
export interface MapPictures {
    readonly root: Entry;
    /** The map's file, as results name it. */
    readonly shown: string;
    readonly model: CrmModel;
    /** In the order of the text. */
    readonly views: readonly MapView[];
    /** The errors of all files of the map. */
    readonly errors: readonly Finding[];
}

export interface MapView {
    readonly view: View;
    /** Errors in what the view shows: first those in the view itself, then those in what it is of and what it needs, then those that count for all views. */
    readonly errors: readonly Finding[];
}

/** The model of a map, its views, and which of its errors stand in the way of which view. */
export function mapPictures(root: Entry, { services, files }: LoadedMaps, cwd: string): MapPictures {
    const { file } = root;
    const model = buildModel(file.document, services, (uri) => files.get(uri.toString())?.shown ?? shownPath(cwd, uri.fsPath));
    const parts = services.references.ImportGraph.documentsOf(file.document);
    const errors = parts.flatMap((document) => {
        const part = files.get(document.uri.toString());
        const found = part ? findingsOf(part, files).filter(({ severity }) => severity === 'error') : [];
        return found.map((finding) => ({ finding, broken: brokenAt(document, { line: finding.start.line - 1, character: finding.start.column - 1 }) }));
    });
    const views = viewsOf(model).map((view) => {
        const inTheWay = errors.flatMap(({ finding, broken }) => {
            const things = broken.filter((thing) => viewNeeds(view, thing, model));
            return things.length === 0 ? [] : [{ finding, distance: Math.min(...things.map((thing) => distanceOf(thing, view))) }];
        });
        return { view, errors: inTheWay.sort((a, b) => a.distance - b.distance).map(({ finding }) => finding) };
    });
    return { root, shown: file.shown, model, views, errors: errors.map(({ finding }) => finding) };
}

/** How far from a view stands what it needs: the view itself, what it is a view of, another thing, what all views need. */
function distanceOf(thing: BrokenThing, { of }: View): number {
    if (thing === 'everything') return 3;
    if (thing.kind === 'view') return 0;
    return thing.id !== undefined && thing.id === of?.id ? 1 : 2;
}
