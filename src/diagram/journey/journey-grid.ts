import type { Journey, JourneyStage, Touchpoint } from '../../model/crm-model.ts';

export const labelLeft = 24;
export const labelRight = 128;
/** Where text in the label column starts, and how wide it may be. */
export const labelText = 36;
export const labelTextWidth = labelRight - labelText - 8;
export const contentLeft = 136;
/** Of a card, where its column is no wider than it must be. */
export const cardWidth = 116;
/** A card widens with its column up to this, and leaves this much of it free for ways. */
export const mostCard = 184;
const freeOfCard = 64;
/** Where a card starts in its column. */
export const cardInset = 12;
/** White between rows of stages. */
export const betweenRows = 28;
const leastPitch = 140;
const mostPitch = 320;
const leastWidth = 900;
const margin = 24;

export interface JourneyColumn {
    readonly index: number;
    readonly x: number;
    readonly width: number;
    /** The middle of its card. */
    readonly centre: number;
    readonly stage: number;
    /** Absent in the column of a stage without touchpoints. */
    readonly touchpoint?: Touchpoint;
}

export interface StageSpan {
    readonly stage: JourneyStage;
    readonly x: number;
    readonly width: number;
    readonly columns: readonly JourneyColumn[];
}

export interface JourneyGrid {
    readonly width: number;
    readonly pitch: number;
    /** Width of a touchpoint's card. */
    readonly card: number;
    readonly left: number;
    readonly right: number;
    readonly columns: readonly JourneyColumn[];
    readonly stages: readonly StageSpan[];
}

/** What a grid takes from the sheet that it is a row of. */
export interface GridForm {
    /** Least distance of two columns in px; 140 without it. */
    readonly pitch?: number;
    /** Width of the sheet and of the cards, where other rows set them. */
    readonly width?: number;
    readonly card?: number;
}

/** The columns of a journey: one for each touchpoint, 140 px apart, further where the sheet would be narrower than 900 px. */
export function journeyGrid(journey: Journey, form: GridForm = {}): JourneyGrid {
    const held = journey.stages.map((stage) => (stage.touchpoints.length > 0 ? stage.touchpoints : [undefined]));
    const count = held.reduce((sum, list) => sum + list.length, 0);
    const room = (form.width ?? leastWidth) - contentLeft - margin;
    const pitch = Math.max(form.pitch ?? leastPitch, Math.min(mostPitch, Math.floor(room / Math.max(1, count) / 4) * 4));
    const card = form.card ?? cardFor(pitch);
    const width = Math.max(form.width ?? leastWidth, contentLeft + pitch * count + margin);
    const right = width - margin;
    const columns: JourneyColumn[] = [];
    const stages = journey.stages.map((stage, stageIndex): StageSpan => {
        const from = columns.length;
        for (const touchpoint of held[stageIndex] ?? []) {
            const x = contentLeft + columns.length * pitch;
            columns.push({ index: columns.length, x, width: pitch, centre: x + cardInset + card / 2, stage: stageIndex, touchpoint });
        }
        const own = columns.slice(from);
        const x = contentLeft + from * pitch;
        const isLast = stageIndex === journey.stages.length - 1;
        return { stage, x, width: isLast ? right - x : own.length * pitch, columns: own };
    });
    return { width, pitch, card, left: contentLeft, right, columns, stages };
}

/** The width of cards in columns that are so far apart. */
export function cardFor(pitch: number): number {
    return Math.max(cardWidth, Math.min(mostCard, pitch - freeOfCard));
}

export interface ColumnSpan {
    readonly x: number;
    readonly width: number;
}

/**
 * How far what belongs to a column may reach: over the next column of its stage where `isFree` says that nothing stands there,
 * else, on request, over the one before.
 */
export function columnSpan(
    grid: JourneyGrid,
    column: JourneyColumn,
    isFree: (column: JourneyColumn) => boolean,
    backwards: (column: JourneyColumn) => boolean = () => false,
): ColumnSpan {
    const after = grid.columns[column.index + 1];
    if (after !== undefined && after.stage === column.stage && isFree(after)) {
        return { x: column.x, width: column.width * 2 };
    }
    const before = grid.columns[column.index - 1];
    if (before !== undefined && before.stage === column.stage && backwards(before)) {
        return { x: before.x, width: column.width * 2 };
    }
    return { x: column.x, width: column.width };
}
