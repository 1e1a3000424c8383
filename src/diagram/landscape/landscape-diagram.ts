import type { CrmModel, Flow, System, View } from '../../model/crm-model.ts';
import { cutText } from '../cut-text.ts';
import type { Memory } from '../memory.ts';
import { noMemory } from '../memory.ts';
import { select } from '../select.ts';
import type { Sheet } from '../sheet.ts';
import { captionText } from '../text-lines.ts';
import { fontOf, textWidth } from '../text-metrics.ts';
import { reviewFact } from '../words/review-words.ts';
import { timingWords } from '../words/timing-words.ts';
import { countWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import { foldOf } from './fold.ts';
import { describeFolded, foldedDiagram } from './folded-diagram.ts';
import { cardContent, regionCode, titleOf } from './card-content.ts';
import type { RoughCard, RoughGroup } from './column-groups.ts';
import { columnGroups } from './column-groups.ts';
import { describeLandscape, flowLabel, flowName, systemLabel } from './flow-words.ts';
import type { HopWords } from './hop-label.ts';
import { labelsFor } from './hop-label.ts';
import type { Hop } from './hops.ts';
import { columnsOf, hopsOf } from './hops.ts';
import type { HopLabel, LandscapeCard, LandscapeDiagram, LandscapeGroup, LandscapeHop } from './landscape-parts.ts';
import { flowTiming, isThin, legendGroups } from './legend-groups.ts';
import { hasGaps, registerRows } from './register.ts';
import type { CardContent } from './system-card.ts';
import { cardBlock, cardWidth } from './system-card.ts';
import { viewSheet } from '../parts/page.ts';
import { systemsFor } from './systems-for.ts';

export type { LandscapeDiagram } from './landscape-parts.ts';

/** Distance of two ports on one side of a card, in px: the height of a label and the space between two boxes. */
export const portPitch = 64;
const portMargin = 56;
/** Cards of one column share a width up to this one. */
const mostShared = 260;
/** The name of a frame is cut at this width, in px. */
const mostCaption = 480;

/** By whom boxes are given their columns: by the engine, or here, which is quicker and of use where there are many. */
export type Arrangement = 'engine' | 'columns';

/** The engine places landscapes of so many hops where they run to the right (downwards it has no room for words), and of so many steps from the first group to the last: it gives each step a column. */
const mostForEngine = 24;
const mostSteps = 4;
/** So few hops are followed easily over any width. */
const fewHops = 8;

/**
 * What the landscape of a view shows: systems in groups, and the flows between them, all with their sizes. Where they are too many to be
 * read the groups are folded into one card each, unless it is said who is to arrange them.
 */
export function landscapeDiagram(model: CrmModel, view: View, arrangement?: Arrangement, memory: Memory = noMemory): LandscapeDiagram {
    const chosen = select(model, view.include, view.exclude);
    const behind = systemsFor(model, view);
    const systems = model.systems.filter(({ id }) => chosen.systems.has(id) && behind?.has(id) !== false);
    const shown = new Set(systems.map(({ id }) => id));
    const flows = model.flows.filter((flow) => chosen.flows.has(flow.id) && shown.has(flow.from.system) && shown.has(flow.to.system));
    const folded = arrangement === undefined ? foldOf(model, view, systems, flows) : undefined;
    if (folded !== undefined) {
        const sheet = sheetOf(model, view, systems, flows, 0);
        return foldedDiagram(view, folded, { ...sheet, description: describeFolded(folded, systems, flows) }, memory);
    }
    const groups = groupSystems(model, view, systems);
    const groupOf = new Map(groups.flatMap((group) => group.systems.map((system) => [system.id, group.id] as const)));
    const hops = hopsOf(flows, shown, (id) => groupOf.get(id) ?? id);
    const hidden = new Set(view.hide);
    const framed = groups.filter((group) => group.caption !== undefined).length;
    const direction = view.direction ?? 'right';
    const labelsOf = (hop: Hop): readonly HopLabel[] => labelsFor(hop.flow, hop.first ? hopWords(model, view, hop.flow) : undefined, direction, memory);
    const inColumns = (arrangement ?? arrangementOf(groups, groupOf, hops, direction)) === 'columns';
    return {
        kind: 'landscape',
        sheet: sheetOf(model, view, systems, flows, framed),
        direction,
        ...(inColumns
            ? columnGroups(roughGroups({ model, view, hops, flows, memory }, groups), hops, labelsOf, direction, memory)
            : { groups: sizedGroups({ model, view, hops, flows, memory }, groups), hops: hops.map((hop) => drawnHop(hop, labelsOf(hop))) }),
        flows: flows.map((flow) => ({
            id: flow.id,
            thing: { kind: 'flow', id: flow.id, label: flowLabel(model, flow) },
            ...(flowTiming(flow) === undefined ? {} : { timing: flowTiming(flow) }),
            ...(isThin(flow, flows) ? { look: 'flow-use' as const } : {}),
        })),
        legend: hidden.has('legend')
            ? []
            : legendGroups(model, { systems, flows, showEntities: !hidden.has('entities'), showRegister: !hidden.has('register') }),
        ...(hidden.has('register') || flows.length === 0 ? {} : registerOf(model, flows)),
        ...(systems.length > 0 ? {} : { empty: emptyWords(model) }),
        showTitle: !hidden.has('title'),
    };
}

function arrangementOf(groups: readonly SystemGroup[], groupOf: ReadonlyMap<string, string>, hops: readonly Hop[], direction: 'right' | 'down'): Arrangement {
    if (hops.length <= fewHops) {
        return 'engine';
    }
    if (hops.length > mostForEngine || direction === 'down') {
        return 'columns';
    }
    const steps = columnsOf(
        groups.map((group) => group.id),
        hops.map((hop) => ({ from: groupOf.get(hop.from) ?? '', to: groupOf.get(hop.to) ?? '' })),
    );
    return Math.max(0, ...steps.values()) >= mostSteps ? 'columns' : 'engine';
}

function drawnHop({ id, flow, from, to, heads }: Hop, labels: readonly HopLabel[]): LandscapeHop {
    return { id, flow: flow.id, from, to, heads, labels };
}

/** The words at a flow: its name and timing and, with an overlay of regions, the border that it crosses. */
function hopWords(model: CrmModel, view: View, flow: Flow): HopWords {
    const [from, to] = [flow.from, flow.to].map((end) => model.systems.find((system) => system.id === end.system)?.region);
    const crosses = view.overlays.includes('region') && from !== undefined && to !== undefined && from !== to;
    const border = crosses ? `${regionCode(model, from)} ${flow.twoWay ? '↔' : '→'} ${regionCode(model, to)}` : undefined;
    const below = [timingWords(flow), border].filter((text) => text !== undefined).join(' · ');
    return { name: view.hide.includes('labels') ? undefined : flowName(flow), below: below === '' ? undefined : below };
}

function registerOf(model: CrmModel, flows: readonly Flow[]): Pick<LandscapeDiagram, 'register' | 'registerNote'> {
    return { register: registerRows(model, flows), ...(flows.some(hasGaps) ? { registerNote: '– not stated in the model' } : {}) };
}

function emptyWords(model: CrmModel): string {
    return model.systems.length === 0
        ? 'This map has no systems yet. Write one: system crm "Salesforce"'
        : 'No system matches what this view includes and excludes.';
}

function sheetOf(model: CrmModel, view: View, systems: readonly System[], flows: readonly Flow[], framed: number): Sheet {
    const review = reviewFact(model.map);
    return {
        ...viewSheet(view),
        role: 'system landscape',
        caption: model.map.title,
        title: view.title ?? 'System landscape',
        purpose: view.purpose ?? model.map.purpose,
        description: describeLandscape(model, systems, flows, framed),
        facts: [
            { caption: 'Shows', value: countWords(systems.length, 'system'), second: countWords(flows.length, 'interface') },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** What is drawn, and with what. */
interface Drawn {
    readonly model: CrmModel;
    readonly view: View;
    readonly hops: readonly Hop[];
    readonly flows: readonly Flow[];
    readonly memory: Memory;
}

interface SystemGroup {
    readonly id: string;
    readonly caption?: string;
    readonly code?: string;
    readonly codesOnCards: boolean;
    readonly systems: readonly System[];
}

function groupSystems(model: CrmModel, view: View, systems: readonly System[]): SystemGroup[] {
    const by = view.groupBy ?? 'category';
    const keyOf = (system: System): string | undefined => (by === 'none' ? undefined : system[by]);
    if (systems.every((system) => keyOf(system) === undefined)) {
        return systems.map((system) => ({ id: `system:${system.id}`, codesOnCards: true, systems: [system] }));
    }
    const groups = new Map<string, System[]>();
    for (const system of systems) {
        const key = keyOf(system) ?? '';
        groups.set(key, [...(groups.get(key) ?? []), system]);
    }
    return [...groups].map(([key, members]) => {
        const regions = new Set(members.map((system) => system.region));
        const [region] = regions;
        const shared = regions.size === 1 && region !== undefined && by !== 'region';
        return {
            id: `group:${key}`,
            caption: key === '' ? `No ${by}` : groupCaption(model, by, key),
            ...(shared ? { code: regionCode(model, region) } : {}),
            codesOnCards: regions.size > 1 && by !== 'region',
            systems: members,
        };
    });
}

/** One line; the whole of a longer name stands on the cards of an owner, and in the legend of a region. */
function groupCaption(model: CrmModel, by: 'category' | 'owner' | 'region' | 'none', key: string): string {
    const title = by === 'owner' ? titleOf(model.teams, key) : by === 'region' ? titleOf(model.regions, key) : label(key);
    const caption = captionText(title);
    const cut = cutText(caption, fontOf('caption'), mostCaption);
    return cut === caption ? title : cut;
}

/** Cards with their final sizes: high enough for their ports, and as wide as the others of their column. */
function sizedGroups(drawn: Drawn, groups: readonly SystemGroup[]): LandscapeGroup[] {
    const { model, view, hops, flows, memory } = drawn;
    const down = view.direction === 'down';
    const groupOf = new Map(groups.flatMap((group) => group.systems.map((system) => [system.id, group.id] as const)));
    const across = hops.map((hop) => ({ from: groupOf.get(hop.from) ?? '', to: groupOf.get(hop.to) ?? '' }));
    const columns = columnsOf(
        groups.map((group) => group.id),
        across,
    );
    const plans = groups.flatMap((group) => {
        const inside = hops.filter((hop) => hop.from !== hop.to && groupOf.get(hop.from) === group.id && groupOf.get(hop.to) === group.id);
        const ranks = columnsOf(
            group.systems.map((system) => system.id),
            inside,
        );
        const least = minGroupWidth(group) - (group.caption === undefined ? 0 : 16);
        return group.systems.map((system) => {
            const content = cardContent(model, view, system, flows, group.codesOnCards);
            const ports = portCount(hops, system.id);
            const forPorts = ports === 0 ? 0 : portMargin + portPitch * (ports - 1);
            const own = Math.max(
                cardWidth(content),
                inside.length === 0 ? least : 0,
                down
                    ? Math.max(forPorts, captionRoom(group, hops, system, ranks.get(system.id) ?? 0))
                    : loopWidth(hops, system.id, (hop) => labelsFor(hop.flow, hopWords(model, view, hop.flow), 'right', memory)),
            );
            const column = inside.length === 0 ? `column ${columns.get(group.id)}` : `${group.id} ${ranks.get(system.id)}`;
            return {
                group: group.id,
                system,
                content,
                column: down ? system.id : column,
                own: Math.ceil(own / 4) * 4,
                minHeight: down ? loopHeight(hops, system.id) : forPorts,
            };
        });
    });
    const shared = new Map<string, number>();
    for (const plan of plans) {
        shared.set(plan.column, Math.max(shared.get(plan.column) ?? 0, Math.min(plan.own, mostShared)));
    }
    return groups.map((group) => ({
        id: group.id,
        ...(group.caption === undefined ? {} : { caption: group.caption }),
        ...(group.code === undefined ? {} : { code: group.code }),
        minWidth: minGroupWidth(group),
        cards: plans
            .filter((plan) => plan.group === group.id)
            .map((plan) => card(plan.system, plan.content, Math.max(plan.own, shared.get(plan.column) ?? 0), plan.minHeight, memory)),
    }));
}

/** Groups for columns: with the sizes that their words need, before it is known where their lines end. */
function roughGroups(drawn: Drawn, groups: readonly SystemGroup[]): RoughGroup[] {
    const { model, view, hops, flows, memory } = drawn;
    const down = view.direction === 'down';
    return groups.map((group) => ({
        id: group.id,
        ...(group.caption === undefined ? {} : { caption: group.caption }),
        ...(group.code === undefined ? {} : { code: group.code }),
        minWidth: minGroupWidth(group),
        cards: group.systems.map((system): RoughCard => {
            const content = cardContent(model, view, system, flows, group.codesOnCards);
            const loops = hops.filter((hop) => hop.from === system.id && hop.to === system.id).length;
            const own = down ? 0 : loopWidth(hops, system.id, (hop) => labelsFor(hop.flow, hopWords(model, view, hop.flow), 'right', memory));
            const forWords = memory.of('card-width', content, () => cardWidth(content));
            const width = Math.ceil(Math.max(forWords, own) / 4) * 4;
            const height = Math.max(cardBlock(content, width, 0, memory).height, down ? loopHeight(hops, system.id) : 0);
            const draw = (wide: number, minHeight: number): LandscapeCard => card(system, content, wide, Math.max(height, minHeight), memory);
            return { id: system.id, width, height, loops: loops === 0 ? 0 : 4 + 64 * loops, draw };
        }),
    }));
}

function card(system: System, content: CardContent, width: number, minHeight: number, memory: Memory): LandscapeCard {
    return {
        id: system.id,
        thing: { kind: 'system', id: system.id, label: systemLabel(system, content.subtitle) },
        block: cardBlock(content, width, minHeight, memory),
    };
}

function minGroupWidth(group: SystemGroup): number {
    if (group.caption === undefined) {
        return 0;
    }
    const code = group.code === undefined ? 0 : 16 + textWidth(group.code, fontOf('region'));
    return Math.ceil((24 + textWidth(group.caption.toUpperCase(), fontOf('caption')) + code) / 4) * 4;
}

/** Where lines come in from above, a card in the top row of its group is wide enough for the caption to stand beside them. */
function captionRoom(group: SystemGroup, hops: readonly Hop[], system: System, row: number): number {
    const ports = hops.filter((hop) => hop.to === system.id && hop.from !== system.id).length;
    const isOnTop = row === 0;
    return group.caption === undefined || ports === 0 || !isOnTop ? 0 : 2 * (textWidth(group.caption.toUpperCase(), fontOf('caption')) + 20) + 48 * (ports - 1);
}

/** A card is wide enough for the labels of flows to itself, which hang below it. */
function loopWidth(hops: readonly Hop[], system: string, labelsOf: (hop: Hop) => readonly HopLabel[]): number {
    const loops = hops.filter((hop) => hop.from === system && hop.to === system);
    const widest = Math.max(52, ...loops.map((hop) => labelsOf(hop)[0]?.block.width ?? 0));
    return loops.length === 0 ? 0 : widest + 64 + 28 * (loops.length - 1);
}

/** Where the picture runs downwards they stand at the card's right, with their badges alone. */
function loopHeight(hops: readonly Hop[], system: string): number {
    const loops = hops.filter((hop) => hop.from === system && hop.to === system).length;
    return loops === 0 ? 0 : 116 + 28 * (loops - 1);
}

/** Ports on the fuller side of a card. */
function portCount(hops: readonly Hop[], system: string): number {
    const others = hops.filter((hop) => hop.from !== hop.to);
    const out = others.filter((hop) => hop.from === system).length;
    return Math.max(out, others.filter((hop) => hop.to === system).length);
}
