import type { CrmModel, Flow, System } from '../../model/crm-model.ts';
import { flowSystems } from '../select.ts';
import { countWords, numberWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { Fact } from './thing-facts.ts';

/** What the systems of a landscape that is drawn folded are grouped by. */
export const groupings = ['category', 'owner', 'region'] as const;
export type Grouping = (typeof groupings)[number];

/** What a card says of a group of a folded landscape (`category crm`), or of all flows between two of them (`category crm to category erp`). */
export interface GroupFacts {
    readonly kind: 'group' | 'flows';
    readonly id: string;
    readonly title: string;
    readonly facts: readonly Fact[];
}

const mostNamed = 6;

/** The facts of all groups of a map's systems by one grouping, and of the flows between any two of them. */
export function groupFacts(model: CrmModel, by: Grouping): GroupFacts[] {
    const systems = new Map(model.systems.map((system) => [system.id, system] as const));
    const routes = model.flows.map((flow) => {
        const keys = flowSystems(flow).map((id) => systems.get(id)?.[by] ?? '');
        return { flow, keys: keys.filter((key, index) => index === 0 || key !== keys[index - 1]) };
    });
    // A picture has one line for both directions, and its id names the groups in either order.
    const pairs = routes.flatMap(({ flow, keys }) =>
        keys.slice(1).flatMap((to, index) => {
            const from = keys[index] ?? '';
            return [
                { flow, from, to, id: `${by} ${from} to ${by} ${to}` },
                { flow, from: to, to: from, id: `${by} ${to} to ${by} ${from}` },
            ];
        }),
    );
    return [
        ...grouped(model.systems, (system) => system[by] ?? '').flatMap(([key, own]): GroupFacts[] => {
            if (key === '') return [];
            const touching = routes.filter(({ keys }) => keys.includes(key));
            const inside = touching.filter(({ keys }) => keys.length === 1).length;
            return [{ kind: 'group', id: `${by} ${key}`, title: groupTitle(model, by, key), facts: factsOf(model, by, own, inside, touching.length - inside) }];
        }),
        ...grouped(pairs, ({ id }) => id).flatMap(([id, all]): GroupFacts[] => {
            // A flow that passes between two groups there and back again is still one.
            const flows = [...new Set(all.map(({ flow }) => flow))];
            return all.slice(0, 1).map(({ from, to }) => {
                const title = `${groupTitle(model, by, from)} – ${groupTitle(model, by, to)}`;
                return { kind: 'flows', id, title, facts: factsOfFlows(flows) };
            });
        }),
    ];
}

function factsOf(model: CrmModel, by: Grouping, systems: readonly System[], inside: number, outside: number): Fact[] {
    const titles = (other: Grouping): string =>
        other === by ? '' : listed([...new Set(systems.flatMap((system) => system[other] ?? []))].map((key) => groupTitle(model, other, key)));
    const personal = systems.filter(({ entities }) => entities.some(({ fields }) => fields.some((field) => field.personal))).length;
    return told([
        ['Systems', `${numberWords(systems.length)}: ${listed(systems.map(({ title }) => title))}`],
        ['Owners', titles('owner')],
        ['Regions', titles('region')],
        ['Categories', titles('category')],
        ['Flows', `${numberWords(inside)} inside, ${numberWords(outside)} with other groups`],
        ['Personal data', personal === 0 ? '' : `in ${countWords(personal, 'system')}`],
    ]);
}

function factsOfFlows(flows: readonly Flow[]): Fact[] {
    const timings = grouped(
        flows.flatMap(({ timing }) => timing ?? []),
        (timing) => timing,
    );
    const personal = flows.filter((flow) => flow.personal).length;
    return told([
        ['Flows', `${numberWords(flows.length)}: ${listed(flows.map(({ number, title }) => `${number} ${title ?? ''}`.trim()))}`],
        ['Timing', timings.map(([timing, some]) => `${label(timing)}: ${numberWords(some.length)}`).join(', ')],
        ['Personal data', personal === 0 ? '' : `in ${countWords(personal, 'flow')}`],
    ]);
}

/** What a group is called. */
export function groupTitle(model: CrmModel, by: Grouping, key: string): string {
    if (key === '') return `No ${by}`;
    if (by === 'category') return label(key);
    return (by === 'owner' ? model.teams : model.regions).find(({ id }) => id === key)?.title ?? key;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [key: string, members: T[]][] {
    const groups = new Map<string, T[]>();
    for (const one of all) {
        const group = groups.get(keyOf(one));
        if (group) group.push(one);
        else groups.set(keyOf(one), [one]);
    }
    return [...groups];
}

function listed(words: readonly string[]): string {
    const more = words.length - mostNamed;
    return more > 1 ? `${words.slice(0, mostNamed).join(', ')} and ${numberWords(more)} more` : words.join(', ');
}

function told(lines: readonly (readonly [label: string, value: string])[]): Fact[] {
    return lines.flatMap(([name, value]) => (value === '' ? [] : [{ label: name, value }]));
}
