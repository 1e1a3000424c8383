import type { SourceRange } from './source-range.ts';
import type { View } from './view.ts';

export type { SourceRange } from './source-range.ts';
export type { Selector, View, ViewKind } from './view.ts';

/**
 * A CRM map as plain data: what the text says, with every reference resolved to an id and every declaration tied to its place
 * in the text. It is published as JSON (`docs/model.schema.json`).
 *
 * Ids are paths, such as `crm.Contact.Email`; touchpoints, stages, pains and opportunities hang directly below their journey
 * (`firstBoots.sizing`). An id is unique among the things of its kind. Lists keep the order of the text, over all files of a map:
 * an imported file stands before the file that imports it. What the text does not state is absent.
 */
export interface CrmModel {
    readonly format: 'crmmap';
    readonly formatVersion: 1;
    readonly map: MapInfo;
    readonly teams: readonly Team[];
    readonly goals: readonly Goal[];
    readonly metrics: readonly Metric[];
    readonly segments: readonly Segment[];
    readonly personas: readonly Persona[];
    readonly channels: readonly Channel[];
    readonly regions: readonly Region[];
    readonly capabilities: readonly Capability[];
    readonly systems: readonly System[];
    readonly flows: readonly Flow[];
    readonly lifecycles: readonly Lifecycle[];
    readonly journeys: readonly Journey[];
    readonly initiatives: readonly Initiative[];
    /** The views that the text declares. See `default-views.ts` for those of a map without any. */
    readonly views: readonly View[];
}

export interface Link {
    readonly url: string;
    readonly title?: string;
}

/** What every declaration has. */
export interface Declared {
    readonly kind: string;
    readonly id: string;
    /** The last part of the id. */
    readonly name: string;
    /** The title of the text, else the name. */
    readonly title: string;
    readonly description?: string;
    /** The Markdown of the doc comment before the declaration. */
    readonly doc?: string;
    /** Id of a team. */
    readonly owner?: string;
    readonly tags: readonly string[];
    readonly links: readonly Link[];
    readonly notes: readonly string[];
    /** The whole declaration. */
    readonly source: SourceRange;
    /** The name alone, or the title where there is no name: what the editor selects. */
    readonly nameSource: SourceRange;
}

export type Life = 'planned' | 'active' | 'retiring' | 'retired';

/** What things have that come and go. Dates are ISO, `2026-09-30`. */
export interface Living {
    readonly life?: Life;
    readonly since?: string;
    readonly until?: string;
}

export interface Duration {
    readonly amount: number;
    readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
}

export interface Money {
    readonly amount: number;
    /** ISO 4217; the map's currency where it is absent. */
    readonly currency?: string;
    readonly per?: string;
}

export interface Volume {
    readonly amount: number;
    readonly per?: string;
    readonly peak?: number;
    /** Percent per `growthPer`. */
    readonly growth?: number;
    readonly growthPer?: string;
}

export interface MapInfo {
    /** The title of the text, else the name of the file. */
    readonly title: string;
    readonly description?: string;
    readonly purpose?: string;
    readonly owner?: string;
    readonly currency?: string;
    readonly reviewed?: string;
    readonly reviewEvery?: Duration;
    readonly version?: string;
    /** Severity by rule code. */
    readonly rules: Readonly<Record<string, string>>;
    readonly tags: readonly string[];
    readonly links: readonly Link[];
    readonly notes: readonly string[];
    readonly source?: SourceRange;
}

export interface Team extends Declared, Living {
    readonly kind: 'team';
    readonly function?: string;
    readonly contact?: string;
}

export interface Goal extends Declared, Living {
    readonly kind: 'goal';
    readonly metrics: readonly string[];
    readonly supports: readonly string[];
    readonly due?: string;
}

export interface Metric extends Declared, Living {
    readonly kind: 'metric';
    readonly unit?: string;
    readonly baseline?: number;
    readonly current?: number;
    readonly target?: number;
    readonly lowerIsBetter: boolean;
    readonly sourceData?: { readonly file: string; readonly column?: string; readonly key?: string };
    readonly updated?: string;
}

export interface Segment extends Declared, Living {
    readonly kind: 'segment';
    readonly size?: number;
    readonly criteria?: string;
    readonly share?: number;
}

export interface Persona extends Declared, Living {
    readonly kind: 'persona';
    readonly segments: readonly string[];
    readonly quote?: string;
    readonly needs: readonly string[];
    readonly goals: readonly string[];
    readonly frustrations: readonly string[];
    readonly share?: number;
    readonly image?: string;
}

export interface Channel extends Declared, Living {
    readonly kind: 'channel';
    readonly reach?: 'online' | 'offline';
    readonly system?: string;
}

export interface Region extends Declared, Living {
    readonly kind: 'region';
    readonly safeguard?: string;
    readonly adequate: boolean;
}

export interface Capability extends Declared, Living {
    readonly kind: 'capability';
}

export interface Limit {
    readonly amount: number;
    /** `calls` or `records`. */
    readonly counted: string;
    readonly per: string;
}

export interface System extends Declared, Living {
    readonly kind: 'system';
    readonly category?: string;
    readonly vendor?: string;
    readonly region?: string;
    readonly environment?: string;
    readonly users?: number;
    readonly training?: string;
    /** Names of the stock list, or ids of declared capabilities. */
    readonly provides: readonly string[];
    readonly cost?: Money;
    readonly benefit?: Money;
    readonly benefitText?: string;
    readonly limits: readonly Limit[];
    readonly classification?: string;
    readonly external: boolean;
    readonly entities: readonly Entity[];
}

export interface Entity extends Declared, Living {
    readonly kind: 'entity';
    /** Id of the system that holds it. */
    readonly system: string;
    /** The system is this entity's system of record. */
    readonly master: boolean;
    readonly purpose?: string;
    readonly basis?: string;
    /** Ids of touchpoints or systems. */
    readonly consentFrom: readonly string[];
    readonly subjects: readonly string[];
    readonly retention?: Duration;
    readonly match: readonly string[];
    readonly survivorship?: string;
    readonly volume?: Volume;
    readonly sameAs: readonly string[];
    readonly fields: readonly Field[];
}

export interface Field extends Declared {
    readonly kind: 'field';
    readonly entity: string;
    readonly type: FieldType;
    readonly key: boolean;
    readonly required: boolean;
    readonly unique: boolean;
    readonly readonly: boolean;
    readonly formula: boolean;
    readonly encrypted: boolean;
    readonly personal: boolean;
    readonly sensitive: boolean;
    readonly deprecated: boolean;
    readonly default?: string;
    readonly format?: string;
}

export interface FieldType {
    readonly name: string;
    /** `text(80)` has [80], `number(10,2)` has [10, 2]. */
    readonly numbers: readonly number[];
    /** The values of a picklist. */
    readonly values: readonly string[];
    /** Id of the entity that a reference points to. */
    readonly target?: string;
}

/** An end of a flow: a system, or one entity in it. */
export interface FlowEnd {
    readonly system: string;
    readonly entity?: string;
}

export interface ErrorStep {
    readonly action: string;
    readonly times?: number;
    readonly team?: string;
}

export interface Mapping {
    readonly sources: readonly string[];
    readonly target: string;
    readonly using?: string;
    readonly back?: string;
    readonly values: readonly { readonly source: string; readonly target: string }[];
    readonly source: SourceRange;
}

export interface Flow extends Declared, Living {
    readonly kind: 'flow';
    /** `I-01` and so on, in the order of the text. */
    readonly number: string;
    /** Where the data comes from: `A <- B` has B here. */
    readonly from: FlowEnd;
    readonly to: FlowEnd;
    readonly twoWay: boolean;
    readonly pattern?: string;
    readonly timing?: string;
    readonly cron?: string;
    readonly via: readonly string[];
    readonly protocol?: string;
    readonly auth?: string;
    readonly volume?: Volume;
    readonly latency?: Duration;
    readonly errors: readonly ErrorStep[];
    readonly key: readonly string[];
    readonly conflict?: string;
    readonly purpose?: string;
    /** `enriches`, `consolidates` or `migrates`. */
    readonly relation?: string;
    readonly mappings: readonly Mapping[];
    /** It carries personal fields: those that it maps, else those of the entities at its ends. */
    readonly personal: boolean;
}

export interface Lifecycle extends Declared {
    readonly kind: 'lifecycle';
    readonly stages: readonly LifecycleStage[];
}

export interface LifecycleStage extends Declared {
    readonly kind: 'lifecycle-stage';
    readonly lifecycle: string;
    readonly objective?: string;
    readonly metrics: readonly string[];
    /** Percent of those who go on to the next stage. */
    readonly converts?: number;
    readonly exit?: string;
    readonly activities: readonly Activity[];
}

export interface Activity extends Declared {
    readonly kind: 'activity';
    readonly mode?: 'manual' | 'assisted' | 'automated';
    readonly systems: readonly string[];
    readonly takes?: Duration;
}

export interface Journey extends Declared, Living {
    readonly kind: 'journey';
    readonly personas: readonly string[];
    readonly segments: readonly string[];
    readonly scenario?: string;
    readonly state?: 'current' | 'future';
    readonly futureOf?: string;
    readonly stages: readonly JourneyStage[];
    /** As the text states them, else one from each touchpoint to the next. */
    readonly ways: readonly Way[];
}

export interface Way {
    /** Ids of touchpoints. */
    readonly from: string;
    readonly to: string;
    readonly when?: string;
    /** Absent where the way was not written, but follows from the order. */
    readonly source?: SourceRange;
}

export interface JourneyStage extends Declared {
    readonly kind: 'stage';
    readonly journey: string;
    readonly objective?: string;
    readonly metrics: readonly string[];
    /** Ids of lifecycle stages. */
    readonly within: readonly string[];
    readonly touchpoints: readonly Touchpoint[];
}

export interface Touchpoint extends Declared {
    readonly kind: 'touchpoint';
    readonly journey: string;
    readonly stage: string;
    readonly channels: readonly string[];
    readonly actions: readonly string[];
    readonly thoughts: readonly string[];
    /** -2 to +2. */
    readonly emotion?: number;
    readonly feeling?: string;
    readonly momentOfTruth: boolean;
    readonly delights: readonly string[];
    readonly by?: 'customer' | 'company';
    readonly frontstage: readonly string[];
    readonly backstage: readonly string[];
    readonly support: readonly string[];
    readonly uses: readonly { readonly target: string; readonly freshWithin?: Duration }[];
    /** Ids of entities or fields. */
    readonly captures: readonly string[];
    readonly takes?: Duration;
    readonly volume?: Volume;
    readonly abandons?: number;
    readonly metrics: readonly string[];
    readonly pains: readonly Pain[];
    readonly opportunities: readonly Opportunity[];
    readonly evidence: readonly Evidence[];
}

export type Degree = 'low' | 'medium' | 'high';

export interface Pain extends Declared {
    readonly kind: 'pain';
    readonly touchpoint: string;
    readonly severity?: Degree;
    readonly cost?: Money;
    readonly evidence: readonly Evidence[];
}

export interface Opportunity extends Declared {
    readonly kind: 'opportunity';
    readonly touchpoint: string;
    readonly addresses: readonly string[];
    readonly impact?: Degree;
    readonly effort?: Degree;
}

export interface Evidence {
    readonly kind: 'evidence';
    /** The id of what it proves, and a number: `firstBoots.sizing.evidence-1`. */
    readonly id: string;
    readonly method: string;
    readonly date?: string;
    readonly sample?: number;
    readonly finding: string;
    readonly source: SourceRange;
}

export interface Initiative extends Declared, Living {
    readonly kind: 'initiative';
    readonly delivers: readonly string[];
    readonly supports: readonly string[];
    /** What it changes, as kind and id. */
    readonly changes: readonly { readonly kind: 'system' | 'flow'; readonly id: string }[];
    readonly due?: string;
    readonly status?: string;
    readonly cost?: Money;
    readonly benefit?: Money;
}
