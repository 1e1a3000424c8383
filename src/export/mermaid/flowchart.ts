import { titleOf } from '../../diagram/landscape/card-content.ts';
import { flowName } from '../../diagram/landscape/flow-words.ts';
import type { LandscapeDiagram } from '../../diagram/landscape/landscape-diagram.ts';
import { landscapeDiagram } from '../../diagram/landscape/landscape-diagram.ts';
import { timingWords } from '../../diagram/words/timing-words.ts';
import type { CrmModel, Flow, System, View } from '../../model/crm-model.ts';
import { accessible, fileOf, frontMatter, leftOut } from './head.ts';
import { quoted, SafeIds } from './text.ts';

/**
 * A landscape as a Mermaid flowchart: the systems, groups and flows of the picture of the same view. Groups are subgraphs; a flow through
 * middleware is one arrow for each of its stretches, the first with its words. Flows that run as things happen are thick, those by
 * a timetable or by hand are dotted.
 */
export function flowchartOf(model: CrmModel, view: View): string {
    const diagram = landscapeDiagram(model, view);
    const systems = new Map(model.systems.map((system) => [system.id, system]));
    const flows = new Map(model.flows.map((flow) => [flow.id, flow]));
    const nodes = new SafeIds('s');
    for (const { id } of model.systems) nodes.idOf(id);
    const groups = new SafeIds('g');
    const shown = diagram.groups.flatMap((group) => group.cards.flatMap(({ id }) => systems.get(id) ?? []));
    const withWords = view.hide.includes('labels') ? new Set<string>() : firstHops(diagram);
    const node = (id: string): string => `${nodes.idOf(id)}[${quoted(nodeWords(model, id, systems.get(id)))}]`;
    return fileOf([
        ...frontMatter(`${diagram.sheet.caption} · ${diagram.sheet.title}`),
        ...(diagram.flows.length === 0 ? [] : ['%% Thick: real-time or on event. Thin: near-real-time, or not stated. Dotted: scheduled or manual.']),
        ...leftOut([
            ['entities', shown.some((system) => system.entities.length > 0)],
            ['facts of systems', shown.some(hasFacts)],
            ['the interface register', diagram.register !== undefined],
        ]),
        `flowchart ${view.direction === 'down' ? 'TB' : 'LR'}`,
        ...accessible(diagram.sheet.title, diagram.empty ?? diagram.sheet.description),
        ...diagram.groups.flatMap((group) => {
            const cards = group.cards.map(({ id }) => node(id));
            if (group.caption === undefined) return cards.map((card) => `    ${card}`);
            const caption = group.code === undefined ? group.caption : `${group.caption} · ${group.code}`;
            return [`    subgraph ${groups.idOf(group.id)}[${quoted(caption)}]`, ...cards.map((card) => `        ${card}`), '    end'];
        }),
        ...diagram.hops.flatMap((hop) => {
            const flow = flows.get(hop.flow);
            return flow ? [`    ${arrow(hop, flow, withWords.has(hop.id), nodes)}`] : [];
        }),
    ]);
}

function nodeWords(model: CrmModel, id: string, system: System | undefined): string {
    const life = system?.life === undefined || system.life === 'active' ? '' : ` (${system.life})`;
    return titleOf(model.systems, id) + life;
}

function hasFacts({ owner, vendor, region, users, cost, benefit, limits, provides }: System): boolean {
    return limits.length + provides.length > 0 || [owner, vendor, region, users, cost, benefit].some((fact) => fact !== undefined);
}

/** A hop is drawn in the direction in which it is laid out; the arrow runs where the data goes. */
function arrow(hop: LandscapeDiagram['hops'][number], flow: Flow, withWords: boolean, nodes: SafeIds): string {
    const [from, to] = hop.heads === 'start' ? [hop.to, hop.from] : [hop.from, hop.to];
    const name = flowName(flow);
    const words = withWords ? [name === undefined ? flow.number : `${flow.number} ${name}`, timingWords(flow)] : [flow.number];
    const label = words.filter((part) => part !== undefined).join(' · ');
    return `${nodes.idOf(from)} ${flow.twoWay ? '<' : ''}${lineOf(flow)}>|${quoted(label)}| ${nodes.idOf(to)}`;
}

function lineOf({ timing }: Flow): string {
    switch (timing) {
        case 'real-time':
        case 'event':
            return '==';
        case 'scheduled':
        case 'manual':
            return '-.-';
        default:
            return '--';
    }
}

/** The hops that carry the words of their flow. */
function firstHops({ hops }: LandscapeDiagram): ReadonlySet<string> {
    const seen = new Map<string, string>();
    for (const { flow, id } of hops) if (!seen.has(flow)) seen.set(flow, id);
    return new Set(seen.values());
}
