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
    return viewsOf(model).map((view) => ({ name: view.name, title: titleOf(model, view), kind: view.as }));
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

function titleOf(model: CrmModel, view: View): string {
    if (view.title) return view.title;
    const thing = view.of && findThing(model, view.of.kind, view.of.id);
    return thing?.title ?? kindTitles[view.as];
}
