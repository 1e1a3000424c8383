import type {
    Activity,
    Capability,
    Channel,
    Entity,
    Evidence,
    Field,
    Flow,
    Goal,
    Initiative,
    Journey,
    JourneyStage,
    Lifecycle,
    LifecycleStage,
    Mapping,
    Metric,
    Opportunity,
    Pain,
    Persona,
    Region,
    Segment,
    System,
    Team,
    Touchpoint,
    Way,
} from '../../model/crm-model.ts';

/** What the model holds for each kind of thing that a picture can show. */
export interface ByKind {
    readonly team: Team;
    readonly goal: Goal;
    readonly metric: Metric;
    readonly segment: Segment;
    readonly persona: Persona;
    readonly channel: Channel;
    readonly region: Region;
    readonly capability: Capability;
    readonly system: System;
    readonly entity: Entity;
    readonly field: Field;
    readonly flow: Flow;
    readonly map: Mapping;
    readonly lifecycle: Lifecycle;
    readonly 'lifecycle-stage': LifecycleStage;
    readonly activity: Activity;
    readonly journey: Journey;
    readonly stage: JourneyStage;
    readonly touchpoint: Touchpoint;
    readonly pain: Pain;
    readonly opportunity: Opportunity;
    readonly evidence: Evidence;
    readonly way: Way;
    readonly initiative: Initiative;
}

export type Kind = keyof ByKind;
