import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../src/rules/run-rules.ts';
import { MapModels } from '../../src/server/map-models.ts';
import { changesOf } from '../fuzz/edit-sequences.ts';
import { LiveWorkspace } from '../language/live-workspace.ts';

const shop = `import "./crm.crmmap"
map "Shop" { currency EUR }
team sales "Sales"
/** What it is for. */
system shop "Shop" { owner sales  entity Order { No : id key  Total : money  Mail : email personal } }
flow f1: shop.Order -> crm.Order "Orders" { timing manual  map No -> No }
shop -> crm "Again"
shop -> crm
persona ana
journey j { persona ana  stage s { touchpoint t { uses shop.Order.No  captures crm.Order  pain slow "Slow" } } }
view v as journey
view w as data of shop
system alone
`;
const crm = `import "./shop.crmmap"
system crm { owner sales  limit 1000 calls per day
  master entity Order { No : id key  Total : money } }
crm.Order -> shop.Order { timing event }
initiative i { changes shop, f1 }
`;

/** What a map comes to: its model, and what the rules find in it. */
function outcome(live: LiveWorkspace, models: MapModels): unknown {
    return ['shop.crmmap', 'crm.crmmap'].map((name) => {
        const document = live.document(name);
        const model = document && models.modelOf(document);
        return [model, model && runRules(model, { today: '2026-11-22' }).map(({ code, message, place }) => ({ code, message, place }))];
    });
}

describe('The model of a map', () => {
    test('is the same after any edits as when the last texts are opened', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(fc.nat(0x7fffffff), { minLength: 10, maxLength: 40, size: 'max' }), fc.boolean(), async (numbers, isFirst) => {
                const texts = new Map([
                    ['shop.crmmap', shop],
                    ['crm.crmmap', crm],
                ]);
                const name = isFirst ? 'shop.crmmap' : 'crm.crmmap';
                const live = await LiveWorkspace.open(texts);
                await live.edit(name);
                const models = new MapModels(live.language);
                outcome(live, models);
                const document = TextDocument.create('file:///x', 'crmmap', 1, texts.get(name) ?? '');
                for (const change of changesOf(document.getText(), numbers)) {
                    TextDocument.update(document, [change], document.version + 1);
                    await live.change({ [name]: document.getText() });
                    outcome(live, models);
                }
                const fresh = await LiveWorkspace.open(new Map([...texts, [name, document.getText()]]));
                expect(outcome(live, models)).toEqual(outcome(fresh, new MapModels(fresh.language)));
            }),
            { numRuns: Number(process.env['CRMMAP_RUNS'] ?? 10) },
        );
    }, 120_000);

    test('keeps what was read of a declaration that no edit touches', async () => {
        const live = await LiveWorkspace.open(
            new Map([
                ['shop.crmmap', shop.replace(/^import.*/, '')],
                ['crm.crmmap', crm],
            ]),
        );
        await live.edit('shop.crmmap');
        const models = new MapModels(live.language);
        const systems = (): readonly object[] => models.modelOf(live.document('crm.crmmap') as never).systems;
        const before = systems();
        await live.change({ 'shop.crmmap': shop.replace(/^import.*/, '').replace('system alone', 'system alone "Alone"') });
        const after = systems();
        expect(after.map((system, index) => system === before[index])).toEqual([true, false, true]);
    });
});
