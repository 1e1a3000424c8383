import * as fc from 'fast-check';
import type { CrmModel, Flow, Journey, Pain, Touchpoint } from '../../src/model/crm-model.ts';
import { entity, flow, mapOf, system } from '../helpers/landscape-maps.ts';

const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

const titles = ['CRM', 'Web shop', 'Marketing automation of the international division', '顧客管理システム', 'Shop 🛍️', 'نظام إدارة العملاء'];
const flowTitles = ['', 'Orders', 'Loyalty sign-ups, by spreadsheet', 'Every change of an address that a customer made on any channel', '注文データ'];
const timings = [undefined, 'real-time', 'near-real-time', 'scheduled', 'manual'];
const touchpointTitles = ['Pays', 'Compares the offers of three competing suppliers of boots', 'サイズを探す', 'Calls a store'];

interface TouchpointDraft {
    readonly title: string;
    readonly roles: readonly [number[], number[], number[]];
    readonly uses: number[];
    readonly captures: number[];
    readonly pain: boolean;
    readonly fresh: boolean;
}

function touchpointOf(draft: TouchpointDraft, index: number, count: number): Touchpoint {
    const id = `j.t${index}`;
    const systems = (list: readonly number[]): string[] => [...new Set(list.map((each) => `s${each % count}`))];
    const target = (each: number): string => (each % 2 === 0 ? `s${each % count}.e` : `s${each % count}.e.f`);
    const [frontstage, backstage, support] = draft.roles;
    const pain: Pain = { ...declared, kind: 'pain', id: `${id}.p`, name: 'p', title: 'Has to type it again, and again', touchpoint: id, evidence: [] };
    return {
        ...declared,
        kind: 'touchpoint',
        id,
        name: `t${index}`,
        title: draft.title,
        journey: 'j',
        stage: 'j.s',
        channels: [],
        actions: [],
        thoughts: [],
        momentOfTruth: index === 1,
        delights: [],
        frontstage: systems(frontstage),
        backstage: systems(backstage),
        support: systems(support),
        uses: draft.uses.map((each) => ({ target: target(each), ...(draft.fresh ? { freshWithin: { amount: 1, unit: 'hour' as const } } : {}) })),
        captures: [...new Set(draft.captures.map(target))],
        metrics: [],
        pains: draft.pain ? [pain] : [],
        opportunities: [],
        evidence: [],
    };
}

function journeyOf(touchpoints: readonly Touchpoint[]): Journey {
    const stage = { ...declared, kind: 'stage' as const, id: 'j.s', name: 's', title: 'Stage', journey: 'j', metrics: [], within: [], touchpoints };
    return { ...declared, kind: 'journey', id: 'j', name: 'j', title: 'First pair of boots', personas: [], segments: [], stages: [stage], ways: [] };
}

/** Any map of at least and up to so many systems with an entity each, so many flows between them or their entities, and up to four touchpoints. */
export function anyTracedMap(mostSystems: number, mostFlows: number, least = { systems: 1, flows: 0 }): fc.Arbitrary<CrmModel> {
    return fc.integer({ min: least.systems, max: mostSystems }).chain((count) => {
        const id = fc.nat(count - 1);
        const ids = fc.array(fc.nat(99), { maxLength: 2 });
        const systems = fc.tuple(
            ...Array.from({ length: count }, (_, index) =>
                fc
                    .record({
                        title: fc.constantFrom(...titles),
                        region: fc.constantFrom('eu', 'us', undefined),
                        life: fc.constantFrom('retiring' as const, undefined, undefined),
                    })
                    .map((more) => system(`s${index}`, { ...more, entities: [entity(`s${index}`, 'e', index % 2 === 0, { master: index % 3 === 0 })] })),
            ),
        );
        const oneFlow = fc.record({
            from: id,
            to: id,
            named: fc.tuple(fc.boolean(), fc.boolean()),
            title: fc.constantFrom(...flowTitles),
            timing: fc.constantFrom(...timings),
            twoWay: fc.boolean(),
            mapped: fc.boolean(),
            via: fc.option(id, { nil: undefined, freq: 3 }),
        });
        const touchpoint = fc.record({
            title: fc.constantFrom(...touchpointTitles),
            roles: fc.tuple(ids, ids, ids),
            uses: ids,
            captures: ids,
            pain: fc.boolean(),
            fresh: fc.boolean(),
        });
        return fc
            .tuple(systems, fc.array(oneFlow, { minLength: least.flows, maxLength: mostFlows }), fc.array(touchpoint, { maxLength: 4 }))
            .map(([all, flows, touchpoints]) =>
                mapOf(
                    all,
                    flows.map(({ from, to, named, mapped, via, ...rest }, index): Flow => {
                        const end = (at: number, isNamed: boolean): Flow['from'] => ({ system: `s${at}`, ...(isNamed ? { entity: `s${at}.e` } : {}) });
                        const mappings = mapped && named[0] && named[1] ? [{ sources: [`s${from}.e.f`], target: `s${to}.e.f`, values: [], source }] : [];
                        return flow(`f${index}`, `s${from}`, `s${to}`, {
                            ...rest,
                            from: end(from, named[0]),
                            to: end(to, named[1]),
                            mappings,
                            via: via === undefined ? [] : [`s${via}`],
                        });
                    }),
                    { journeys: [journeyOf(touchpoints.map((draft, index) => touchpointOf(draft, index, count)))] },
                ),
            );
    });
}
