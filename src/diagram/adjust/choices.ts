import type { CrmModel } from '../../model/crm-model.ts';
import { touchpointsOf } from '../trace/trace-graph.ts';
import { label } from '../words/vocabulary-words.ts';
import { type FilterName, filterNames } from './adjustments.ts';

/** A value that a filter can have. */
export interface Choice {
    readonly value: string;
    readonly title: string;
}

/** What a map can be filtered by: only what something in it has. */
export interface FilterChoices {
    readonly name: FilterName;
    readonly choices: readonly Choice[];
}

/** The filters that a map gives a choice of, with their values by title; a filter by which nothing could be told apart is left out. */
export function filterChoices(model: CrmModel): readonly FilterChoices[] {
    return filterNames.map((name) => ({ name, choices: choicesOf(model, name) })).filter(({ choices }) => choices.length > 0);
}

function choicesOf(model: CrmModel, name: FilterName): readonly Choice[] {
    switch (name) {
        case 'persona':
            return titled(model.personas, new Set(model.personas.map(({ id }) => id)));
        case 'segment':
            return titled(model.segments, new Set(model.segments.map(({ id }) => id)));
        case 'owner':
            return titled(model.teams, ownersOf(model));
        case 'region':
            return titled(model.regions, used(model.systems.map(({ region }) => region)));
        case 'tag':
            return worded(tagsOf(model), (tag) => tag);
        case 'category':
            return worded(used(model.systems.map(({ category }) => category)), label);
        case 'timing':
            return worded(used(model.flows.map(({ timing }) => timing)), label);
        case 'personal':
            return model.flows.some(({ personal }) => personal) || fieldsOf(model).some(({ personal }) => personal)
                ? [{ value: 'only', title: 'Only with personal data' }]
                : [];
    }
}

/** Teams that own something that a picture shows. */
function ownersOf(model: CrmModel): ReadonlySet<string> {
    const stages = [...model.journeys.flatMap(({ stages: own }) => own), ...model.lifecycles.flatMap(({ stages: own }) => own)];
    const activities = model.lifecycles.flatMap(({ stages: own }) => own.flatMap((stage) => stage.activities));
    const owned = [
        ...model.systems,
        ...entitiesOf(model),
        ...model.flows,
        ...model.journeys,
        ...stages,
        ...activities,
        ...touchpointsOf(model),
        ...model.goals,
        ...model.metrics,
        ...model.initiatives,
    ];
    return used(owned.map(({ owner }) => owner));
}

function tagsOf(model: CrmModel): ReadonlySet<string> {
    const stages = [...model.journeys.flatMap(({ stages: own }) => own), ...model.lifecycles.flatMap(({ stages: own }) => own)];
    const tagged = [
        ...model.systems,
        ...entitiesOf(model),
        ...fieldsOf(model),
        ...model.flows,
        ...stages,
        ...touchpointsOf(model),
        ...model.goals,
        ...model.metrics,
        ...model.initiatives,
    ];
    return new Set(tagged.flatMap(({ tags }) => tags));
}

function entitiesOf(model: CrmModel): CrmModel['systems'][number]['entities'] {
    return model.systems.flatMap(({ entities }) => entities);
}

function fieldsOf(model: CrmModel): ReturnType<typeof entitiesOf>[number]['fields'] {
    return entitiesOf(model).flatMap(({ fields }) => fields);
}

function used(values: readonly (string | undefined)[]): ReadonlySet<string> {
    return new Set(values.filter((value) => value !== undefined));
}

function titled(things: readonly { readonly id: string; readonly title: string }[], ids: ReadonlySet<string>): Choice[] {
    return things.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ value: id, title }));
}

function worded(values: ReadonlySet<string>, title: (value: string) => string): Choice[] {
    return [...values].map((value) => ({ value, title: title(value) })).sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}
