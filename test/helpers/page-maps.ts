import fc from 'fast-check';
import type { CrmModel, Goal, Initiative, Lifecycle, Metric, Money, System, Team, View } from '../../src/model/crm-model.ts';
import { mapOf, system } from './landscape-maps.ts';

const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

export function metric(id: string, more: Partial<Metric> = {}): Metric {
    return { ...declared, kind: 'metric', id, name: id, title: id, lowerIsBetter: false, ...more };
}

export function goal(id: string, more: Partial<Goal> = {}): Goal {
    return { ...declared, kind: 'goal', id, name: id, title: id, metrics: [], supports: [], ...more };
}

export function initiative(id: string, more: Partial<Initiative> = {}): Initiative {
    return { ...declared, kind: 'initiative', id, name: id, title: id, delivers: [], supports: [], changes: [], ...more };
}

export function team(id: string, more: Partial<Team> = {}): Team {
    return { ...declared, kind: 'team', id, name: id, title: id, ...more };
}

/** A view with its defaults, but for what the test says. */
export function viewOf(as: View['as'], more: Partial<View> = {}): View {
    return { kind: 'view', id: 'v', name: 'v', as, include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [], ...more };
}

const words = [
    'Pays',
    'on',
    'her',
    'phone',
    'confirmation',
    'a',
    'Lieferbestätigung',
    '登山靴の在庫を確認する',
    '🥾',
    'very',
    '</text><script>',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'x',
    '&',
];
const text = (most: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const some = (ids: readonly string[], most: number): fc.Arbitrary<string[]> => fc.subarray([...ids], { maxLength: Math.min(most, ids.length) });
const figure = fc.oneof(fc.integer({ min: -20, max: 120 }), fc.constantFrom(0, 3.9, 27_000_000, -1_500_000, 0.004));
const money: fc.Arbitrary<Money> = fc.record({
    amount: fc.constantFrom(0, 12_000, 480_000, 1_250_000_000),
    currency: fc.constantFrom(undefined, 'USD'),
    per: fc.constantFrom(undefined, 'year', 'month'),
});

const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${letter}${index}`);
const metricIds = ids('m', 4);
const goalIds = ids('g', 3);
const teamIds = ids('t', 3);
const systemIds = ids('s', 5);
const capabilityIds = ['reporting', 'analytics', 'social', 'knowledge'];

const metrics: fc.Arbitrary<Metric[]> = fc.tuple(
    ...metricIds.map((id) =>
        fc
            .record({
                title: text(6),
                unit: fc.constantFrom(undefined, 'percent', 'money', 'score'),
                baseline: maybe(figure),
                current: maybe(figure),
                target: maybe(figure),
                lowerIsBetter: fc.boolean(),
                owner: maybe(fc.constantFrom(...teamIds)),
                updated: maybe(fc.constant('2026-10-31')),
            })
            .map((more) => metric(id, more)),
    ),
);

const goals: fc.Arbitrary<Goal[]> = fc.tuple(
    ...goalIds.map((id) =>
        fc
            .record({
                title: text(6),
                metrics: some(metricIds, 3),
                supports: some(goalIds, 1),
                owner: maybe(fc.constantFrom(...teamIds)),
                due: maybe(fc.constant('2027-12-31')),
            })
            .map((more) => goal(id, more)),
    ),
);

const initiatives: fc.Arbitrary<Initiative[]> = fc
    .array(
        fc.record({
            title: text(7),
            supports: some(goalIds, 2),
            owner: maybe(fc.constantFrom(...teamIds)),
            due: maybe(fc.constant('2027-03-31')),
            status: fc.constantFrom(undefined, 'idea', 'doing', 'dropped'),
            cost: maybe(money),
            benefit: maybe(money),
        }),
        { maxLength: 4 },
    )
    .map((all) => all.map((more, index) => initiative(`i${index}`, more)));

const stage = fc.record({
    title: text(4),
    objective: maybe(text(7)),
    owner: maybe(fc.constantFrom(...teamIds)),
    metrics: some(metricIds, 2),
    converts: maybe(fc.integer({ min: 0, max: 100 })),
    exit: maybe(text(8)),
    activities: fc.array(
        fc.record({
            title: text(5),
            mode: fc.constantFrom(undefined, 'manual' as const, 'assisted' as const, 'automated' as const),
            systems: some(systemIds, 2),
            owner: maybe(fc.constantFrom(...teamIds)),
            takes: maybe(fc.constant({ amount: 2, unit: 'day' as const })),
        }),
        { maxLength: 3 },
    ),
});

const lifecycle: fc.Arbitrary<Lifecycle> = fc.record({ title: text(4), stages: fc.array(stage, { minLength: 1, maxLength: 12 }) }).map(({ title, stages }) => ({
    ...declared,
    kind: 'lifecycle',
    id: 'l',
    name: 'l',
    title,
    stages: stages.map((more, index) => ({
        ...declared,
        ...more,
        kind: 'lifecycle-stage' as const,
        id: `l.${index}`,
        name: `${index}`,
        lifecycle: 'l',
        activities: more.activities.map((activity, at) => ({ ...declared, ...activity, kind: 'activity' as const, id: `l.${index}.activity-${at}`, name: '' })),
    })),
}));

const systems: fc.Arbitrary<System[]> = fc.tuple(
    ...systemIds.map((id) =>
        fc
            .record({
                title: text(4),
                provides: some(capabilityIds, 4),
                life: fc.constantFrom(undefined, 'planned' as const, 'retiring' as const),
                owner: maybe(fc.constantFrom(...teamIds)),
            })
            .map((more) => system(id, more)),
    ),
);

/** Any map of goals, metrics, initiatives, systems and one lifecycle, with awkward texts. */
export const anyPageMap: fc.Arbitrary<CrmModel> = fc
    .record({
        metrics,
        goals,
        initiatives,
        lifecycle,
        systems,
        teams: fc.tuple(...teamIds.map((id) => text(4).map((title) => team(id, { title })))),
        title: text(4),
        currency: fc.constantFrom(undefined, 'EUR'),
    })
    .map(({ lifecycle: one, systems: all, title, currency, ...more }) =>
        mapOf(all, [], { ...more, lifecycles: [one], map: { title, currency, rules: {}, tags: [], links: [], notes: [] } }),
    );
