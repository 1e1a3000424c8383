import type { CrmModel, View, ViewKind } from '../../model/crm-model.ts';
import { viewsOf } from '../../model/views.ts';
import type { ModelThing } from './all-things.ts';

/** A view of one thing, whether the text declares it or not. */
export interface OwnView {
    readonly as: ViewKind;
    readonly of: { readonly kind: string; readonly id: string };
}

/** The views that a thing can be opened in, the one that says most of it first. Of a part without a picture of its own it is the whole's. */
export function ownViews(thing: ModelThing): OwnView[] {
    const { kind, id } = thing;
    const of = (as: ViewKind, target: OwnView['of'] = { kind, id }): OwnView => ({ as, of: target });
    switch (thing.kind) {
        case 'entity':
            return [of('profile'), of('trace'), of('data', { kind: 'system', id: thing.declared.system })];
        case 'field':
            return [of('trace'), of('profile', { kind: 'entity', id: thing.declared.entity })];
        case 'system':
            return [of('landscape'), of('trace'), ...(thing.declared.entities.some(({ fields }) => fields.length > 0) ? [of('data')] : [])];
        case 'flow':
            return [...(thing.declared.mappings.length > 0 ? [of('mapping')] : []), of('landscape')];
        case 'journey':
            return [of('journey'), of('blueprint'), of('landscape')];
        case 'stage':
            return [
                of('landscape'),
                of('blueprint', { kind: 'journey', id: thing.declared.journey }),
                of('journey', { kind: 'journey', id: thing.declared.journey }),
            ];
        case 'touchpoint': {
            const journey = { kind: 'journey', id: thing.declared.journey };
            return [of('trace'), of('landscape'), of('blueprint', journey)];
        }
        case 'pain':
        case 'opportunity':
            return [of('trace', { kind: 'touchpoint', id: thing.declared.touchpoint })];
        case 'lifecycle':
            return [of('lifecycle')];
        case 'lifecycle-stage':
            return [of('lifecycle', { kind: 'lifecycle', id: thing.declared.lifecycle })];
        case 'team':
        case 'region':
        case 'capability':
            return [of('landscape')];
        case 'channel':
            return thing.declared.system === undefined ? [] : [of('landscape')];
        default:
            return kind === 'goal' || kind === 'metric' || kind === 'initiative' ? [of('scorecard')] : [];
    }
}

/**
 * The view that shows a thing: one that the text declares for just that, else one made for it. Of a landscape it shows the systems
 * behind the thing; of a system also those next to it.
 *
 * @param title what the thing is called
 */
export function viewFor(model: CrmModel, { as, of }: OwnView, title: string): View {
    const declared = viewsOf(model).find((view) => view.as === as && isSame(view.of, of) && view.include.length + view.exclude.length === 0);
    if (declared) return declared;
    const name = `${as} of ${of.id}`;
    const bare: View = { kind: 'view', id: name, name, as, include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [] };
    switch (as) {
        case 'landscape':
            return of.kind === 'system'
                ? { ...bare, title: `${title} and what it talks to`, include: [{ select: 'neighbours', ...of }] }
                : { ...bare, title: `Systems behind ${title}`, include: [{ select: 'thing', ...of }] };
        case 'scorecard':
        case 'matrix':
            return bare;
        default:
            return { ...bare, of };
    }
}

function isSame(a: OwnView['of'] | undefined, b: OwnView['of']): boolean {
    return a?.kind === b.kind && a.id === b.id;
}
