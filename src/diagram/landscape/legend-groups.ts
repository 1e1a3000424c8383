import type { CrmModel, Flow, System } from '../../model/crm-model.ts';
import type { IconMark } from '../marks.ts';
import type { Block } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import type { FlowTiming } from '../parts/flow-line.ts';
import { flowLine, flowSample } from '../parts/flow-line.ts';
import type { LegendEntry, LegendGroup } from '../parts/legend.ts';
import type { Style, StyleName } from '../style-names.ts';
import { fontOf, textWidth } from '../text-metrics.ts';
import { label } from '../words/vocabulary-words.ts';
import { regionCode, titleOf } from './card-content.ts';

/** The timings that a line can show. */
export function flowTiming(flow: Flow): FlowTiming | undefined {
    return timings.find((timing) => timing === flow.timing);
}

const timings: readonly FlowTiming[] = ['real-time', 'near-real-time', 'event', 'scheduled', 'manual'];

export interface LegendNeeds {
    readonly systems: readonly System[];
    readonly flows: readonly Flow[];
    readonly showEntities: boolean;
    readonly showRegister: boolean;
}

/** Entries for what the picture uses, and only that. */
export function legendGroups(model: CrmModel, needs: LegendNeeds): LegendGroup[] {
    const { systems, flows } = needs;
    const entities = needs.showEntities ? systems.flatMap((system) => system.entities) : [];
    const personal = flows.some((flow) => flow.personal) || entities.some((entity) => entity.fields.some((field) => field.personal));
    const groups: LegendGroup[] = [
        { caption: 'Timing', entries: timingEntries(flows) },
        {
            caption: 'Interface',
            entries: [
                ...when(flows.length > 0, badge(flows[0]?.number ?? ''), needs.showRegister ? 'Number in the register' : 'Number of the interface'),
                ...when(
                    flows.some((flow) => flow.twoWay),
                    flowSample(36, undefined, 'both'),
                    'Both ways',
                ),
            ],
        },
        {
            caption: 'Data',
            entries: [
                ...when(
                    entities.some((entity) => entity.master),
                    glyph('diamond', 'fill-blue'),
                    'System of record',
                ),
                ...when(
                    entities.some((entity) => !entity.master),
                    glyph('diamond', ['fill-none', 'stroke-mark', 'w15']),
                    'Copy held here',
                ),
                ...when(personal, glyph('person', 'fill-violet'), 'Personal data'),
            ],
        },
        {
            caption: 'System',
            entries: [
                ...(['retiring', 'retired'] as const).flatMap((life) =>
                    when(
                        systems.some((system) => system.life === life),
                        cardSample(life),
                        label(life),
                    ),
                ),
                ...when(
                    systems.some((system) => system.life === 'planned'),
                    cardSample('planned'),
                    'Planned',
                ),
                ...regionEntries(model, systems),
            ],
        },
    ];
    return groups.filter((group) => group.entries.length > 0);
}

function when(used: boolean, sample: Block, text: string): LegendEntry[] {
    return used ? [{ sample, label: text }] : [];
}

/** A line style each; what looks alike shares its sample. */
function timingEntries(flows: readonly Flow[]): LegendEntry[] {
    const used = timings.filter((timing) => flows.some((flow) => flow.timing === timing));
    const both = used.includes('real-time') && used.includes('event');
    const entries = used
        .filter((timing) => !(both && timing === 'event'))
        .map((timing) => ({
            sample: flowSample(56, timing),
            label: both && timing === 'real-time' ? 'Real-time, on event' : timing === 'event' ? 'On event' : label(timing),
        }));
    return [
        ...entries,
        ...when(
            flows.some((flow) => isThin(flow, flows)),
            thinSample(56),
            'Not stated',
        ),
    ];
}

/** Is a flow drawn thin, as one without a timing among others that have one? */
export function isThin(flow: Flow, flows: readonly Flow[]): boolean {
    return flowTiming(flow) === undefined && flows.some((other) => flowTiming(other) !== undefined);
}

function thinSample(width: number): Block {
    const points = [
        { x: 0, y: 4 },
        { x: width, y: 4 },
    ];
    return { width, height: 8, marks: flowLine({ points, look: 'flow-use' }).filter((mark) => !('style' in mark && mark.style === 'hit')) };
}

function glyph(icon: IconMark['icon'], style: Style): Block {
    return { width: 12, height: 12, marks: [{ type: 'icon', icon, x: 0, y: 0, style }] };
}

function cardSample(look: StyleName): Block {
    return { width: 32, height: 16, marks: [{ type: 'rect', x: 0, y: 0, width: 32, height: 16, radius: 4, style: ['card', look] }] };
}

/** A row for each region of the systems whose code does not say it all: its name, and its safeguard. */
export function regionEntries(model: CrmModel, systems: readonly System[]): LegendEntry[] {
    const used = [...new Set(systems.flatMap((system) => system.region ?? []))];
    return used.flatMap((id) => {
        const region = model.regions.find((other) => other.id === id);
        const code = regionCode(model, id);
        const safeguard = region?.safeguard === undefined ? '' : `, under ${lowerFirst(region.safeguard)}`;
        if (code === titleOf(model.regions, id) && safeguard === '') {
            return [];
        }
        const width = Math.max(32, Math.ceil(textWidth(code, fontOf('region'))));
        const sample: Block = { width, height: 12, marks: [{ type: 'text', x: width / 2, y: 10, text: code, anchor: 'middle', style: 'region' }] };
        return [{ sample, label: `${titleOf(model.regions, id)}${safeguard}` }];
    });
}

/** Tells English, whose nouns need no capital, from languages whose nouns do. */
const english = /\b(?:clauses?|rules?|framework|decision|agreement|addendum|contract|consent|safeguards?|law|terms|of|with|and|the|by|for)\b/;

/** `Standard contractual clauses` within a sentence; an abbreviation or a name stays as it is, and so does what is not English. */
function lowerFirst(text: string): string {
    return /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) && english.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
