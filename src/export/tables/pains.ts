import type { CrmModel, Journey, JourneyStage, Opportunity, Pain, Touchpoint } from '../../model/crm-model.ts';
import { currencyOf } from './value-text.ts';
import { type ExportTable, listOf, tableOf, Titles } from './table.ts';

interface Place {
    readonly journey: Journey;
    readonly stage: JourneyStage;
    readonly touchpoint: Touchpoint;
}

interface Row extends Place {
    readonly pain?: Pain;
    readonly opportunity?: Opportunity;
}

/** Pains with the opportunities that address them: a row for each pair, and one for each that stands alone. */
export function painTable(model: CrmModel): ExportTable {
    const titles = new Titles(model);
    const initiatives = (opportunity: Opportunity | undefined): string | undefined =>
        opportunity && listOf(model.initiatives.filter(({ delivers }) => delivers.includes(opportunity.id)).map(({ title }) => title));
    return tableOf<Row>(
        'pains',
        'Pains and opportunities',
        {
            Journey: ({ journey }) => journey.title,
            Stage: ({ stage }) => stage.title,
            Touchpoint: ({ touchpoint }) => touchpoint.title,
            Emotion: ({ touchpoint }) => touchpoint.emotion,
            Pain: ({ pain }) => pain?.title,
            Severity: ({ pain }) => pain?.severity,
            Cost: ({ pain }) => pain?.cost?.amount,
            Currency: ({ pain }) => currencyOf(pain?.cost, model.map.currency),
            Per: ({ pain }) => pain?.cost?.per,
            Evidence: ({ pain, touchpoint }) => listOf([...(pain?.evidence ?? []), ...touchpoint.evidence].map(({ finding }) => finding)),
            Opportunity: ({ opportunity }) => opportunity?.title,
            Impact: ({ opportunity }) => opportunity?.impact,
            Effort: ({ opportunity }) => opportunity?.effort,
            Initiatives: ({ opportunity }) => initiatives(opportunity),
            Owner: ({ pain, opportunity }) => titles.of('team', opportunity?.owner ?? pain?.owner),
        },
        rowsOf(model),
    );
}

function rowsOf(model: CrmModel): Row[] {
    const places = model.journeys.flatMap((journey) =>
        journey.stages.flatMap((stage) => stage.touchpoints.map((touchpoint): Place => ({ journey, stage, touchpoint }))),
    );
    const opportunities = places.flatMap(({ touchpoint }) => touchpoint.opportunities);
    return places.flatMap((place): Row[] => [
        ...place.touchpoint.pains.flatMap((pain): Row[] => {
            const against = opportunities.filter(({ addresses }) => addresses.includes(pain.id));
            return against.length === 0 ? [{ ...place, pain }] : against.map((opportunity) => ({ ...place, pain, opportunity }));
        }),
        ...place.touchpoint.opportunities.filter(({ addresses }) => addresses.length === 0).map((opportunity) => ({ ...place, opportunity })),
    ]);
}
