import fc from 'fast-check';
import type { CrmModel, Journey, Opportunity, Pain, Touchpoint, View } from '../../src/model/crm-model.ts';

const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

const words = [
    'Pays',
    'on',
    'her',
    'phone',
    'confirmation',
    'a',
    'store',
    'Lieferbestätigung',
    '登山靴',
    '🥾',
    'very',
    'size',
    'advisor',
    'Unsure',
    '嬉しい',
    'x',
];
const text = (most: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const degree = fc.constantFrom('low', 'medium', 'high' as const) as fc.Arbitrary<'low' | 'medium' | 'high'>;
const some = (ids: readonly string[], most: number): fc.Arbitrary<string[]> => fc.subarray([...ids], { maxLength: Math.min(most, ids.length) });

const channelIds = ['c0', 'c1', 'c2', 'c3'];
const systemIds = ['s0', 's1', 's2', 's3', 's4'];
const metricIds = ['m0', 'm1', 'm2'];

interface Draft {
    readonly title: string;
    readonly channels: string[];
    readonly emotion?: number;
    readonly feeling?: string;
    readonly momentOfTruth: boolean;
    readonly thoughts: string[];
    readonly actions: string[];
    readonly systems: readonly [string[], string[], string[]];
    readonly pains: readonly { readonly title: string; readonly severity?: 'low' | 'medium' | 'high' }[];
    readonly opportunities: readonly { readonly title: string; readonly impact?: 'low' | 'medium' | 'high'; readonly effort?: 'low' | 'medium' | 'high' }[];
    readonly evidence: readonly string[];
    readonly uses: string[];
}

const touchpointDraft: fc.Arbitrary<Draft> = fc.record({
    title: text(6),
    channels: some(channelIds, 3),
    emotion: maybe(fc.integer({ min: -2, max: 2 })),
    feeling: maybe(text(3)),
    momentOfTruth: fc.boolean(),
    thoughts: fc.array(text(6), { maxLength: 2 }),
    actions: fc.array(text(4), { maxLength: 1 }),
    systems: fc.tuple(some(systemIds, 3), some(systemIds, 3), some(systemIds, 2)),
    pains: fc.array(fc.record({ title: text(5), severity: maybe(degree) }), { maxLength: 2 }),
    opportunities: fc.array(fc.record({ title: text(5), impact: maybe(degree), effort: maybe(degree) }), { maxLength: 2 }),
    evidence: fc.array(text(6), { maxLength: 2 }),
    uses: some(['s0.e', 's0.e.f'], 2),
});

interface WayDraft {
    readonly from: number;
    readonly to: number;
    readonly when?: string;
}

const journeyDraft = fc.record({
    stages: fc.array(
        fc.record({ title: text(3), objective: maybe(text(7)), metrics: some(metricIds, 2), touchpoints: fc.array(touchpointDraft, { maxLength: 4 }) }),
        {
            minLength: 1,
            maxLength: 5,
        },
    ),
    ways: fc.array(fc.record({ from: fc.nat(19), to: fc.nat(19), when: maybe(text(4)) }), { maxLength: 9 }),
    implicit: fc.boolean(),
    personas: fc.integer({ min: 0, max: 2 }),
    scenario: maybe(text(12)),
});

function touchpointOf(draft: Draft, id: string, stage: string): Touchpoint {
    const pains = draft.pains.map(
        (pain, index): Pain => ({ ...declared, ...pain, kind: 'pain', id: `${id}-p${index}`, name: 'p', touchpoint: id, evidence: [] }),
    );
    const opportunities = draft.opportunities.map(
        (opportunity, index): Opportunity => ({
            ...declared,
            ...opportunity,
            kind: 'opportunity',
            id: `${id}-o${index}`,
            name: 'o',
            touchpoint: id,
            addresses: pains.slice(index, index + 1).map((pain) => pain.id),
        }),
    );
    const [frontstage, backstage, support] = draft.systems;
    return {
        ...declared,
        ...draft,
        kind: 'touchpoint',
        id,
        name: id,
        journey: 'j',
        stage,
        delights: [],
        frontstage,
        backstage,
        support,
        uses: draft.uses.map((target) => ({ target, freshWithin: { amount: 2, unit: 'hour' } })),
        captures: [],
        metrics: [],
        pains,
        opportunities,
        evidence: draft.evidence.map((finding, index) => ({
            kind: 'evidence',
            id: `${id}.evidence-${index + 1}`,
            method: 'survey',
            date: '2026-06-12',
            sample: 412,
            finding,
            source,
        })),
    };
}

/** The view that a journey is drawn by. */
export const journeyView: View = {
    kind: 'view',
    id: 'map',
    name: 'map',
    as: 'journey',
    of: { kind: 'journey', id: 'j' },
    include: [],
    exclude: [],
    overlays: [],
    lanes: [],
    hide: [],
    audience: [],
};

/** A model around one journey, with people, channels, systems and metrics for it. */
export function modelOf(journey: Journey): CrmModel {
    const life = ['active', 'retiring', 'planned', undefined, undefined] as const;
    const entity = {
        ...declared,
        kind: 'entity',
        id: 's0.e',
        name: 'e',
        title: 'Contact',
        system: 's0',
        master: true,
        consentFrom: [],
        subjects: [],
        match: [],
        sameAs: [],
        fields: [
            {
                ...declared,
                kind: 'field',
                id: 's0.e.f',
                name: 'f',
                title: 'Segment',
                entity: 's0.e',
                type: { name: 'text', numbers: [], values: [] },
                key: false,
                required: false,
                unique: false,
                readonly: false,
                formula: false,
                encrypted: false,
                personal: false,
                sensitive: false,
                deprecated: false,
            },
        ],
    } as const;
    return {
        format: 'crmmap',
        formatVersion: 1,
        map: { title: 'Northwind', rules: {}, tags: [], links: [], notes: [], reviewed: '2026-09-30' },
        teams: [],
        goals: [],
        regions: [],
        capabilities: [],
        flows: [],
        lifecycles: [],
        initiatives: [],
        views: [],
        segments: [],
        metrics: metricIds.map((id, index) => ({
            ...declared,
            kind: 'metric',
            id,
            name: id,
            title: ['Repeat purchase rate', 'Score of all who answered', 'CSAT'][index] ?? id,
            unit: index === 0 ? 'percent' : 'score',
            ...(index === 2 ? {} : { baseline: index - 9, current: 27, target: 32 }),
            lowerIsBetter: index === 1,
        })),
        personas: ['p0', 'p1'].map((id) => ({
            ...declared,
            kind: 'persona',
            id,
            name: id,
            title: 'Emma, weekend hiker',
            segments: [],
            quote: 'I just want boots.',
            needs: ['Fit', 'Speed'],
            goals: [],
            frustrations: [],
        })),
        channels: channelIds.map((id, index) => ({
            ...declared,
            kind: 'channel',
            id,
            name: id,
            title: ['Website', 'Flagship store in town', 'Phone', 'App'][index] ?? id,
            reach: index % 2 === 0 ? 'online' : 'offline',
        })),
        systems: systemIds.map((id, index) => ({
            ...declared,
            kind: 'system',
            id,
            name: id,
            title: ['CRM', 'Marketing automation', 'Customer data platform', 'ERP', 'Tills'][index] ?? id,
            life: life[index],
            provides: [],
            limits: [],
            external: false,
            entities: index === 0 ? [entity] : [],
        })),
        journeys: [journey],
    };
}

/** Journeys of up to 20 touchpoints with any ways between them: branches, loops, dead ends, ways to themselves. */
export const anyJourney: fc.Arbitrary<CrmModel> = journeyDraft.map((draft) => {
    const ids: string[] = [];
    const stages = draft.stages.map((stage, stageIndex): Journey['stages'][number] => {
        const id = `j.stage${stageIndex}`;
        const touchpoints = stage.touchpoints.map((touchpoint, index) => {
            const own = `j.t${stageIndex}x${index}`;
            ids.push(own);
            return touchpointOf(touchpoint, own, id);
        });
        return {
            ...declared,
            kind: 'stage',
            id,
            name: id,
            title: stage.title,
            journey: 'j',
            objective: stage.objective,
            metrics: stage.metrics,
            within: [],
            touchpoints,
        };
    });
    const at = (index: number): string => ids[index % ids.length] ?? '';
    const order = ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }));
    const stated =
        ids.length === 0
            ? []
            : draft.ways.map((way: WayDraft) => ({ from: at(way.from), to: at(way.to), ...(way.when === undefined ? {} : { when: way.when }) }));
    return modelOf({
        ...declared,
        kind: 'journey',
        id: 'j',
        name: 'j',
        title: 'First pair of boots',
        personas: ['p0', 'p1'].slice(0, draft.personas),
        segments: [],
        scenario: draft.scenario,
        stages,
        ways: draft.implicit ? [...order, ...stated.slice(0, 4)] : stated,
    });
});
