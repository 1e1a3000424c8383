import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench.ts';
import type { Register } from './registry.ts';

const FENCE = '```';

/** Maps in VS Code's preview of Markdown. */
export function markdownTests(test: Register<Workbench>): void {
    test('blocks of a Markdown file are shown as pictures in VS Code’s preview, each with the view that it asks for, and follow an edit', async (bench) => {
        const shop = 'system shop "Web shop"\nsystem crm "Salesforce"\nshop -> crm "Orders"\n';
        const journey =
            'persona ana "Ana"\nchannel web\njourney first "First boots" {\n  persona ana\n  stage find { touchpoint search "Searches" { channel web } }\n}\n';
        const page = await openMarkdown(
            bench,
            'blocks.md',
            `# Our systems\n\n${block(shop)}\nAnd the way of a customer:\n\n${block(`${shop}${journey}`, ' view=journey-first')}\n${block(shop)}\nThe end.\n`,
        );
        const pictures = page.locator('.crmmap-picture svg');
        await page.getByText('The end.').waitFor();
        await pictures.nth(2).waitFor();
        assert.deepEqual(await kindsIn(pictures.nth(0)), ['system', 'flow']);
        assert.ok((await kindsIn(pictures.nth(1))).includes('touchpoint'));
        assert.equal(await page.locator('.crmmap-block pre').count(), 0, 'where all is well, the picture stands for the text');
        assert.deepEqual(await idsTwice(page), []);
        const { width = 0, height = 0 } = (await pictures.first().boundingBox()) ?? {};
        assert.ok(width > 100 && height > 50, `the picture is ${width} by ${height}`);
        await bench.keepEvidence('20 blocks in Markdown, light');

        await bench.goTo(4, 'system shop "'.length + 1);
        await bench.insert('Zebra ');
        await pictures.first().filter({ hasText: 'Zebra Web shop' }).waitFor();
        assert.ok(!(await pictures.nth(2).innerHTML()).includes('Zebra'));

        const ground = (): Promise<string> =>
            pictures
                .first()
                .locator('> rect')
                .first()
                .evaluate((element) => String(element.ownerDocument.defaultView?.getComputedStyle(element).fill));
        const before = await ground();
        await bench.runCommand('Preferences: Toggle between Light/Dark Themes');
        await bench.eventually('the colours of the other theme', ground, (now) => now !== before);
        await bench.keepEvidence('21 blocks in Markdown, dark');
    });

    test('a block with mistakes shows what can be read, its text, and the mistakes with their lines in the Markdown file', async (bench) => {
        const page = await openMarkdown(
            bench,
            'wrong-blocks.md',
            `# A\n\n${block('system shop\nshop -> nowhere "Orders"\n')}\n${block('system shop\n', ' view=gone')}\n${block('import "./northwind.crmmap"\nimport "../outside.crmmap"\nview all as landscape\n')}\n${block('// nothing\n')}`,
        );
        const blocks = page.locator('.crmmap-block');
        const errors = blocks.nth(0).locator('.crmmap-errors li');
        await errors.first().waitFor();
        assert.match(await errors.first().innerText(), /^Line 5: .*nowhere/);
        assert.ok(await blocks.nth(0).locator('svg [data-id="shop"]').first().isVisible());
        assert.match(await blocks.nth(0).locator('pre').innerText(), /shop -> nowhere/);
        await blocks.nth(1).getByText('There is no view "gone" here. There is "landscape".').waitFor();
        const outside = blocks.nth(2).locator('.crmmap-errors li');
        await outside.first().waitFor();
        assert.match(await outside.first().innerText(), /^Line 14: .*leads out of the workspace/);
        await blocks.nth(2).locator('svg [data-id="crm"]').first().waitFor();
        await blocks.nth(3).getByText('This map is still empty.').waitFor();
        await bench.keepEvidence('22 mistakes in blocks');
    });

    test('markup in a block of Markdown is shown as text, and nothing of it runs', async (bench) => {
        const violations: string[] = [];
        bench.page.on('console', (message) => {
            if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
        });
        const hostile =
            '</style></title></desc></svg></code></pre><img src=x onerror=document.title=1><script>document.title=1</script><style>*{display:none}</style>';
        const page = await openMarkdown(
            bench,
            'hostile-blocks.md',
            `# Hostile\n\n${block(`map "${hostile}"\nsystem crm "${hostile}" { vendor "${hostile}" }\n`)}\n${block(`system crm "${hostile}"\n${hostile}\n`, ` view="${hostile}"`)}\nThe end.\n`,
        );
        const picture = page.locator('.crmmap-picture svg').first();
        await picture.waitFor();
        await page.locator('.crmmap-note').first().waitFor();
        assert.ok((await picture.innerHTML()).includes('&lt;script&gt;'));
        assert.equal(await page.locator('.crmmap-block :is(script, img, foreignObject, a, iframe)').count(), 0);
        assert.equal(await page.locator('.crmmap-block style').count(), await page.locator('.crmmap-picture svg > style').count());
        assert.ok(await page.getByText('The end.').isVisible());
        assert.deepEqual(violations, []);
        await bench.keepEvidence('23 hostile blocks');
    });
}

function block(text: string, words = ''): string {
    return `${FENCE}crmmap${words}\n${text}${FENCE}\n`;
}

/** VS Code keeps what it has made of a file of that name: each test has its own. */
async function openMarkdown(bench: Workbench, file: string, text: string): Promise<FrameLocator> {
    writeFileSync(path.join(bench.workspace, file), text);
    await bench.openFile(file);
    await bench.runCommand('Markdown: Open Preview to the Side');
    // The palette may have been asked twice; two previews of one file show the same.
    return bench.page.frameLocator('iframe.webview[src*="extensionId=vscode.markdown-language-features"]').first().frameLocator('#active-frame');
}

function kindsIn(picture: Locator): Promise<string[]> {
    return picture.locator('[data-kind]').evaluateAll((elements) => [...new Set(elements.map((element) => element.getAttribute('data-kind') ?? ''))]);
}

function idsTwice(page: FrameLocator): Promise<string[]> {
    return page.locator('svg [id], svg[id]').evaluateAll((elements) => {
        const ids = elements.map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
}
