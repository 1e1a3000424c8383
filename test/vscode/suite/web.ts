import assert from 'node:assert/strict';
import type { Workbench } from '../host/workbench.ts';
import { createSuite, type Suite } from './registry.ts';

/** What the tests find in their workspace, which is on no disk. */
export const webFiles: Readonly<Record<string, string>> = {
    'main.crmmap': [
        'import "./parts/systems.crmmap"',
        'map "Shops" { purpose "Know who buys" }',
        'system crm "Salesforce" { owner it }',
        'shop -> crm "Orders"',
        'view all "All" as landscape',
        '',
    ].join('\n'),
    'parts/systems.crmmap': 'team it "IT"\nsystem shop "Web shop" { owner it }\n',
    'wrong.crmmap': 'system shop\nsystem crm\nshop -> crmm "Orders"\n',
    'strict/crmmap.json': '{ "rules": { "SYS001": "error" } }',
    'strict/map.crmmap': 'system alone "Alone"\n',
};

/** The tests of the extension in a browser alone, where it and its server are workers, each in a page of its own. */
export function webSuite(): Suite<Workbench> {
    const suite = createSuite<Workbench>();
    const { test } = suite;

    test('in a browser alone a map is drawn with a file that it imports and that is not open, and follows the text', async (bench) => {
        await bench.openFile('main.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const system = (id: string) => bench.webview().locator(`#stage g[data-kind="system"][data-id="${id}"]`).first();
        await system('shop').filter({ hasText: 'Web shop' }).waitFor();
        await bench.goTo(3, 'system crm "'.length + 1);
        await bench.insert('Zebra ');
        await system('crm').filter({ hasText: 'Zebra Salesforce' }).waitFor();
        await bench.keepEvidence('30 a map in a browser alone');

        await bench.goTo(1);
        await system('crm').locator('text').first().click();
        await bench.eventually('the cursor on the declaration', bench.cursorLine, (at) => at === 3);
    });

    test('in a browser alone mistakes are marked, and a quick fix mends one', async (bench) => {
        await bench.openFile('wrong.crmmap');
        const squiggle = bench.page.locator('.squiggly-error');
        await squiggle.waitFor();
        await bench.goTo(3, 10);
        const fix = bench.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Write `crm`' });
        await bench.eventually(
            'the quick fix',
            async () => {
                await bench.page.keyboard.press('ControlOrMeta+.');
                return fix.waitFor({ timeout: 5_000 }).then(
                    () => true,
                    () => false,
                );
            },
            (shown) => shown,
        );
        await bench.page.keyboard.press('Enter');
        await squiggle.waitFor({ state: 'detached' });
        await bench.keepEvidence('31 mended in a browser alone');
    });

    test('in a browser alone the server is started anew by its command, and draws again', async (bench) => {
        await bench.openFile('main.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const crm = bench.webview().locator('#stage g[data-id="crm"]').first();
        await crm.waitFor();
        await bench.runCommand('CRM Map: Restart Language Server');
        await bench.goTo(3, 'system crm "'.length + 1);
        await bench.insert('Zebra ');
        await crm.filter({ hasText: 'Zebra Salesforce' }).waitFor();
    });

    test('in a browser alone the rules run, with the settings of their folder', async (bench) => {
        const folder = bench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'strict' });
        await folder.click();
        await bench.openFile('map.crmmap');
        await bench.page.locator('.squiggly-error').waitFor();
        const problems = await bench.page.locator('[id="status.problems"]').getAttribute('aria-label');
        assert.match(problems ?? '', /Errors: [1-9]/);
    });

    return suite;
}
