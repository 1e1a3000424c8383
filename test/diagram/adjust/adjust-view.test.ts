import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { adjustView } from '../../../src/diagram/adjust/adjust-view.ts';
import { overlayNames, type ViewAdjustments } from '../../../src/diagram/adjust/adjustments.ts';
import { filterChoices } from '../../../src/diagram/adjust/choices.ts';
import { countedThings, thingsIn } from '../../../src/diagram/adjust/shown-things.ts';
import type { CrmModel, View } from '../../../src/model/crm-model.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { diagramOf } from '../../../src/pipeline.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';

const models: CrmModel[] = [];

beforeAll(async () => {
    const files = readdirSync('test/maps').filter((file) => file.endsWith('.crmmap'));
    for (const file of files) models.push((await parseMap(readFileSync(`test/maps/${file}`, 'utf8'))).model);
    for (const example of ['northwind.crmmap', 'bank/bank.crmmap']) models.push((await parseFiles(exampleFiles(example))).model);
});

/** A view of a real map, and some of the filters that its map offers. */
function adjusted(): fc.Arbitrary<{ readonly model: CrmModel; readonly view: View; readonly adjustments: ViewAdjustments }> {
    const all = models.flatMap((model) => viewsOf(model).map((view) => ({ model, view })));
    return fc
        .constantFrom(...all)
        .chain(({ model, view }) =>
            fc
                .record(
                    Object.fromEntries(
                        filterChoices(model).map(({ name, choices }) => [
                            name,
                            fc.subarray([...choices.map(({ value }) => value), 'nothing has it'], { minLength: 1 }),
                        ]),
                    ),
                    { requiredKeys: [] },
                )
                .map((filters) => ({ model, view, adjustments: { filters } })),
        );
}

function shown(model: CrmModel, view: View, adjustments: ViewAdjustments = {}): ReadonlySet<string> {
    const changed = adjustView(model, view, adjustments);
    return countedThings(model, changed, () => diagramOf(model, changed));
}

async function mapOf(text: string): Promise<{ model: CrmModel; view: View }> {
    const { model, findings } = await parseMap(text);
    expect(findings).toEqual([]);
    const [view] = viewsOf(model);
    if (!view) throw new Error('The map has no view.');
    return { model, view };
}

describe('a view that is filtered by hand', () => {
    test('never shows what it does not show without filters', () => {
        fc.assert(
            fc.property(adjusted(), ({ model, view, adjustments }) => {
                const whole = shown(model, view);
                expect([...shown(model, view, adjustments)].filter((thing) => !whole.has(thing))).toEqual([]);
            }),
            { numRuns: 300 },
        );
    });

    test('shows less, or the same, with every further filter', () => {
        fc.assert(
            fc.property(adjusted(), ({ model, view, adjustments }) => {
                const [[name, values] = [], ...rest] = Object.entries(adjustments.filters ?? {});
                fc.pre(name !== undefined && values !== undefined);
                const fewer = shown(model, view, { filters: Object.fromEntries(rest) });
                expect([...shown(model, view, adjustments)].filter((thing) => !fewer.has(thing))).toEqual([]);
            }),
            { numRuns: 300 },
        );
    });

    test('can be drawn, whatever is left of it', () => {
        fc.assert(
            fc.property(adjusted(), ({ model, view, adjustments }) => {
                const diagram = diagramOf(model, adjustView(model, view, adjustments));
                expect(diagram === undefined).toBe(diagramOf(model, view) === undefined);
            }),
            { numRuns: 200 },
        );
    });

    test('is the view of the text where nothing is adjusted', () => {
        for (const model of models) for (const view of viewsOf(model)) expect(adjustView(model, view, {})).toEqual(view);
    });
});

describe('a landscape', () => {
    const text = `team growth team ops
        system crm { owner ops tags core category crm }
        system shop { owner growth category commerce }
        system mail { owner growth category marketing-automation }
        flow a : shop -> crm { timing real-time tags nightly }
        flow b : crm -> mail { timing scheduled "0 3 * * *" owner growth }
        flow c : mail -> shop { timing manual }`;

    test('keeps what one of the values of a filter holds for, and of several filters what all hold for', async () => {
        const { model, view } = await mapOf(text);
        expect([...shown(model, view, { filters: { owner: ['growth'] } })].sort()).toEqual(['system:crm', 'system:mail', 'system:shop']);
        expect([...shown(model, view, { filters: { category: ['commerce', 'crm'] } })].sort()).toEqual(['system:crm', 'system:shop']);
        expect([...shown(model, view, { filters: { category: ['commerce', 'crm'], tag: ['core'] } })]).toEqual(['system:crm']);
    });

    test('keeps the ends of the interfaces that a filter holds for', async () => {
        const { model, view } = await mapOf(text);
        const drawn = (filters: ViewAdjustments['filters']): string[] => {
            const diagram = diagramOf(model, adjustView(model, view, { filters }));
            return [...thingsIn(diagram ?? {})].filter((thing) => /^(system|flow):/.test(thing)).sort();
        };
        expect(drawn({ timing: ['real-time'] })).toEqual(['flow:a', 'system:crm', 'system:shop']);
        expect(drawn({ tag: ['nightly'] })).toEqual(['flow:a', 'system:crm', 'system:shop']);
        expect(drawn({ owner: ['growth'] })).toEqual(['flow:a', 'flow:b', 'flow:c', 'system:crm', 'system:mail', 'system:shop']);
        expect(drawn({ timing: ['real-time'], category: ['marketing-automation'] })).toEqual([]);
    });

    test('keeps the systems behind the journeys of those who are chosen, among those whom the view is for', async () => {
        const { model, view } = await mapOf(`persona ann persona ben
            system crm system shop
            journey first { persona ann stage s { touchpoint one { frontstage shop } } }
            journey second { persona ben stage s { touchpoint two { frontstage crm } } }
            view all as landscape { for ann }`);
        expect([...shown(model, view)]).toEqual(['system:shop']);
        expect([...shown(model, view, { filters: { persona: ['ann'] } })]).toEqual(['system:shop']);
        expect([...shown(model, view, { filters: { persona: ['ben'] } })]).toEqual([]);
    });
});

describe('overlays', () => {
    test('are switched on and off whatever the view says', async () => {
        const { model, view } = await mapOf('system crm\nview all as landscape { overlay region, pain }\n');
        expect(adjustView(model, view, { overlays: { region: false, owner: true, pain: true } }).overlays).toEqual(['pain', 'owner']);
        expect(adjustView(model, view, { overlays: Object.fromEntries(overlayNames.map((name) => [name, false])) }).overlays).toEqual([]);
    });
});

describe('the choices that a map gives', () => {
    test('are the values that something in it has, in words', async () => {
        const { model } = await mapOf(`team ops "Operations" team idle
            region eu "Europe" region us
            persona ann "Ann"
            system crm { owner ops category crm region eu tags core, cloud entity Contact { Email : email personal } }
            system shop { category point-of-sale }
            shop -> crm { timing near-real-time }`);
        expect(filterChoices(model)).toEqual([
            { name: 'persona', choices: [{ value: 'ann', title: 'Ann' }] },
            { name: 'owner', choices: [{ value: 'ops', title: 'Operations' }] },
            {
                name: 'tag',
                choices: [
                    { value: 'cloud', title: 'cloud' },
                    { value: 'core', title: 'core' },
                ],
            },
            {
                name: 'category',
                choices: [
                    { value: 'crm', title: 'CRM' },
                    { value: 'point-of-sale', title: 'Point of sale' },
                ],
            },
            { name: 'region', choices: [{ value: 'eu', title: 'Europe' }] },
            { name: 'timing', choices: [{ value: 'near-real-time', title: 'Near-real-time' }] },
            { name: 'personal', choices: [{ value: 'only', title: 'Only with personal data' }] },
        ]);
    });

    test('are none where a map states nothing to choose by', async () => {
        expect(filterChoices((await mapOf('system a\nsystem b\n')).model)).toEqual([]);
    });
});
