import type { CrmModel, Flow, Journey, Selector, Touchpoint, View } from '../../model/crm-model.ts';
import { audienceTitles, journeysFor } from '../audience.ts';
import { touchpointSubject } from '../journey/chosen-journey.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { flowLabel, flowName } from '../landscape/flow-words.ts';
import type { HopWords } from '../landscape/hop-label.ts';
import { hopLabels } from '../landscape/hop-label.ts';
import type { LandscapeFlow, LandscapeGroup, LandscapeHop } from '../landscape/landscape-parts.ts';
import { flowTiming } from '../landscape/legend-groups.ts';
import { hasGaps, registerRows } from '../landscape/register.ts';
import { select } from '../select.ts';
import type { Sheet } from '../sheet.ts';
import { isChosen } from '../subjects.ts';
import { reviewFact } from '../words/review-words.ts';
import { timingWords } from '../words/timing-words.ts';
import { countWords } from '../words/value-words.ts';
import { fold } from './fold.ts';
import { touchpointRows } from './touchpoint-rows.ts';
import { dataTitle, isBoth, planCard } from './trace-cards.ts';
import type { TraceCard, TraceContent, TraceLine } from './trace-content.ts';
import { traceContent } from './trace-content.ts';
import { countedWords, countSide, touchpointsIn, traceFacts } from './trace-facts.ts';
import { touchpointsOf, traceGraph } from './trace-graph.ts';
import { traceLegend } from './trace-legend.ts';
import type { TraceDiagram } from './trace-parts.ts';
import { tieLabels, tieWords } from './tie-words.ts';
import { viewSheet } from '../parts/page.ts';

export type { TraceDiagram } from './trace-parts.ts';

const portPitch = 64;
const portMargin = 56;
const mostShared = 260;

/** What a view's thing depends on and what depends on it, all with their sizes; undefined where the model has no such thing. */
export function traceDiagram(whole: CrmModel, view: View): TraceDiagram | undefined {
    const of = view.of ?? firstThing(whole);
    const model = of === undefined ? whole : chosen(whole, view, of);
    const found = of && traceContent(model, of);
    if (of === undefined || found === undefined) {
        return undefined;
    }
    const content = fold(found);
    const hidden = new Set(view.hide);
    const thing = { ...of, title: thingTitle(model, of) };
    const turned = turnedLines(content);
    const cards = sizedCards(model, view, content, thing, turned);
    const flows = flowsIn(model, content);
    const graph = traceGraph(model);
    const direction = view.direction ?? 'right';
    const hops = content.lines.map((line) => hopOf(model, view, line, turned.has(line)));
    const keysOf = (side: TraceCard['side']): string[] => content.cards.filter((card) => card.side === side && !card.aside).map((card) => card.key);
    return {
        kind: 'trace',
        sheet: sheetOf(model, view, thing, found, content),
        direction,
        groups: cards,
        flows: drawnFlows(model, content, thing),
        hops: withWordsOnce(hops),
        legend: hidden.has('legend') ? [] : traceLegend(model, content, { showEntities: !hidden.has('entities'), showRegister: !hidden.has('register') }),
        ...(hidden.has('register') || flows.length === 0
            ? {}
            : { register: registerRows(model, flows), ...noteOf(flows, content.inside, flowsIn(model, found).length - flows.length) }),
        showTitle: !hidden.has('title'),
        panel: hidden.has('facts') ? [] : traceFacts(model, { thing, content: found, flows: flowsIn(model, found), graph }),
        captions: [
            { text: 'Depends on', side: 'up' as const, cards: keysOf('up') },
            { text: `Traced ${thing.kind}`, side: 'centre' as const, cards: keysOf('centre') },
            { text: 'Depended on by', side: 'down' as const, cards: keysOf('down') },
        ].filter((caption) => caption.cards.length > 0),
        touchpoints: hidden.has('register') ? [] : touchpointRows(model, graph, touchpointsIn(model, found.cards)),
    };
}

/** The thing of a trace that names none: the first touchpoint, else the first system. */
function firstThing(model: CrmModel): { readonly kind: string; readonly id: string } | undefined {
    return touchpointsOf(model)[0] ?? model.systems[0];
}

/** The map without what a view leaves out; the traced thing stays. */
function chosen(model: CrmModel, view: View, of: { readonly id: string }): CrmModel {
    if (view.include.length + view.exclude.length + view.audience.length === 0) {
        return model;
    }
    const ofArchitecture = (selectors: readonly Selector[]): Selector[] => selectors.filter((selector) => !speaksOfJourneys(selector));
    const { systems, flows } = select(model, ofArchitecture(view.include), ofArchitecture(view.exclude));
    return {
        ...model,
        journeys: chosenJourneys(model, view, of),
        systems: model.systems.filter((system) => systems.has(system.id) || system.id === of.id || of.id.startsWith(`${system.id}.`)),
        flows: model.flows.filter((flow) => flows.has(flow.id)),
    };
}

/** The touchpoints that a view's selectors of touchpoints leave, of the journeys of those that it is for; the traced one stays. */
function chosenJourneys(model: CrmModel, view: View, of: { readonly id: string }): Journey[] {
    const chosenBy = { include: view.include.filter(speaksOfJourneys), exclude: view.exclude.filter(speaksOfJourneys) };
    const theirs = new Set(journeysFor(model, view).map(({ id }) => id));
    return model.journeys.map((journey) => {
        const isTheirs = theirs.has(journey.id) || journey.personas.length + journey.segments.length === 0;
        const isShown = (touchpoint: Touchpoint): boolean =>
            touchpoint.id === of.id || (isTheirs && isChosen(chosenBy, touchpointSubject(model, journey, touchpoint)));
        return { ...journey, stages: journey.stages.map((stage) => ({ ...stage, touchpoints: stage.touchpoints.filter(isShown) })) };
    });
}

/** A selector that names nothing but journeys, stages, touchpoints and people chooses touchpoints; any other systems and flows. */
function speaksOfJourneys(selector: Selector): boolean {
    switch (selector.select) {
        case 'and':
        case 'or':
            return selector.operands.every(speaksOfJourneys);
        case 'not':
            return speaksOfJourneys(selector.operand);
        case 'thing':
        case 'neighbours':
            return ['journey', 'stage', 'touchpoint', 'persona', 'segment', 'pain', 'opportunity'].includes(selector.kind);
        default:
            return false;
    }
}

function thingTitle(model: CrmModel, of: { readonly kind: string; readonly id: string }): string {
    return of.kind === 'touchpoint' ? titleOf(touchpointsOf(model), of.id) : of.kind === 'system' ? titleOf(model.systems, of.id) : dataTitle(model, of.id);
}

/** What the dash in the register means, which interfaces have no line, and how many are not listed because both their ends are folded. */
function noteOf(flows: readonly Flow[], inside: readonly Flow[], folded: number): { readonly registerNote?: string } {
    const notes = [
        ...(flows.some(hasGaps) ? ['\u2013 not stated in the model'] : []),
        ...(inside.length > 0 ? [`${inside.map((flow) => flow.number).join(', ')} ${inside.length === 1 ? 'runs' : 'run'} within one system`] : []),
        ...(folded > 0 ? [`${countWords(folded, 'interface')} between what is folded ${folded === 1 ? 'is' : 'are'} not listed`] : []),
    ];
    return notes.length === 0 ? {} : { registerNote: notes.join('; ') };
}

function flowsIn(model: CrmModel, content: TraceContent): Flow[] {
    const ids = new Set([
        ...content.lines.flatMap((line) => [...(line.flow ? [line.flow.id] : []), ...line.bundled.map((flow) => flow.id)]),
        ...content.inside.map((flow) => flow.id),
    ]);
    return model.flows.filter((flow) => ids.has(flow.id));
}

/** Columns from left to right: what is farther upstream stands further left. */
function columnOf(card: TraceCard | undefined): number {
    const away = (card?.depth ?? 0) + (card?.kind === 'fold' ? 0.5 : 0);
    return card?.side === 'up' ? -away : away;
}

/** Lines that are laid out against the way their data goes, so that all lines lead to the right. */
function turnedLines(content: TraceContent): ReadonlySet<TraceLine> {
    const cards = new Map(content.cards.map((card) => [card.key, card]));
    const column = (key: string): number => columnOf(cards.get(key));
    const ranks = ranksOf(
        content,
        content.lines.filter((line) => column(line.from) === column(line.to)),
    );
    const rank = (key: string): number => ranks.get(key) ?? 0;
    return new Set(content.lines.filter(({ from, to }) => column(from) > column(to) || (column(from) === column(to) && rank(from) > rank(to))));
}

/** An order of the boxes in which as many as can be of these lines lead on: always the first box next to which none leads any more. */
function ranksOf(content: TraceContent, lines: readonly TraceLine[]): ReadonlyMap<string, number> {
    const ranks = new Map<string, number>();
    const waiting = content.cards.map((card) => card.key);
    while (waiting.length > 0) {
        const isFree = (key: string): boolean => lines.every((line) => line.twoWay || line.to !== key || ranks.has(line.from));
        const [next = ''] = waiting.splice(Math.max(0, waiting.findIndex(isFree)), 1);
        ranks.set(next, ranks.size);
    }
    return ranks;
}

function hopOf(model: CrmModel, view: View, line: TraceLine, turned: boolean): LandscapeHop {
    const words = line.ties.map((tie) => tieWords(model, tie));
    const bundle = line.bundled.length === 0 ? [] : [countWords(line.bundled.length, 'interface')];
    return {
        id: line.key,
        flow: line.flow?.id ?? line.key,
        from: turned ? line.to : line.from,
        to: turned ? line.from : line.to,
        heads: line.twoWay ? 'both' : turned ? 'start' : 'end',
        labels: line.flow
            ? hopLabels(line.flow, flowWords(model, view, line.flow), view.direction ?? 'right')
            : tieLabels([...words, ...bundle], view.direction ?? 'right'),
    };
}

/** Of the stretches of a flow only the first carries its words, the others the number alone. */
function withWordsOnce(hops: readonly LandscapeHop[]): LandscapeHop[] {
    const named = new Set<string>();
    return hops.map((hop) => {
        const isFirst = !named.has(hop.flow);
        named.add(hop.flow);
        return isFirst ? hop : { ...hop, labels: hop.labels.slice(-1) };
    });
}

function flowWords(model: CrmModel, view: View, flow: Flow): HopWords {
    const [from, to] = [flow.from, flow.to].map((end) => model.systems.find((system) => system.id === end.system)?.region);
    const border =
        from === undefined || to === undefined || from === to
            ? undefined
            : `${regionCode(model, from)} ${flow.twoWay ? '\u2194' : '\u2192'} ${regionCode(model, to)}`;
    const below = [timingWords(flow), border].filter((text) => text !== undefined).join(' \u00b7 ');
    return { name: view.hide.includes('labels') ? undefined : flowName(flow), below: below === '' ? undefined : below };
}

function drawnFlows(model: CrmModel, content: TraceContent, thing: { readonly kind: string; readonly id: string }): LandscapeFlow[] {
    const done = new Set<string>();
    return content.lines.flatMap((line): LandscapeFlow[] => {
        const id = line.flow?.id ?? line.key;
        if (done.has(id)) {
            return [];
        }
        done.add(id);
        if (line.flow !== undefined) {
            const timing = flowTiming(line.flow);
            return [{ id, thing: { kind: 'flow', id, label: flowLabel(model, line.flow) }, ...(timing === undefined ? {} : { timing }) }];
        }
        const ends = [line.from, line.to].map((key) => content.cards.find((card) => card.key === key));
        const name = (card: TraceCard | undefined): string => titleOf([...model.systems, ...touchpointsOf(model)], card?.id ?? '');
        const touchpoint = ends.find((card) => card?.kind === 'touchpoint');
        if (touchpoint === undefined || line.bundled.length > 0) {
            return [
                { id, thing: { kind: thing.kind, id: thing.id, label: `Folded: ${line.bundled.map((flow) => flow.number).join(', ')}` }, look: 'flow-use' },
            ];
        }
        const words = line.ties.map((tie) => tieWords(model, tie)).join(', ');
        return [{ id, thing: { kind: 'touchpoint', id: touchpoint.id, label: `${name(ends[0])} to ${name(ends[1])}: ${words}` }, look: 'flow-use' }];
    });
}

/** Cards high enough for their lines, and as wide as the others of their column. */
function sizedCards(
    model: CrmModel,
    view: View,
    content: TraceContent,
    thing: { readonly kind: string; readonly id: string },
    turned: ReadonlySet<TraceLine>,
): LandscapeGroup[] {
    const ports = new Map<string, { out: number; in: number }>();
    for (const line of content.lines) {
        const [from, to] = turned.has(line) ? [line.to, line.from] : [line.from, line.to];
        const [a, b] = [ports.get(from) ?? { out: 0, in: 0 }, ports.get(to) ?? { out: 0, in: 0 }];
        ports.set(from, { ...a, out: a.out + 1 });
        ports.set(to, { ...b, in: b.in + 1 });
    }
    const plans = content.cards.flatMap((card) => {
        const plan = planCard(model, view, card, thing);
        return plan === undefined ? [] : [{ card, plan }];
    });
    const shared = new Map<number, number>();
    for (const { card, plan } of plans) {
        shared.set(columnOf(card), Math.max(shared.get(columnOf(card)) ?? 0, Math.min(plan.width, mostShared)));
    }
    return plans.map(({ card, plan }): LandscapeGroup => {
        const own = ports.get(card.key) ?? { out: 0, in: 0 };
        const count = Math.max(own.out, own.in);
        const forPorts = count === 0 ? 0 : portMargin + portPitch * (count - 1);
        // Downwards, lines leave and come in above and below.
        const block =
            view.direction === 'down'
                ? plan.draw(Math.max(plan.width, Math.ceil(forPorts / 4) * 4), 0)
                : plan.draw(Math.max(plan.width, shared.get(columnOf(card)) ?? 0), forPorts);
        return { id: card.key, minWidth: 0, cards: [{ id: card.key, thing: plan.thing, block }] };
    });
}

/** `content` is all of the trace, `shown` what is left of it as boxes. */
function sheetOf(model: CrmModel, view: View, thing: { readonly kind: string; readonly title: string }, content: TraceContent, shown: TraceContent): Sheet {
    const review = reviewFact(model.map);
    const purpose = view.purpose ?? model.map.purpose;
    const systems = new Set(content.cards.flatMap((card) => (card.kind === 'system' ? [card.id] : []))).size;
    const touchpoints = content.cards.filter((card) => card.kind === 'touchpoint').length;
    const audience = audienceTitles(model, view);
    const limits = [
        ...(view.include.length + view.exclude.length > 0 ? ['includes and excludes'] : []),
        ...(audience.length > 0 ? [`is for: ${audience.join(', ')}`] : []),
    ];
    return {
        ...viewSheet(view),
        role: 'dependency trace',
        caption: `${model.map.title}  \u00b7  Trace of ${thing.kind === 'entity' ? 'an' : 'a'} ${thing.kind}`,
        title: view.title ?? thing.title,
        ...(purpose === undefined ? {} : { purpose }),
        description: describe(thing, content, shown) + (limits.length === 0 ? '' : ` It shows only what the view ${limits.join(' and ')}.`),
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            { caption: 'Shows', value: countWords(systems, 'system'), ...(touchpoints === 0 ? {} : { second: countWords(touchpoints, 'touchpoint') }) },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** `The touchpoint Calls a store depends on 4 systems, over 3 interfaces. Nothing in this map depends on it.` */
function describe(thing: { readonly kind: string; readonly title: string }, content: TraceContent, shown: TraceContent): string {
    const [up, down] = [countSide(content, 'up'), countSide(content, 'down')];
    const both = content.cards.filter(isBoth).length;
    const folded = shown.cards.reduce((sum, card) => sum + card.folded.length, 0);
    const below = countedWords(down);
    return [
        `The ${thing.kind} ${thing.title} depends on ${countedWords(up)}.`,
        down.systems + down.touchpoints === 0 ? 'Nothing else in this map depends on it.' : `It is depended on by ${below}.`,
        ...(both === 0 ? [] : [`${both} of those that it depends on ${both === 1 ? 'depends' : 'depend'} on it as well.`]),
        ...(folded === 0 ? [] : [`${folded} of them, the farthest, are folded.`]),
    ].join(' ');
}
