import type { Journey, JourneyStage } from '../../model/crm-model.ts';

/** Columns of a row, where a view does not say: what a screen shows at two thirds of its size. */
export const commonColumns = 16;
/** Columns that the common sheet holds. */
export const narrowColumns = 5;

/**
 * The journey in rows of whole stages, with no more than so many columns each as far as no stage alone has more, and of about the same
 * length. A stage that is longer goes on in the next row.
 */
export function journeyRows(journey: Journey, mostColumns: number): Journey[] {
    const stages = journey.stages.flatMap((stage) => partsOf(stage, mostColumns));
    const lengths = stages.map(columnsOf);
    const rows = partition(lengths, evenLength(lengths, mostColumns));
    return rows.length < 2 ? [journey] : rows.map(([from, to]) => ({ ...journey, stages: stages.slice(from, to) }));
}

/** How many columns a journey takes in one row. */
export function columnCount(journey: Journey): number {
    return journey.stages.reduce((sum, stage) => sum + columnsOf(stage), 0);
}

function columnsOf(stage: JourneyStage): number {
    return Math.max(1, stage.touchpoints.length);
}

function partsOf(stage: JourneyStage, mostColumns: number): JourneyStage[] {
    const count = Math.ceil(stage.touchpoints.length / mostColumns);
    if (count < 2) {
        return [stage];
    }
    const each = Math.ceil(stage.touchpoints.length / count);
    const { objective: _said, ...rest } = stage;
    return Array.from({ length: count }, (_, index): JourneyStage => {
        const touchpoints = stage.touchpoints.slice(index * each, (index + 1) * each);
        return index === 0 ? { ...stage, touchpoints } : { ...rest, title: `${stage.title}, continued`, within: [], metrics: [], touchpoints };
    });
}

/** The least length of the longest row with which there are no more rows than needed. */
function evenLength(lengths: readonly number[], most: number): number {
    const count = partition(lengths, most).length;
    let length = Math.min(
        most,
        lengths.reduce((sum, own) => sum + own, 0),
    );
    while (length > 1 && partition(lengths, length - 1).length === count) {
        length -= 1;
    }
    return length;
}

/** From which to before which part each row goes. */
function partition(lengths: readonly number[], most: number): (readonly [number, number])[] {
    const rows: (readonly [number, number])[] = [];
    let from = 0;
    let sum = 0;
    lengths.forEach((length, index) => {
        if (index > from && sum + length > most) {
            rows.push([from, index]);
            from = index;
            sum = 0;
        }
        sum += length;
    });
    return lengths.length === 0 ? rows : [...rows, [from, lengths.length]];
}
