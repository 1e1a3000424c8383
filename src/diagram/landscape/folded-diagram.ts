import type { Flow, System, View } from '../../model/crm-model.ts';
import type { Memory } from '../memory.ts';
import type { Sheet } from '../sheet.ts';
import { badge } from '../parts/badge.ts';
import type { TableColumn, TableRow } from '../parts/table.ts';
import { countWords, numberWords } from '../words/value-words.ts';
import { columnGroups } from './column-groups.ts';
import type { Folded, FoldedFlow, FoldedGroup } from './fold.ts';
import { labelsFor } from './hop-label.ts';
import { hopsOf } from './hops.ts';
import type { LandscapeDiagram } from './landscape-parts.ts';
import type { CardContent } from './system-card.ts';
import { cardBlock, cardWidth } from './system-card.ts';

/** A landscape that is too large to be read, folded: a card for each group, and a line for all flows between two of them. */
export function foldedDiagram(view: View, folded: Folded, sheet: Sheet, memory: Memory): LandscapeDiagram {
    const { groups, flows } = folded;
    const direction = view.direction ?? 'right';
    const ids = groups.map((group, index) => (group.include === '' ? `rest ${index}` : group.include));
    const bundles = flows.slice(0, folded.drawn).map((flow) => bundleOf(flow, ids));
    const hops = hopsOf(
        bundles.map((bundle) => bundle.flow),
        new Set(ids),
        (id) => id,
    );
    const words = new Map(bundles.map((bundle) => [bundle.flow.id, bundle.words] as const));
    const rough = groups.map((group, index) => {
        const content = contentOf(group);
        const width = cardWidth(content);
        const block = cardBlock(content, width, 0, memory);
        return {
            id: `fold:${ids[index] ?? ''}`,
            minWidth: 0,
            cards: [
                {
                    id: ids[index] ?? '',
                    width,
                    height: block.height,
                    loops: 0,
                    draw: (wide: number, minHeight: number) => ({
                        id: ids[index] ?? '',
                        thing: { kind: 'group', id: ids[index] ?? '', label: labelOf(group) },
                        block: cardBlock(content, wide, Math.max(block.height, minHeight), memory),
                    }),
                },
            ],
        };
    });
    return {
        kind: 'landscape',
        sheet,
        direction,
        ...columnGroups(rough, hops, (hop) => labelsFor(hop.flow, { name: undefined, below: words.get(hop.flow.id) }, direction, memory), direction, memory),
        flows: bundles.map((bundle) => ({ id: bundle.flow.id, thing: { kind: 'flows', id: bundle.flow.id, label: bundle.label } })),
        legend: [],
        ...(view.hide.includes('register') || flows.length === 0
            ? {}
            : {
                  register: flows.map((flow) => rowOf(flow, groups, bundleOf(flow, ids))),
                  registerHead: { title: 'Interfaces between groups', columns, rowHeight: 32, leastWidth: 400 },
              }),
        note: folded.note,
        showTitle: !view.hide.includes('title'),
    };
}

const columns: readonly TableColumn[] = [
    { caption: 'Flows', width: 72 },
    { caption: 'Between' },
    { caption: 'and' },
    { caption: 'With personal data', align: 'end' },
];

function rowOf({ from, to, personal }: FoldedFlow, groups: readonly FoldedGroup[], bundle: Bundle): TableRow {
    return {
        thing: { kind: 'flows', id: bundle.flow.id, label: bundle.label },
        cells: [badge(bundle.flow.number), groups[from]?.title ?? '', groups[to]?.title ?? '', [{ text: numberWords(personal), style: ['cell', 'tabular'] }]],
    };
}

interface Bundle {
    readonly flow: Flow;
    readonly words?: string;
    readonly label: string;
}

/** All flows between two groups as one; its number is how many they are. */
function bundleOf({ from, to, count, personal, back, first }: FoldedFlow, ids: readonly string[]): Bundle {
    const [start, end] = [ids[from] ?? '', ids[to] ?? ''];
    const id = `${start} to ${end}`;
    const flow: Flow = {
        ...first,
        id,
        title: '',
        number: countWords(count, 'flow'),
        from: { system: start },
        to: { system: end },
        via: [],
        twoWay: back > 0,
        personal: personal > 0,
    };
    const words = personal === 0 ? {} : { words: `${personal === count && count > 1 ? 'all' : personal} with personal data` };
    return { flow, ...words, label: `${countWords(count, 'flow')} between ${start} and ${end}${personal === 0 ? '' : `, ${personal} with personal data`}` };
}

function contentOf(group: FoldedGroup): CardContent {
    const [first] = group.systems as readonly [System];
    const category = group.systems.every((system) => system.category === first.category) ? first.category : undefined;
    return {
        system: { title: group.title, ...(category === undefined ? {} : { category }) },
        subtitle: countWords(group.systems.length, 'system'),
        tags: [],
        entities: [],
        facts: factsOf(group).map(([key, value]) => ({ key, values: [value] })),
        lists: [],
    };
}

function factsOf({ systems, inside }: FoldedGroup): readonly (readonly [string, string])[] {
    const entities = systems.reduce((sum, system) => sum + system.entities.length, 0);
    const personal = systems.filter((system) => system.entities.some((entity) => entity.fields.some((field) => field.personal))).length;
    return [
        ['Entities', String(entities)],
        ['Flows inside', String(inside)],
        ['Personal data', personal === 0 ? 'none stated' : `in ${countWords(personal, 'system')}`],
    ];
}

function labelOf(group: FoldedGroup): string {
    const facts = factsOf(group).map(([key, value]) => `${key.toLowerCase()}: ${value}`);
    const open = group.include === '' ? '' : `; a view that includes ${group.include} opens it`;
    return `${group.title}, ${countWords(group.systems.length, 'system')}; ${facts.join(', ')}${open}`;
}

/** `1 000 systems in 14 groups, each drawn as one card, 1 500 interfaces.` */
export function describeFolded(folded: Folded, systems: readonly System[], flows: readonly Flow[]): string {
    return `${countWords(systems.length, 'system')} in ${countWords(folded.groups.length, 'group')}, each drawn as one card; ${countWords(flows.length, 'interface')}, those between two groups drawn as one line.`;
}
