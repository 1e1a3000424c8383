import { type AstNode, isAstNode, isReference } from 'langium';

/** Which properties a hover shows of a thing, in this order, with their names in the text. */
const shown: Readonly<Record<string, readonly (readonly [feature: string, label: string])[]>> = {
    Team: [
        ['function', 'function'],
        ['contact', 'contact'],
    ],
    Goal: [
        ['metrics', 'measured by'],
        ['supports', 'supports'],
        ['due', 'due'],
    ],
    Metric: [
        ['unit', 'unit'],
        ['baseline', 'baseline'],
        ['current', 'current'],
        ['target', 'target'],
        ['updated', 'updated'],
    ],
    Segment: [
        ['size', 'size'],
        ['criteria', 'criteria'],
        ['share', 'share'],
    ],
    Persona: [
        ['segments', 'segment'],
        ['quote', 'quote'],
        ['needs', 'needs'],
        ['frustrations', 'frustrations'],
    ],
    Channel: [
        ['reach', 'reach'],
        ['system', 'system'],
    ],
    Region: [['safeguard', 'safeguard']],
    System: [
        ['category', 'category'],
        ['vendor', 'vendor'],
        ['region', 'region'],
        ['environment', 'environment'],
        ['users', 'users'],
        ['cost', 'cost'],
        ['classification', 'classification'],
    ],
    Entity: [
        ['purpose', 'purpose'],
        ['basis', 'basis'],
        ['retention', 'retention'],
        ['match', 'match'],
        ['volume', 'volume'],
        ['sameAs', 'same as'],
    ],
    Field: [
        ['type', 'type'],
        ['modifiers', 'is'],
    ],
    Flow: [
        ['from', 'from'],
        ['to', 'to'],
        ['pattern', 'pattern'],
        ['timing', 'timing'],
        ['cron', 'timetable'],
        ['via', 'via'],
        ['protocol', 'protocol'],
        ['volume', 'volume'],
        ['conflict', 'conflict'],
    ],
    LifecycleStage: [
        ['objective', 'objective'],
        ['metrics', 'metric'],
        ['converts', 'converts'],
    ],
    Activity: [
        ['mode', 'mode'],
        ['systems', 'in'],
        ['takes', 'takes'],
    ],
    Journey: [
        ['personas', 'persona'],
        ['scenario', 'scenario'],
        ['state', 'state'],
    ],
    JourneyStage: [
        ['objective', 'objective'],
        ['within', 'in'],
        ['metrics', 'metric'],
    ],
    Touchpoint: [
        ['channels', 'channel'],
        ['emotion', 'emotion'],
        ['feeling', 'feels'],
        ['frontstage', 'frontstage'],
        ['backstage', 'backstage'],
        ['uses', 'uses'],
        ['captures', 'captures'],
    ],
    Pain: [
        ['severity', 'severity'],
        ['cost', 'cost'],
    ],
    Opportunity: [
        ['addresses', 'addresses'],
        ['impact', 'impact'],
        ['effort', 'effort'],
    ],
    Initiative: [
        ['delivers', 'delivers'],
        ['supports', 'supports'],
        ['status', 'status'],
        ['due', 'due'],
        ['cost', 'cost'],
        ['benefit', 'benefit'],
    ],
    View: [
        ['kind', 'kind'],
        ['of', 'of'],
    ],
};

const everywhere: readonly (readonly [feature: string, label: string])[] = [
    ['owner', 'owner'],
    ['life', 'lifecycle'],
    ['since', 'since'],
    ['until', 'until'],
];

/** What is known of a thing, as pairs of a property's name and its value. */
export function factsOf(node: AstNode): { readonly label: string; readonly value: string }[] {
    const values = node as unknown as Readonly<Record<string, unknown>>;
    return [...(shown[node.$type] ?? []), ...everywhere].flatMap(([feature, label]) => {
        const value = textOf(values[feature]);
        return value === '' ? [] : [{ label, value }];
    });
}

function textOf(value: unknown): string {
    if (value === undefined || value === false) return '';
    if (Array.isArray(value))
        return value
            .map(textOf)
            .filter((text) => text !== '')
            .join(', ');
    if (isReference(value)) return value.$refText;
    if (isAstNode(value)) return value.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
    return String(value);
}
