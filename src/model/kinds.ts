import type { AstNode } from 'langium';

const kindByType: Readonly<Record<string, string>> = {
    System: 'system',
    Entity: 'entity',
    Field: 'field',
    Flow: 'flow',
    Journey: 'journey',
    JourneyStage: 'stage',
    Touchpoint: 'touchpoint',
    Pain: 'pain',
    Opportunity: 'opportunity',
    Lifecycle: 'lifecycle',
    LifecycleStage: 'lifecycle-stage',
    Activity: 'activity',
    Persona: 'persona',
    Segment: 'segment',
    Team: 'team',
    Goal: 'goal',
    Metric: 'metric',
    Channel: 'channel',
    Region: 'region',
    Capability: 'capability',
    Initiative: 'initiative',
    View: 'view',
};

/** The model's kind of a declaration, such as `lifecycle-stage`. */
export function kindOf(node: AstNode): string {
    return kindByType[node.$type] ?? node.$type.toLowerCase();
}
