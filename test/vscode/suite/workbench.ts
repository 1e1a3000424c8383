import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench.ts';
import { createSuite, type Suite } from './registry.ts';

const MAP = 'northwind.crmmap';

/** The tests that drive the workbench from outside, each in a page and a workspace of its own. */
export function workbenchSuite(): Suite<Workbench> {
    const suite = createSuite<Workbench>();
    const { test } = suite;

    test('a .crmmap file opens as CRM Map in the editor', async (bench) => {
        await bench.openFile(MAP);
        const language = bench.page.locator('[id="status.editor.mode"]');
        await bench.eventually(
            'the language in the status bar',
            () => language.innerText(),
            (name) => name === 'CRM Map',
        );
    });

    test('the preview shows a picture of the map beside the text', async (bench) => {
        await openPreview(bench);
        const box = await bench.webview().locator('svg').first().boundingBox();
        assert.ok(box !== null && box.width > 100 && box.height > 100, `the picture is ${JSON.stringify(box)}`);
    });

    test('typing another title changes the picture', async (bench) => {
        await openPreview(bench);
        const system = declaration(bench, 'system crm "');
        await bench.goTo(system.line, system.column);
        await bench.insert('Zebra ');
        await crm(bench).filter({ hasText: 'Zebra' }).waitFor();
    });

    test('a click on a system in the picture moves the cursor to its declaration', async (bench) => {
        await openPreview(bench);
        await bench.goTo(1);
        await crm(bench).locator('text').first().click();
        const { line } = declaration(bench, 'system crm "');
        await bench.eventually('the cursor on the declaration', bench.cursorLine, (at) => at === line);
    });

    return suite;
}

async function openPreview(bench: Workbench): Promise<void> {
    await bench.openFile(MAP);
    await bench.runCommand('CRM Map: Open Preview to the Side');
    await crm(bench).waitFor();
}

/** The system `crm` as drawn. */
function crm(bench: Workbench): Locator {
    return bench.webview().locator('svg g[data-id="crm"]').first();
}

/** Where the map first says this: line and column of the place behind it, counted from one. */
function declaration(bench: Workbench, words: string): { line: number; column: number } {
    const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(words));
    assert.ok(index >= 0, `${MAP} says ${words}`);
    return { line: index + 1, column: (lines[index] ?? '').indexOf(words) + words.length + 1 };
}
