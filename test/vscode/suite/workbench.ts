import assert from 'node:assert/strict';
import type { Workbench } from '../host/workbench.ts';
import { createSuite, type Suite } from './registry.ts';

/** The tests that drive the workbench from outside, each in a page and a workspace of its own. */
export function workbenchSuite(): Suite<Workbench> {
  const suite = createSuite<Workbench>();
  const { test } = suite;

  test('a .crmmap file opens as CRM Map in the editor', async (bench) => {
    await bench.openFile('northwind.crmmap');
    const language = bench.page.locator('[id="status.editor.mode"]');
    await bench.eventually('the language in the status bar', () => language.innerText(), (name) => name === 'CRM Map');
  });

  test('the preview command shows a picture beside the text', async (bench) => {
    await bench.openFile('northwind.crmmap');
    await bench.runCommand('CRM Map: Open Preview to the Side');
    const picture = bench.webview().locator('svg').first();
    await picture.waitFor();
    const box = await picture.boundingBox();
    assert.ok(box !== null && box.width > 100 && box.height > 100, `the picture is ${JSON.stringify(box)}`);
  });

  return suite;
}
