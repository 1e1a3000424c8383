import type { CrmModel, Field, View } from '../../model/crm-model.ts';
import { isChosen, keyOf, type Subject, subject } from '../subjects.ts';
import type { FlowMapping } from './flow-mapping.ts';

/** What a view shows of a mapping. */
export interface ChosenLines {
    /** Places of the shown `map` lines in the flow. */
    readonly lines: ReadonlySet<number>;
    /** Ids of the fields that have a row. */
    readonly fields: ReadonlySet<string>;
    /** How many lines are left out. */
    readonly leftOut: number;
}

/**
 * The lines and the unmapped fields that `include` and `exclude` leave. What a selector says holds for a line when it holds for one of
 * its fields, or for where these stand; `not` when it holds for none of them.
 */
export function chosenLines(model: CrmModel, view: View, { flow, sources, targets }: FlowMapping): ChosenLines {
    const fields = new Map([...sources, ...targets].flatMap((entity) => entity.fields).map((field) => [field.id, field]));
    const subjects = new Map([...fields.values()].map((field) => [field.id, fieldSubject(model, field)]));
    const lines = flow.mappings.flatMap(({ sources: from, target }, index) => {
        const own = [...from, target].flatMap((id) => subjects.get(id) ?? []);
        return isChosen(view, together(own, { kind: 'flow', id: flow.id }, flow.timing)) ? [index] : [];
    });
    const mapped = new Set(flow.mappings.flatMap(({ sources: from, target }) => [...from, target]));
    const shown = new Set(lines.flatMap((index) => [...(flow.mappings[index]?.sources ?? []), flow.mappings[index]?.target ?? '']));
    const rows = [...subjects].filter(([id, own]) => shown.has(id) || (!mapped.has(id) && isChosen(view, own))).map(([id]) => id);
    return { lines: new Set(lines), fields: new Set(rows), leftOut: flow.mappings.length - lines.length };
}

function fieldSubject(model: CrmModel, field: Field): Subject {
    const system = model.systems.find(({ entities }) => entities.some(({ id }) => id === field.entity));
    const entity = system?.entities.find(({ id }) => id === field.entity);
    return subject(field, {
        tags: [...field.tags, ...(entity?.tags ?? []), ...(system?.tags ?? [])],
        owners: [field.owner ?? entity?.owner ?? system?.owner].filter((owner) => owner !== undefined),
        lives: [entity?.life ?? system?.life ?? 'active'],
        categories: system?.category === undefined ? [] : [system.category],
        regions: system?.region === undefined ? [] : [system.region],
        personal: field.personal,
        within: [entity, system].flatMap((thing) => (thing === undefined ? [] : [keyOf(thing)])),
    });
}

/** A line as one thing: what holds for one of its ends holds for it. */
function together(ends: readonly Subject[], flow: { readonly kind: string; readonly id: string }, timing: string | undefined): Subject {
    return {
        kind: 'map',
        id: '',
        tags: ends.flatMap(({ tags }) => tags),
        owners: ends.flatMap(({ owners }) => owners),
        lives: ends.flatMap(({ lives }) => lives ?? []),
        timings: timing === undefined ? [] : [timing],
        categories: ends.flatMap(({ categories }) => categories),
        regions: ends.flatMap(({ regions }) => regions),
        personal: ends.some(({ personal }) => personal),
        within: [keyOf(flow), ...ends.flatMap((end) => [keyOf(end), ...end.within])],
        near: [],
    };
}
