import type { CrmModel, Flow, Journey, System, View } from '../../model/crm-model.ts';
import { titleOf } from '../landscape/card-content.ts';
import { painWords } from '../overlay-words.ts';
import { capitalised, countWords } from '../words/value-words.ts';
import { label, plainWords } from '../words/vocabulary-words.ts';
import type { OuterFact } from './outer-card.ts';

/** What a view asks of the cards of a profile. */
export interface ProfileLook {
    readonly overlays: ReadonlySet<string>;
    readonly hidden: ReadonlySet<string>;
    readonly groupBy: NonNullable<View['groupBy']>;
}

export function lookOf(view: View): ProfileLook {
    return { overlays: new Set(view.overlays), hidden: new Set(view.hide), groupBy: view.groupBy ?? 'none' };
}

/** What the overlays add to the card of a system; what its group says already is not said again. Its interfaces are those with the entity. */
export function overlayFacts(model: CrmModel, { overlays, groupBy }: ProfileLook, system: System, flows: readonly Flow[]): OuterFact[] {
    const stated = (id: string | undefined, titles: Parameters<typeof titleOf>[0]): string => (id === undefined ? 'not stated' : titleOf(titles, id));
    const personal = system.entities.flatMap((entity) => entity.fields).filter((field) => field.personal).length;
    const timings = [...new Set(flows.map(({ timing }) => (timing === undefined ? 'not stated' : timing === 'event' ? 'on event' : plainWords(timing))))];
    const all: (OuterFact | false)[] = [
        overlays.has('region') && groupBy !== 'region' && { key: 'Region', value: stated(system.region, model.regions) },
        overlays.has('owner') && groupBy !== 'owner' && { key: 'Owner', value: stated(system.owner, model.teams) },
        overlays.has('personal') && { key: 'Personal data', value: personal === 0 ? 'no field' : countWords(personal, 'field') },
        overlays.has('timing') && flows.length > 0 && { key: 'Timing', value: capitalised(timings.join(', ')) },
        overlays.has('pain') && { key: 'Pains', value: painWords(painsAt(model.journeys, system.id)) || 'none stated' },
    ];
    return all.filter((fact) => fact !== false);
}

/** The pains of the touchpoints at which a system works. */
function painsAt(journeys: readonly Journey[], system: string): Journey['stages'][number]['touchpoints'][number]['pains'] {
    return journeys
        .flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints))
        .filter(({ frontstage, backstage, support }) => [...frontstage, ...backstage, ...support].includes(system))
        .flatMap(({ pains }) => pains);
}

export interface Section<T> {
    /** Absent where the view does not group. */
    readonly title?: string;
    readonly members: readonly T[];
}

/** Cards in the groups that the view asks for, in the order in which groups first come up; those without one last. */
export function sections<T extends { readonly system: string }>(model: CrmModel, { groupBy }: ProfileLook, members: readonly T[]): Section<T>[] {
    if (groupBy === 'none' || members.length === 0) {
        return [{ members }];
    }
    const keyOf = (id: string): string | undefined => model.systems.find((system) => system.id === id)?.[groupBy];
    const titles = { category: label, owner: (id: string) => titleOf(model.teams, id), region: (id: string) => titleOf(model.regions, id) };
    const keys = [...new Set(members.map(({ system }) => keyOf(system)))].sort((a, b) => Number(a === undefined) - Number(b === undefined));
    return keys.map((key) => ({
        title: key === undefined ? `No ${groupBy} stated` : titles[groupBy](key),
        members: members.filter(({ system }) => keyOf(system) === key),
    }));
}
