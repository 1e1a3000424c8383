import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { htmlOf } from '../../src/export/html/html.ts';
import { askingForPrint } from '../../src/extension/export/asking-for-print.ts';

test('a page asks to be printed by the mark that its script looks for', () => {
    const page = htmlOf({ title: '<html data-x>', views: [] }, { script: 'start()', style: '', sha256: () => 'x' });
    const [before, after] = [page, askingForPrint(page)].map((text) => text.split('\n'));
    expect(before?.[1]).toBe('<html lang="en">');
    expect(after?.[1]).toBe('<html data-print lang="en">');
    expect(after?.slice(2)).toEqual(before?.slice(2));
    expect(readFileSync('src/webview/html-page/start.ts', 'utf8')).toContain("dataset['print']");
});
