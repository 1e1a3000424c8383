import { type OwnView, viewFor } from '../diagram/things/own-views.ts';
import type { CrmModel, View, ViewKind } from '../model/crm-model.ts';
import { viewsOf } from '../model/views.ts';
import type { ViewSummary } from '../protocol.ts';
import { findThing } from './find-thing.ts';

const kindTitles: Readonly<Record<ViewKind, string>> = {
    landscape: 'System landscape',
    profile: 'Profile',
    mapping: 'Mapping',
    data: 'Data',
    journey: 'Journey',
    blueprint: 'Service blueprint',
    lifecycle: 'Lifecycle',
    trace: 'Trace',
    scorecard: 'Scorecard',
    matrix: 'Matrix',
};

/** The views of a map as a chooser lists them. */
export function viewSummaries(model: CrmModel): ViewSummary[] {
    const views = viewsOf(model);
    const titles = titlesOf(
        model,
        views.flatMap(({ title, of }) => (title || !of ? [] : [of])),
    );
    return views.map((view) => ({ name: view.name, title: view.title || titles.get(keyOf(view.of)) || kindTitles[view.as], kind: view.as }));
}

/** The view of that name, else the first. */
export function chooseView(model: CrmModel, name: string | undefined): View | undefined {
    const views = viewsOf(model);
    return views.find((view) => view.name === name) ?? views[0];
}

/** The view of one thing; undefined where the map no longer has that thing. */
export function findOwnView(model: CrmModel, own: OwnView): View | undefined {
    const thing = findThing(model, own.of.kind, own.of.id);
    return thing && viewFor(model, own, thing.title ?? thing.id);
}

interface Wanted {
    readonly kind: string;
    readonly id: string;
}

function keyOf(thing: Wanted | undefined): string {
    return thing ? `${thing.kind} ${thing.id}` : '';
}

/** The titles of things, in one walk through the model: a large map has hundreds of views. */
function titlesOf(model: CrmModel, wanted: readonly Wanted[]): ReadonlyMap<string, string> {
    const titles = new Map<string, string>();
    if (wanted.length === 0) return titles;
    const keys = new Set(wanted.map(keyOf));
    const pending: unknown[] = [model];
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        const { kind, id, title, source } = part as Partial<Wanted> & { readonly title?: unknown; readonly source?: unknown };
        if (kind !== undefined && id !== undefined && source !== undefined && typeof title === 'string' && keys.has(keyOf({ kind, id }))) {
            titles.set(keyOf({ kind, id }), title);
        }
        for (const inner of Object.values(part as object)) {
            if (typeof inner === 'object' && inner !== null) pending.push(inner);
        }
    }
    return titles;
}
