import type { CrmModel, Duration, FlowEnd, Limit, Money, Volume } from '../../model/crm-model.ts';
import { typeWords } from '../fields/type-words.ts';
import { metricWords } from '../words/metric-words.ts';
import { spokenTiming } from '../words/timing-words.ts';
import { capitalised, countWords, dateWords, durationWords, limitWords, moneyWords, numberWords, percentWords, volumeWords } from '../words/value-words.ts';
import { errorWords, label, plainWords } from '../words/vocabulary-words.ts';
import type { ModelThing } from './all-things.ts';
import type { ByKind, Kind } from './kinds.ts';

/** What a card says of a thing: `Vendor`, `Salesforce`. */
export interface Fact {
    readonly label: string;
    readonly value: string;
}

/** A line of a card; left out where there is nothing to say. */
type Line = readonly [label: string, value: string | undefined];

/** Longer values are cut: a card is read at a glance. */
const longest = 240;
const mostNamed = 6;

/** Tells the facts of the things of a map. */
export function factTeller(model: CrmModel, things: readonly ModelThing[]): (thing: ModelThing) => Fact[] {
    const words = new Words(model, things);
    return (thing) => {
        const own = (lines[thing.kind] as (declared: ModelThing['declared'], words: Words) => readonly Line[])(thing.declared, words);
        return [...own, ...everywhere(thing.declared, words)].flatMap(([name, value]) =>
            value === undefined || value === '' ? [] : [{ label: name, value: clipped(value) }],
        );
    };
}

/** Says values in words, with titles in place of ids. */
class Words {
    private readonly titles = new Map<string, string>();
    private readonly currency: string | undefined;

    constructor(model: CrmModel, things: readonly ModelThing[]) {
        this.currency = model.map.currency;
        for (const { kind, id, title } of things) this.titles.set(`${kind}:${id}`, title);
    }

    /** The titles of things of one of these kinds; an id of none of them stays as it is. */
    readonly titled = (kinds: readonly Kind[], ids: readonly (string | undefined)[]): string =>
        some(ids.flatMap((id) => (id === undefined ? [] : (kinds.map((kind) => this.titles.get(`${kind}:${id}`)).find((title) => title !== undefined) ?? id))));

    readonly money = (money: Money | undefined): string | undefined => money && moneyWords(money, this.currency);

    readonly value = (value: number | undefined, unit: string | undefined): string | undefined =>
        value === undefined ? undefined : metricWords(value, { unit }, this.currency);

    readonly end = ({ system, entity }: FlowEnd): string => {
        const title = this.titled(['system'], [system]);
        return entity === undefined ? title : `${title}, ${this.titled(['entity'], [entity])}`;
    };

    /** Entities and fields with where they stand. */
    readonly data = (ids: readonly string[]): string =>
        some(
            ids.map((id) => {
                const title = this.titled(['field', 'entity'], [id]);
                const holder = id.slice(0, Math.max(0, id.lastIndexOf('.')));
                return `${title} (${this.titled(['entity', 'system'], [holder])})`;
            }),
        );
}

type Teller<K extends Kind> = (declared: ByKind[K], words: Words) => readonly Line[];

const lines: { readonly [K in Kind]: Teller<K> } = {
    team: ({ function: duty, contact }) => [
        ['Function', duty && label(duty)],
        ['Contact', contact],
    ],
    goal: ({ metrics, supports, due }, { titled }) => [
        ['Measured by', titled(['metric'], metrics)],
        ['Supports', titled(['goal'], supports)],
        ['Due', due && dateWords(due)],
    ],
    metric: ({ unit, baseline, current, target, lowerIsBetter, updated }, { value }) => [
        ['Baseline', value(baseline, unit)],
        ['Now', value(current, unit)],
        ['Target', value(target, unit)],
        ['Better', lowerIsBetter ? 'lower' : undefined],
        ['Updated', updated && dateWords(updated)],
    ],
    segment: ({ size, criteria, share }) => [
        ['Size', number(size)],
        ['Share', percent(share)],
        ['Criteria', criteria],
    ],
    persona: ({ segments, quote, needs, goals, frustrations, share }, { titled }) => [
        ['Quote', quote && `\u201c${quote}\u201d`],
        ['Segment', titled(['segment'], segments)],
        ['Share', percent(share)],
        ['Needs', some(needs)],
        ['Goals', some(goals)],
        ['Frustrations', some(frustrations)],
    ],
    channel: ({ reach, system }, { titled }) => [
        ['Reach', reach && label(reach)],
        ['System', titled(['system'], [system])],
    ],
    region: ({ safeguard, adequate }) => [
        ['Protection', adequate ? 'Adequate' : undefined],
        ['Safeguard', safeguard],
    ],
    capability: () => [],
    system: (system, { titled, money }) => [
        ['Category', system.category && label(system.category)],
        ['Vendor', system.vendor],
        ['Region', titled(['region'], [system.region])],
        ['Environment', system.environment && label(system.environment)],
        ['Outside the company', system.external ? 'yes' : undefined],
        ['Users', number(system.users)],
        ['Provides', some(system.provides.map((id) => capitalised(titled(['capability'], [id]).replaceAll('-', ' '))))],
        ['Holds', some(system.entities.map(({ title, master }) => (master ? `${title} (system of record)` : title)))],
        ['Cost', money(system.cost)],
        ['Benefit', money(system.benefit) ?? system.benefitText],
        ['Limit', some(system.limits.map((limit: Limit) => limitWords(limit)))],
        ['Classification', system.classification && label(system.classification)],
    ],
    entity: (entity, { titled, data }) => [
        ['System', titled(['system'], [entity.system])],
        ['Role', entity.master ? 'System of record' : undefined],
        ['Purpose', entity.purpose],
        ['Lawful basis', entity.basis && label(entity.basis)],
        ['Consent from', titled(['touchpoint', 'system'], entity.consentFrom)],
        ['About', some(entity.subjects)],
        ['Kept', duration(entity.retention)],
        ['Volume', volume(entity.volume)],
        ['Matched by', some(entity.match.map((id) => id.slice(id.lastIndexOf('.') + 1)))],
        ['Same as', data(entity.sameAs)],
        ['Fields', entity.fields.length === 0 ? undefined : some(entity.fields.map(({ title }) => title))],
        ['Personal data', personalFields(entity.fields)],
    ],
    field: (field, { titled }) => [
        ['In', titled(['entity'], [field.entity])],
        ['Type', typeWords(field, (id) => titled(['entity'], [id]))],
        ['Key', field.key ? 'yes' : undefined],
        ['Required', field.required ? 'yes' : undefined],
        ['Personal data', field.sensitive ? 'sensitive' : field.personal ? 'yes' : undefined],
    ],
    flow: (flow, { end, titled, data }) => [
        ['Number', flow.number],
        ['From', end(flow.from)],
        ['To', `${end(flow.to)}${flow.twoWay ? ' and back' : ''}`],
        ['Via', titled(['system'], flow.via)],
        ['Pattern', flow.pattern && label(flow.pattern)],
        ['Timing', capitalised(spokenTiming(flow) ?? '')],
        ['Protocol', flow.protocol && label(flow.protocol)],
        ['Authentication', flow.auth && label(flow.auth)],
        ['Volume', volume(flow.volume)],
        ['Latency', duration(flow.latency)],
        ['On an error', errorWords(flow, (id) => titled(['team'], [id]))],
        ['Match key', data(flow.key)],
        ['Conflict', flow.conflict && label(flow.conflict)],
        ['Purpose', flow.purpose],
        ['Relation', flow.relation && label(flow.relation)],
        ['Maps', flow.mappings.length === 0 ? undefined : countWords(flow.mappings.length, 'line')],
        ['Personal data', flow.personal ? 'yes' : undefined],
    ],
    map: (mapping, { data }) => [
        ['From', data(mapping.sources)],
        ['To', data([mapping.target])],
        ['Using', mapping.using],
        ['Back', mapping.back],
        ['Values', some(mapping.values.map(({ source, target }) => `${source} \u2192 ${target}`))],
    ],
    lifecycle: ({ stages }) => [['Stages', some(stages.map(({ title }) => title))]],
    'lifecycle-stage': (stage, { titled }) => [
        ['Lifecycle', titled(['lifecycle'], [stage.lifecycle])],
        ['Objective', stage.objective],
        ['Metric', titled(['metric'], stage.metrics)],
        ['Goes on', percent(stage.converts)],
        ['Exit', stage.exit],
        ['Activities', some(stage.activities.map(({ title }) => title))],
    ],
    activity: ({ mode, systems, takes }, { titled }) => [
        ['Mode', mode && label(mode)],
        ['In', titled(['system'], systems)],
        ['Takes', duration(takes)],
    ],
    journey: (journey, { titled }) => [
        ['Persona', titled(['persona'], journey.personas)],
        ['Segment', titled(['segment'], journey.segments)],
        ['Scenario', journey.scenario],
        ['State', journey.state && label(journey.state)],
        ['Future of', titled(['journey'], [journey.futureOf])],
        ['Stages', some(journey.stages.map(({ title }) => title))],
    ],
    stage: (stage, { titled }) => [
        ['Journey', titled(['journey'], [stage.journey])],
        ['Objective', stage.objective],
        ['Metric', titled(['metric'], stage.metrics)],
        ['Lifecycle stage', titled(['lifecycle-stage'], stage.within)],
        ['Touchpoints', some(stage.touchpoints.map(({ title }) => title))],
    ],
    touchpoint: (touchpoint, { titled, data }) => [
        ['Stage', titled(['stage'], [touchpoint.stage])],
        ['Channel', titled(['channel'], touchpoint.channels)],
        ['Does', some(touchpoint.actions)],
        ['Thinks', some(touchpoint.thoughts.map((thought) => `\u201c${thought}\u201d`))],
        ['Feels', feeling(touchpoint.emotion, touchpoint.feeling)],
        ['Moment of truth', touchpoint.momentOfTruth ? 'yes' : undefined],
        ['Frontstage', titled(['system'], touchpoint.frontstage)],
        ['Backstage', titled(['system'], touchpoint.backstage)],
        ['Support', titled(['system'], touchpoint.support)],
        [
            'Uses',
            some(touchpoint.uses.map(({ target, freshWithin }) => `${data([target])}${freshWithin ? `, fresh within ${durationWords(freshWithin)}` : ''}`)),
        ],
        ['Captures', data(touchpoint.captures)],
        ['Takes', duration(touchpoint.takes)],
        ['Volume', volume(touchpoint.volume)],
        ['Gives up', percent(touchpoint.abandons)],
        ['Metric', titled(['metric'], touchpoint.metrics)],
        ['Pains', some(touchpoint.pains.map(({ title }) => title))],
    ],
    pain: ({ touchpoint, severity, cost, evidence }, { titled, money }) => [
        ['At', titled(['touchpoint'], [touchpoint])],
        ['Severity', severity && label(severity)],
        ['Cost', money(cost)],
        ['Evidence', some(evidence.map(({ finding }) => finding))],
    ],
    opportunity: ({ touchpoint, addresses, impact, effort }, { titled }) => [
        ['At', titled(['touchpoint'], [touchpoint])],
        ['Addresses', titled(['pain'], addresses)],
        ['Impact', impact && label(impact)],
        ['Effort', effort && label(effort)],
    ],
    evidence: ({ method, date, sample }) => [
        ['Method', label(method)],
        ['Date', date && dateWords(date)],
        ['Sample', number(sample)],
    ],
    way: ({ when }) => [['When', when]],
    initiative: (initiative, { titled, money }) => [
        ['Status', initiative.status && label(initiative.status)],
        ['Due', initiative.due && dateWords(initiative.due)],
        ['Delivers', titled(['opportunity'], initiative.delivers)],
        ['Supports', titled(['goal'], initiative.supports)],
        ['Changes', some(initiative.changes.map(({ kind, id }) => titled([kind], [id])))],
        ['Cost', money(initiative.cost)],
        ['Benefit', money(initiative.benefit)],
    ],
};

/** What most declarations may state. */
function everywhere(declared: ModelThing['declared'], { titled }: Words): readonly Line[] {
    const { owner, life, since, until, tags, notes, description } = declared as {
        readonly owner?: string;
        readonly life?: string;
        readonly since?: string;
        readonly until?: string;
        readonly tags?: readonly string[];
        readonly notes?: readonly string[];
        readonly description?: string;
    };
    return [
        ['Owner', titled(['team'], [owner])],
        ['Life', life && label(life)],
        ['Since', since && dateWords(since)],
        ['Until', until && dateWords(until)],
        ['Tags', some((tags ?? []).map((tag) => `#${tag}`))],
        ['Description', description],
        ['Notes', some(notes ?? [])],
    ];
}

const number = (value: number | undefined): string | undefined => (value === undefined ? undefined : numberWords(value));
const percent = (value: number | undefined): string | undefined => (value === undefined ? undefined : percentWords(value));
const duration = (value: Duration | undefined): string | undefined => value && durationWords(value);
const volume = (value: Volume | undefined): string | undefined => value && volumeWords(value);

function feeling(emotion: number | undefined, words: string | undefined): string | undefined {
    const sign = emotion === undefined ? undefined : `${emotion > 0 ? '+' : ''}${numberWords(emotion)}`;
    return words === undefined ? sign : `${plainWords(words)}${sign === undefined ? '' : ` (${sign})`}`;
}

function personalFields(fields: readonly ByKind['field'][]): string | undefined {
    const personal = fields.filter((field) => field.personal || field.sensitive);
    return personal.length === 0 ? undefined : some(personal.map(({ title }) => title));
}

/** `A, B and 3 more`. */
function some(texts: readonly string[]): string {
    const shown = texts.slice(0, mostNamed).join(', ');
    return texts.length > mostNamed ? `${shown} and ${texts.length - mostNamed} more` : shown;
}

function clipped(text: string): string {
    if (text.length <= longest) return text;
    const cut = text.slice(0, longest - 1);
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}\u2026`;
}
