import type { CrmModel, Flow, Touchpoint } from '../../model/crm-model.ts';
import { titleOf } from '../landscape/card-content.ts';
import type { PanelFact } from '../parts/fact-panel.ts';
import { countWords, durationWords } from '../words/value-words.ts';
import type { Age } from './flow-age.ts';
import { ageWords, isOlder, isTooOld } from './flow-age.ts';
import { oldestWay } from './oldest-age.ts';
import { dataTitle } from './trace-cards.ts';
import type { TraceCard, TraceContent } from './trace-content.ts';
import type { TraceGraph } from './trace-graph.ts';
import { nodeKey, touchpointsOf } from './trace-graph.ts';

/** What stands on one side of the traced thing. */
export interface SideCounts {
    readonly systems: number;
    readonly touchpoints: number;
    readonly flows: number;
}

/** Counts of systems, touchpoints and interfaces on a side of a trace in which nothing is folded. */
export function countSide(content: TraceContent, side: 'up' | 'down'): SideCounts {
    const all = content.cards.filter((card) => card.side !== 'centre' && card[side]);
    const own = content.lines.filter((line) => line[side]);
    return {
        systems: new Set(all.flatMap((card) => (card.kind === 'system' ? [card.id] : []))).size,
        touchpoints: all.filter((card) => card.kind === 'touchpoint').length,
        flows: new Set(own.flatMap((line) => line.flow?.id ?? [])).size,
    };
}

/** `4 systems and 1 touchpoint, over 3 interfaces`; `nothing in this map`. */
export function countedWords({ systems, touchpoints, flows }: SideCounts): string {
    const things = [...(systems > 0 ? [countWords(systems, 'system')] : []), ...(touchpoints > 0 ? [countWords(touchpoints, 'touchpoint')] : [])];
    return things.length === 0 ? 'nothing in this map' : things.join(' and ') + (flows > 0 ? `, over ${countWords(flows, 'interface')}` : '');
}

/** A use of data with how old it can be, in words; `late` where that is more than allowed. */
export interface UseWords {
    readonly text: string;
    readonly late: boolean;
    readonly age?: Age;
}

export function useWords(model: CrmModel, graph: TraceGraph, use: Touchpoint['uses'][number]): UseWords {
    const title = dataTitle(model, use.target);
    const allowed = use.freshWithin === undefined ? '' : `, ${durationWords(use.freshWithin)} allowed`;
    const found = ageOf(graph, use.target);
    if (found === undefined) {
        return { text: `${title}: no interface brings it${allowed}`, late: false };
    }
    const late = use.freshWithin !== undefined && isTooOld(found.age, use.freshWithin);
    return { text: `${title}: ${found.words}${allowed}`, late, age: found.age };
}

function ageOf(graph: TraceGraph, target: string): { readonly age: Age; readonly words: string } | undefined {
    const node = graph.positions.get(nodeKey('field', target)) ?? graph.positions.get(nodeKey('entity', target, 'out'));
    const way = node === undefined ? undefined : oldestWay(graph, node);
    const over = way?.flows.map((flow) => flow.number).join(', ');
    return way === undefined ? undefined : { age: way.age, words: `${ageWords(way.age)}${way.age.kind === 'known' ? `, over ${over}` : ''}` };
}

export interface FactNeeds {
    readonly thing: { readonly kind: string; readonly id: string; readonly title: string };
    readonly content: TraceContent;
    readonly flows: readonly Flow[];
    readonly graph: TraceGraph;
}

/** The facts above the drawing: what is traced, what stands on each side, how old data is, where personal data goes, what hurts. */
export function traceFacts(model: CrmModel, { thing, content, flows, graph }: FactNeeds): PanelFact[] {
    const shown = touchpointsIn(model, content.cards);
    const pains = shown.reduce((sum, touchpoint) => sum + touchpoint.pains.length, 0);
    const opportunities = shown.reduce((sum, touchpoint) => sum + touchpoint.opportunities.length, 0);
    const hurt =
        pains + opportunities === 0
            ? 'none stated'
            : `${countWords(pains, 'pain')} and ${countWords(opportunities, 'opportunity', 'opportunities')} at ${countWords(shown.length, 'touchpoint')}`;
    return [
        { caption: `Traced ${thing.kind}`, value: whereOf(model, thing) },
        { caption: 'Depends on', value: countedWords(countSide(content, 'up')) },
        { caption: 'Depended on by', value: countedWords(countSide(content, 'down')) },
        { caption: 'Oldest data', value: oldestWords(model, thing, shown, graph) },
        personalFact(model, flows),
        { caption: 'Pains on the way', value: hurt },
    ];
}

/** The touchpoints among some boxes, in the order of the text. */
export function touchpointsIn(model: CrmModel, cards: readonly TraceCard[]): Touchpoint[] {
    const ids = new Set(cards.flatMap((card) => (card.kind === 'touchpoint' ? [card.id] : [])));
    return touchpointsOf(model).filter((touchpoint) => ids.has(touchpoint.id));
}

function whereOf(model: CrmModel, thing: FactNeeds['thing']): string {
    const touchpoint = thing.kind === 'touchpoint' ? touchpointsOf(model).find((each) => each.id === thing.id) : undefined;
    if (touchpoint !== undefined) {
        const journey = model.journeys.find((each) => each.id === touchpoint.journey);
        return `${thing.title}, in ${journey?.title ?? touchpoint.journey}`;
    }
    const holder = thing.kind === 'system' ? undefined : model.systems.find((system) => thing.id.startsWith(`${system.id}.`));
    return holder === undefined ? thing.title : `${thing.title}, in ${holder.title}`;
}

/** The oldest data of what is traced or, for a system, of the touchpoints that use its data. */
function oldestWords(model: CrmModel, thing: FactNeeds['thing'], shown: readonly Touchpoint[], graph: TraceGraph): string {
    if (thing.kind === 'field' || thing.kind === 'entity') {
        return ageOf(graph, thing.id)?.words ?? 'no interface brings it';
    }
    const uses = shown.filter((touchpoint) => thing.kind === 'system' || touchpoint.id === thing.id).flatMap((touchpoint) => touchpoint.uses);
    const own = uses.filter((use) => thing.kind === 'touchpoint' || use.target.startsWith(`${thing.id}.`));
    const words = own.map((use) => useWords(model, graph, use)).filter((each) => each.age !== undefined);
    const oldest = words.reduce<UseWords | undefined>(
        (most, each) => (most?.age === undefined || (each.age !== undefined && isOlder(each.age, most.age)) ? each : most),
        undefined,
    );
    return oldest?.text ?? (own.length === 0 ? 'no data is used' : 'no interface brings it');
}

/** Where personal data crosses from one region into another, and under what. */
function personalFact(model: CrmModel, flows: readonly Flow[]): PanelFact {
    const caption = 'Personal data';
    const personal = flows.filter((flow) => flow.personal);
    const regionOf = (id: string): string | undefined => model.systems.find((system) => system.id === id)?.region;
    const crossings = personal.flatMap((flow) => {
        const [from, to] = [regionOf(flow.from.system), regionOf(flow.to.system)];
        return from === undefined || to === undefined || from === to ? [] : [{ flow, from, to }];
    });
    if (personal.length === 0) {
        return { caption, value: 'moves by no interface here' };
    }
    if (crossings.length === 0) {
        const known = new Set(personal.flatMap((flow) => [regionOf(flow.from.system), regionOf(flow.to.system)]));
        const [only] = known;
        const on = `on ${countWords(personal.length, 'interface')}`;
        return {
            caption,
            value: known.size === 1 && only !== undefined ? `stays in ${titleOf(model.regions, only)}, ${on}` : `${on}; not all regions are stated`,
        };
    }
    const pairs = new Map<string, string[]>();
    for (const { flow, from, to } of crossings) {
        const safeguard = model.regions.find((region) => region.id === to)?.safeguard;
        const words = `${titleOf(model.regions, from)} to ${titleOf(model.regions, to)}${safeguard === undefined ? '' : ` (${safeguard})`}`;
        pairs.set(words, [...(pairs.get(words) ?? []), flow.number]);
    }
    return { caption: 'Personal data crosses', value: [...pairs].map(([words, numbers]) => `${words} by ${numbers.join(', ')}`).join('; ') };
}
