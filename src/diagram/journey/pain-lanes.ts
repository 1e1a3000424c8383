import type { CrmModel, Initiative, Opportunity, Pain } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Mark } from '../marks.ts';
import { dateWords, moneyWords } from '../words/value-words.ts';
import type { ChipContent, ChipLine, ChipMeter } from './chip.ts';
import { chip } from './chip.ts';
import { evidenceSource } from './evidence-plate.ts';
import type { DrawnLane, LaneArrow } from './journey-parts.ts';
import type { ColumnSpan, JourneyColumn, JourneyGrid } from './journey-grid.ts';
import { columnSpan } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

const inset = 12;
const mostWidth = 360;
const arrowInset = 18;

/** A pain or an opportunity with the room that its chip has. */
interface Slot<Thing> {
    readonly thing: Thing;
    readonly column: JourneyColumn;
    readonly x: number;
    readonly width: number;
    /** Nothing else of its column stands above, or below. */
    readonly isFirst: boolean;
    readonly isLast: boolean;
}

/** The lanes of what hurts and of what would help, tied by arrows where one follows the other, else by words. */
export interface PainLanes {
    readonly pains?: DrawnLane;
    readonly opportunities?: DrawnLane;
}

/** `areNeighbours`: the lane of opportunities is drawn right below that of pains. */
export function painLanes(grid: JourneyGrid, model: CrmModel, areNeighbours: boolean): PainLanes {
    const pains = slots(grid, (column) => column.touchpoint?.pains ?? []);
    const opportunities = slots(grid, (column) => column.touchpoint?.opportunities ?? []);
    const canBeTied = (pain: Slot<Pain>, opportunity: Slot<Opportunity>): boolean =>
        areNeighbours && pain.isLast && opportunity.isFirst && arrowX(pain, opportunity) !== undefined;
    // Arrows or words: below a touchpoint all ties are of one form.
    const inWords = new Set(
        opportunities
            .filter(({ thing }) =>
                thing.addresses.some(
                    (id) => !pains.some((pain) => pain.thing.id === id && opportunities.some((own) => own.thing === thing && canBeTied(pain, own))),
                ),
            )
            .map(({ column }) => column),
    );
    const isTied = (pain: Slot<Pain>, opportunity: Slot<Opportunity>): boolean =>
        !inWords.has(opportunity.column) && opportunity.thing.addresses.includes(pain.thing.id) && canBeTied(pain, opportunity);

    const painChips = pains.map((slot) => ({ slot, block: chip(painContent(slot.thing, model), slot.width) }));
    const opportunityChips = opportunities.map((slot) => {
        const said = slot.thing.addresses.flatMap((id) => {
            const drawn = pains.find((pain) => pain.thing.id === id);
            return drawn !== undefined && isTied(drawn, slot) ? [] : (painTitle(model, id) ?? []);
        });
        return { slot, block: chip(opportunityContent(slot.thing, said, model), slot.width) };
    });

    const painStack = stack(painChips, 12);
    const opportunityStack = stack(opportunityChips, 8);
    const arrows = pains.flatMap((pain) =>
        opportunities.flatMap((opportunity): LaneArrow[] => {
            const x = arrowX(pain, opportunity);
            return x !== undefined && isTied(pain, opportunity)
                ? [{ x, from: painStack.bottoms.get(pain.thing.id) ?? 0, to: opportunityStack.tops.get(opportunity.thing.id) ?? 0 }]
                : [];
        }),
    );
    return {
        ...(pains.length > 0 ? { pains: lane('pains', 'Pains', painStack, grid, arrows) } : {}),
        ...(opportunities.length > 0 ? { opportunities: lane('opportunities', 'Opportunities', opportunityStack, grid, []) } : {}),
    };
}

function slots<Thing>(grid: JourneyGrid, thingsOf: (column: JourneyColumn) => readonly Thing[]): Slot<Thing>[] {
    const isTaken = (column: JourneyColumn | undefined): boolean => column !== undefined && thingsOf(column).length > 0;
    // A free column belongs to the taken one before it; only where that is none, to the one behind it.
    const isFree = (column: JourneyColumn): boolean => !isTaken(column);
    const isLeftOver = (column: JourneyColumn): boolean => {
        const before = grid.columns[column.index - 1];
        return !isTaken(column) && !(before !== undefined && before.stage === column.stage && isTaken(before));
    };
    return grid.columns.flatMap((column) => {
        const things = thingsOf(column);
        const span: ColumnSpan = columnSpan(grid, column, isFree, isLeftOver);
        return things.map((thing, index) => ({
            thing,
            column,
            x: span.x + inset,
            width: Math.min(mostWidth, span.width - inset - 8),
            isFirst: index === 0,
            isLast: index === things.length - 1,
        }));
    });
}

function arrowX(pain: Slot<Pain>, opportunity: Slot<Opportunity>): number | undefined {
    const x = Math.max(pain.x, opportunity.x) + arrowInset;
    return x <= Math.min(pain.x + pain.width, opportunity.x + opportunity.width) - arrowInset ? x : undefined;
}

interface Stack {
    readonly marks: readonly Mark[];
    readonly height: number;
    readonly tops: ReadonlyMap<string, number>;
    readonly bottoms: ReadonlyMap<string, number>;
}

function stack(chips: readonly { readonly slot: Slot<Pain | Opportunity>; readonly block: ReturnType<typeof chip> }[], top: number): Stack {
    const next = new Map<JourneyColumn, number>();
    const tops = new Map<string, number>();
    const bottoms = new Map<string, number>();
    const marks = chips.map(({ slot, block }): Mark => {
        const y = next.get(slot.column) ?? top;
        tops.set(slot.thing.id, y);
        bottoms.set(slot.thing.id, y + block.height);
        next.set(slot.column, y + block.height + 8);
        return placeBlock(block, slot.x, y);
    });
    return { marks, height: Math.max(0, ...next.values()) + 4, tops, bottoms };
}

function lane(name: string, title: string, content: Stack, grid: JourneyGrid, arrows: readonly LaneArrow[]): DrawnLane {
    const label = laneLabel(title);
    const height = Math.max(label.height, content.height);
    return { type: 'drawn', name, arrows, label: { ...label, height }, body: { width: grid.width, height, marks: content.marks } };
}

function painTitle(model: CrmModel, id: string): string | undefined {
    const touchpoints = model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints));
    return touchpoints.flatMap((touchpoint) => touchpoint.pains).find((pain) => pain.id === id)?.title;
}

function painContent(pain: Pain, model: CrmModel): ChipContent {
    const severity = pain.severity === undefined ? '' : `, severity ${pain.severity}`;
    const meters: ChipMeter[] = pain.severity === undefined ? [] : [{ label: 'severity', degree: pain.severity, colour: 'red' }];
    const cost: ChipLine[] = pain.cost === undefined ? [] : [{ text: `costs ${moneyWords(pain.cost, model.map.currency)}` }];
    const evidence = pain.evidence.map(
        (item): ChipLine => ({
            icon: 'evidence',
            text: `${item.finding}, ${evidenceSource(item)}`,
            thing: { kind: 'evidence', id: item.id, label: `Evidence: ${evidenceSource(item)}: ${item.finding}` },
        }),
    );
    return {
        thing: { kind: 'pain', id: pain.id, label: `Pain: ${pain.title}${severity}` },
        icon: 'pain',
        colour: 'red',
        title: pain.title,
        meters,
        lines: [...cost, ...evidence],
    };
}

function opportunityContent(opportunity: Opportunity, painsInWords: readonly string[], model: CrmModel): ChipContent {
    const { impact, effort } = opportunity;
    const spoken = [
        `Opportunity: ${opportunity.title}`,
        ...(impact === undefined ? [] : [`impact ${impact}`]),
        ...(effort === undefined ? [] : [`effort ${effort}`]),
    ];
    const initiatives = model.initiatives.filter((initiative) => initiative.delivers.includes(opportunity.id) && initiative.status !== 'dropped');
    return {
        thing: { kind: 'opportunity', id: opportunity.id, label: spoken.join(', ') },
        icon: 'opportunity',
        colour: 'green',
        title: opportunity.title,
        meters: [
            ...(impact === undefined ? [] : [{ label: 'impact', degree: impact, colour: 'green' } as const]),
            ...(effort === undefined ? [] : [{ label: 'effort', degree: effort, colour: 'ink2' } as const]),
        ],
        lines: [
            ...painsInWords.map((title): ChipLine => ({ icon: 'pain', text: `against: ${title}` })),
            ...initiatives.map(
                (initiative): ChipLine => ({
                    icon: 'initiative',
                    text: initiativeWords(initiative),
                    thing: { kind: 'initiative', id: initiative.id, label: `Initiative: ${initiativeWords(initiative)}` },
                }),
            ),
        ],
    };
}

function initiativeWords(initiative: Initiative): string {
    return initiative.due === undefined ? initiative.title : `${initiative.title}, ${dateWords(initiative.due)}`;
}
