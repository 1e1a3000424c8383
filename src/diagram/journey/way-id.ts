import type { CrmModel, Way } from '../../model/crm-model.ts';

/** The id of the ways between two touchpoints in pictures. */
export function wayId(way: Pick<Way, 'from' | 'to'>): string {
    return `${way.from}..${way.to}`;
}

/** The first written way of an id in pictures; undefined where there is none, also where it follows from the order of the text. */
export function wayOf(model: CrmModel, id: string): (Way & { readonly source: NonNullable<Way['source']> }) | undefined {
    for (const way of model.journeys.flatMap((journey) => journey.ways)) {
        if (wayId(way) === id && way.source !== undefined) {
            return { ...way, source: way.source };
        }
    }
    return undefined;
}
