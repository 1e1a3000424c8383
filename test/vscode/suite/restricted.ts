import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../host/workbench.ts';
import { createSuite, type Suite } from './registry.ts';
import { answerPath, fromMenu, row } from './workbench/exports.ts';

const MAP = 'northwind.crmmap';

/** VS Code asks nothing, and trusts no folder: its restricted mode. */
export const restrictedSettings: Readonly<Record<string, unknown>> = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.emptyWindow': false,
};

/** The tests in a workspace that is not trusted, where the package says that all of the extension works. */
export function restrictedSuite(): Suite<Workbench> {
    const suite = createSuite<Workbench>();
    const { test } = suite;

    test('in restricted mode mistakes are marked, the picture is drawn and follows the text, and it is exported', async (bench) => {
        await bench.openFile(MAP);
        await bench.page.locator('[id="status.workspaceTrust"], .statusbar-item').filter({ hasText: 'Restricted Mode' }).first().waitFor();
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const crm = bench.webview().locator('#stage svg g[data-id="crm"]').first();
        await crm.waitFor();
        const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
        const line = lines.findIndex((text) => text.startsWith('system crm "')) + 1;
        await bench.goTo(line, 'system crm "'.length + 1);
        await bench.insert('Zebra ');
        await crm.filter({ hasText: 'Zebra' }).waitFor();
        await bench.goTo(lines.length);
        await bench.insert('\nsystem lost { owner nobody }\n');
        await bench.page.locator('.squiggly-error').first().waitFor();
        await bench.keepEvidence('32 a map in restricted mode');
        await fromMenu(bench, 'Save Preview As…');
        await row(bench, 'SVG').click();
        const file = path.join(bench.workspace, 'restricted.svg');
        await answerPath(bench, file);
        await bench.eventually(
            'the saved picture',
            async () => existsSync(file) && readFileSync(file, 'utf8').trimEnd().endsWith('</svg>'),
            (isThere) => isThere,
        );
        assert.match(readFileSync(file, 'utf8'), /Zebra Salesforce/);
    });

    return suite;
}
