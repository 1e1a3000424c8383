import fc from 'fast-check';
import type { CrmModel, Entity, Field, FieldType, Flow, Journey, Mapping, System, View } from '../../src/model/crm-model.ts';
import { entity, flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';

const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

const words = ['Email', 'Name', 'of', 'the', 'Geburtsdatum', '顧客名', 'Preferred', 'language', '🥾', 'Id', 'Lieferanschrift', 'a'];
const text = (most: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const some = (ids: readonly string[], most: number, least = 0): fc.Arbitrary<string[]> =>
    fc.subarray([...ids], { minLength: Math.min(least, ids.length), maxLength: Math.min(most, ids.length) });

const plainType = fc.constantFrom<FieldType>(
    { name: 'text', numbers: [80], values: [] },
    { name: 'text', numbers: [4000], values: [] },
    { name: 'email', numbers: [], values: [] },
    { name: 'boolean', numbers: [], values: [] },
    { name: 'picklist', numbers: [], values: ['New', 'Active', 'A long value that takes much room'] },
    { name: 'picklist', numbers: [], values: ['Lapsed'] },
);

/** Fields by their names; types may refer to one of some entities. */
function anyFields(id: string, most: number, targets: readonly string[]): fc.Arbitrary<Field[]> {
    const type =
        targets.length === 0
            ? plainType
            : fc.oneof(
                  plainType,
                  fc.constantFrom(...targets).map((target): FieldType => ({ name: 'reference', numbers: [], values: [], target })),
              );
    const field = fc.record({
        name: text(4),
        type,
        key: fc.boolean(),
        required: fc.boolean(),
        personal: fc.boolean(),
        readonly: fc.boolean(),
        default: maybe(fc.constant('0')),
    });
    return fc.array(field, { maxLength: most }).map((fields) =>
        fields.map((each, index) => ({
            ...declared,
            kind: 'field',
            id: `${id}.f${index}`,
            title: each.name,
            entity: id,
            unique: false,
            formula: false,
            encrypted: false,
            sensitive: false,
            deprecated: false,
            ...each,
        })),
    );
}

function anyEntity(systemId: string, name: string, most: number, targets: readonly string[] = []): fc.Arbitrary<Entity> {
    const id = `${systemId}.${name}`;
    return fc
        .record({
            title: text(5),
            master: fc.boolean(),
            fields: anyFields(id, most, targets),
            sameAs: targets.length === 0 ? fc.constant([]) : some(targets, 1),
        })
        .map((more) => entity(systemId, name, false, more));
}

function anySystem(id: string, entities: fc.Arbitrary<Entity[]>): fc.Arbitrary<System> {
    const life = fc.constantFrom(undefined, 'retiring' as const, 'planned' as const);
    const owner = maybe(fc.constantFrom('growth', 'a team without a title'));
    const region = maybe(fc.constantFrom('eu', 'a region of a long name'));
    return fc.record({ title: text(5), vendor: maybe(text(3)), life, owner, region, entities }).map((more) => system(id, more));
}

/** What a view may ask besides; a kind takes what has a sense for it. */
const anyLook: fc.Arbitrary<Partial<View>> = fc.record({
    overlays: some(['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'], 6),
    groupBy: fc.constantFrom(undefined, 'none' as const, 'category' as const, 'owner' as const, 'region' as const),
    hide: some(['facts', 'entities', 'labels', 'legend', 'title'], 2),
});

const timing = fc.constantFrom(undefined, 'real-time', 'near-real-time', 'scheduled', 'manual');

/** A map with one flow between two systems, fields of any of their entities mapped to each other, and a view of it. */
export const anyMapping: fc.Arbitrary<{ readonly model: CrmModel; readonly view: View }> = fc
    .tuple(
        anySystem(
            'a',
            fc.tuple(anyEntity('a', 'x', 9), anyEntity('a', 'y', 5)).map((all) => [...all]),
        ),
        anySystem(
            'b',
            fc.tuple(anyEntity('b', 'x', 12), anyEntity('b', 'y', 4)).map((all) => [...all]),
        ),
    )
    .chain(([a, b]) => {
        const ids = (one: System): string[] => one.entities.flatMap((each) => each.fields.map((field) => field.id));
        const [sources, targets] = [ids(a), ids(b)];
        const pair = fc.record({ source: text(2), target: text(2) });
        const mapping = fc.record({
            sources: some(sources, 3, 1),
            target: fc.constantFrom(...(targets.length > 0 ? targets : [''])),
            using: maybe(text(9)),
            back: maybe(text(6)),
            values: fc.array(pair, { maxLength: 5 }),
        });
        const mappings = fc.array(mapping, { maxLength: sources.length === 0 || targets.length === 0 ? 0 : 10 });
        return fc
            .record({ mappings, twoWay: fc.boolean(), named: fc.boolean(), title: text(6), key: some(targets, 1), look: anyLook, personalOnly: fc.boolean() })
            .map(({ mappings: own, named, look, personalOnly, ...more }) => {
                const ends = named ? { from: { system: 'a', entity: 'a.x' }, to: { system: 'b', entity: 'b.x' } } : {};
                const one: Flow = flow('f', 'a', 'b', { ...more, ...ends, mappings: own.map((each): Mapping => ({ ...each, source })) });
                return {
                    model: mapOf([a, b], [one]),
                    view: landscapeView({
                        as: 'mapping',
                        of: { kind: 'flow', id: 'f' },
                        ...look,
                        ...(personalOnly ? { include: [{ select: 'personal' }] } : {}),
                    }),
                };
            });
    });

/** As `anyMapping`, with more that can be wrong: formats, formulas, defaults, relations, conflicts, survivorship, lifecycle. */
export const anyFaultyMapping: fc.Arbitrary<{ readonly model: CrmModel }> = anyMapping.chain(({ model }) =>
    fc
        .record({
            formats: fc.infiniteStream(fc.constantFrom(undefined, undefined, 'national', 'E.164')),
            formulas: fc.infiniteStream(fc.constantFrom(false, false, false, true)),
            conflict: maybe(fc.constant('most-recent')),
            relation: maybe(fc.constant('enriches' as const)),
            survivorship: maybe(fc.constant('manual' as const)),
            life: fc.constantFrom(undefined, undefined, 'active' as const, 'retired' as const),
        })
        .map(({ formats, formulas, survivorship, ...more }) => ({
            model: {
                ...model,
                systems: model.systems.map((one) => ({
                    ...one,
                    entities: one.entities.map((each) => ({
                        ...each,
                        ...(survivorship === undefined ? {} : { survivorship }),
                        fields: each.fields.map((field) => {
                            const format = formats.next().value;
                            return { ...field, ...(format === undefined ? {} : { format }), formula: formulas.next().value };
                        }),
                    })),
                })),
                flows: model.flows.map((one) => ({ ...one, ...more })),
            },
        })),
);

/** A map of an entity with any sources, consumers and touchpoints, and a view of it. */
export const anyProfile: fc.Arbitrary<{ readonly model: CrmModel; readonly view: View }> = fc.integer({ min: 0, max: 8 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`);
    const home = anySystem(
        'home',
        fc.tuple(anyEntity('home', 'x', 10)).map((all) => [...all]),
    );
    const others = fc.tuple(
        ...ids.map((id) =>
            anySystem(
                id,
                fc.tuple(anyEntity(id, 'e', 2, ['home.x'])).map((all) => [...all]),
            ),
        ),
    );
    return fc.tuple(home, others).chain(([center, outer]) => {
        const fields = center.entities[0]?.fields.map((field) => field.id) ?? [];
        const end = fc.constantFrom({ system: 'home', entity: 'home.x' }, { system: 'home' });
        const other = fc.constantFrom(...ids.flatMap((id) => [{ system: id, entity: `${id}.e` }, { system: id }]), { system: 'home', entity: 'home.x' });
        const target = fc.constantFrom(...fields, 'home.x', ...ids.map((id) => `${id}.e`));
        const mapping = fc.record({ sources: some(fields, 2), target: fc.constantFrom(...fields, 'home.x') });
        const oneFlow = fc.record({
            here: end,
            there: other,
            into: fc.boolean(),
            twoWay: fc.boolean(),
            personal: fc.boolean(),
            title: fc.oneof(text(7), fc.constant('')),
            timing,
            mappings: fc.array(mapping, { maxLength: 3 }),
        });
        const use = fc.record({ target, freshWithin: maybe(fc.constant({ amount: 1, unit: 'hour' as const })) });
        const touchpoint = fc.record({ title: text(6), uses: fc.array(use, { maxLength: 4 }), captures: fc.array(target, { maxLength: 2 }) });
        return fc.tuple(fc.array(oneFlow, { maxLength: count * 2 }), fc.array(touchpoint, { maxLength: 5 }), anyLook).map(([flows, touchpoints, look]) => ({
            model: mapOf(
                [center, ...outer],
                flows.map(({ here, there, into, mappings, ...more }, index) =>
                    flow(`f${index}`, '', '', {
                        ...more,
                        from: into ? there : here,
                        to: into ? here : there,
                        mappings: mappings.map((each) => ({ ...each, values: [], source })),
                    }),
                ),
                { journeys: [journeyOf(touchpoints)] },
            ),
            view: landscapeView({ as: 'profile', of: { kind: 'entity', id: 'home.x' }, ...look }),
        }));
    });
});

interface Draft {
    readonly title: string;
    readonly uses: Journey['stages'][number]['touchpoints'][number]['uses'];
    readonly captures: readonly string[];
}

function journeyOf(drafts: readonly Draft[]): Journey {
    const rest = {
        kind: 'touchpoint' as const,
        journey: 'j',
        stage: 'j.s',
        channels: [],
        actions: [],
        thoughts: [],
        momentOfTruth: false,
        delights: [],
        frontstage: [],
        backstage: [],
        support: [],
        metrics: [],
        pains: [],
        opportunities: [],
        evidence: [],
    };
    const touchpoints = drafts.map((draft, index) => ({ ...declared, ...rest, id: `j.t${index}`, name: `t${index}`, ...draft }));
    const stage = { ...declared, kind: 'stage' as const, id: 'j.s', name: 's', title: 'Stage', journey: 'j', metrics: [], within: [], touchpoints };
    return { ...declared, kind: 'journey', id: 'j', name: 'j', title: 'First contact', personas: [], segments: [], stages: [stage], ways: [] };
}

/** A map of a system whose entities refer to each other, to themselves, and to those of another system, and a view of it. */
export const anyData: fc.Arbitrary<{ readonly model: CrmModel; readonly view: View }> = fc.integer({ min: 0, max: 7 }).chain((count) => {
    const names = Array.from({ length: count }, (_, index) => `e${index}`);
    const targets = [...names.map((name) => `a.${name}`), 'b.out', 'b.far'];
    const own = fc.tuple(...names.map((name) => anyEntity('a', name, 6, targets))).map((all) => [...all]);
    const outside = fc.tuple(anyEntity('b', 'out', 2), anyEntity('b', 'far', 2)).map((all) => [...all]);
    return fc
        .tuple(anySystem('a', own), anySystem('b', outside), anyLook)
        .map(([a, b, look]) => ({ model: mapOf([a, b]), view: landscapeView({ as: 'data', of: { kind: 'system', id: 'a' }, ...look }) }));
});
