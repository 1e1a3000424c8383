import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFence } from '../../../src/extension/markdown/block.ts';
import { BlockPictures } from '../../../src/extension/markdown/block-pictures.ts';
import type { DrawnText, TextToDraw } from '../../../src/protocol.ts';
import { render } from './support.ts';

const document = 'file:///maps/page.md';

function svg(words: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" id="crmmap-a1" width="10" height="10">\n<style>\n#crmmap-a1 text{fill:#000}\n</style>\n<text x="1">${words}</text>\n</svg>\n`;
}

const drawn = (words: string): DrawnText => ({ svg: svg(words), errors: [], moreErrors: 0, imports: false });

function fenced(text: string, words = ''): string {
    return `\`\`\`crmmap${words}\n${text}\n\`\`\`\n`;
}

/** Pictures that are drawn when the test says so. */
function setUp() {
    const asked: { text: TextToDraw; signal: AbortSignal; answer: (drawn: DrawnText) => void; fail: (error: Error) => void }[] = [];
    let changes = 0;
    const pictures = new BlockPictures({
        draw: (text, signal) => new Promise((answer, fail) => asked.push({ text, signal, answer, fail })),
        changed: () => changes++,
    });
    return { asked, pictures, changes: () => changes };
}

describe('blocks of Markdown', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test('a fence names its language first, and its view', () => {
        expect(readFence('crmmap')).toEqual({ view: undefined });
        expect(readFence('crmmap view=orders')).toEqual({ view: 'orders' });
        expect(readFence('crmmap {view="The orders"}')).toEqual({ view: 'The orders' });
        expect(readFence("crmmap title=x view='a b'")).toEqual({ view: 'a b' });
        expect(readFence('crmmap preview=no')).toEqual({ view: undefined });
        expect(readFence('crmmapper')).toBeUndefined();
        expect(readFence('ts')).toBeUndefined();
        expect(readFence('')).toBeUndefined();
    });

    test('a preview that does not ask again is told again, until it does', async () => {
        const { asked, pictures, changes } = setUp();
        const page = fenced('system shop');
        render(page, pictures, document);
        asked[0]?.answer(drawn('Shop'));
        await vi.advanceTimersByTimeAsync(400);
        expect(changes()).toBe(1);
        await vi.advanceTimersByTimeAsync(200);
        expect(changes()).toBe(2);
        render(page, pictures, document);
        await vi.advanceTimersByTimeAsync(10_000);
        expect(changes()).toBe(2);
    });

    test('a preview is told again although another one has asked, but not for ever', async () => {
        const { asked, pictures, changes } = setUp();
        render(fenced('system shop'), pictures, document);
        render(fenced('system crm'), pictures, `${document}.other`);
        asked[0]?.answer(drawn('Shop'));
        asked[1]?.answer(drawn('CRM'));
        await vi.advanceTimersByTimeAsync(0);
        expect(changes()).toBe(1);
        render(fenced('system crm'), pictures, `${document}.other`);
        await vi.advanceTimersByTimeAsync(600);
        expect(changes()).toBe(2);
        await vi.advanceTimersByTimeAsync(60_000);
        expect(changes()).toBe(4);
    });

    test('a block shows its text until its picture is there, and other blocks are left alone', async () => {
        const { asked, pictures, changes } = setUp();
        const page = `# Title\n\n${fenced('system shop', ' view=all')}\n\`\`\`ts\nlet a;\n\`\`\`\n`;
        const [before, other] = render(page, pictures, document);
        expect(other).toBe('[other]');
        expect(before).toContain('<code class="language-crmmap">system shop\n</code>');
        expect(before).toContain('Drawing …');
        expect(asked.map(({ text }) => text)).toEqual([{ text: 'system shop\n', view: 'all', within: document }]);

        asked[0]?.answer(drawn('Shop'));
        await vi.advanceTimersByTimeAsync(400);
        expect(changes()).toBe(1);
        const [after] = render(page, pictures, document);
        expect(after).toContain('>Shop</text>');
        expect(after).not.toContain('<pre>');
        expect(after).toContain('class="crmmap-block"');
        expect(asked).toHaveLength(1);
    });

    test('several pictures are shown together', async () => {
        const { asked, pictures, changes } = setUp();
        render(`${fenced('a')}${fenced('b')}${fenced('c')}`, pictures, document);
        for (const [index, { answer }] of asked.entries()) {
            answer(drawn(String(index)));
            await vi.advanceTimersByTimeAsync(10);
        }
        expect(changes()).toBe(1);
    });

    test('equal blocks are drawn once, and have ids of their own', async () => {
        const { asked, pictures } = setUp();
        const page = `${fenced('system shop')}${fenced('system shop')}`;
        render(page, pictures, document);
        expect(asked).toHaveLength(1);
        asked[0]?.answer(drawn('Shop'));
        await vi.advanceTimersByTimeAsync(1000);
        const [first = '', second = ''] = render(page, pictures, document);
        expect(first).toContain('id="crmmap-a1-1"');
        expect(first).toContain('#crmmap-a1-1 text{');
        expect(second).toContain('id="crmmap-a1-2"');
        expect(second).not.toContain('crmmap-a1-1');
    });

    test('a block that is edited keeps its last picture until the next one is there, and what was asked for in between is dropped', async () => {
        const { asked, pictures } = setUp();
        render(`${fenced('one')}${fenced('other')}`, pictures, document);
        asked[0]?.answer(drawn('One'));
        asked[1]?.answer(drawn('Other'));
        await vi.advanceTimersByTimeAsync(1000);
        render(`${fenced('one')}${fenced('other')}`, pictures, document);

        const [edited] = render(`${fenced('one t')}${fenced('other')}`, pictures, document);
        expect(edited).toContain('>One</text>');
        expect(edited).toContain('aria-busy="true"');
        expect(edited).not.toContain('Drawing');
        const [more] = render(`${fenced('one tw')}${fenced('other')}`, pictures, document);
        expect(more).toContain('>One</text>');
        expect(asked[2]?.signal.aborted).toBe(true);
        expect(asked[3]?.signal.aborted).toBe(false);
        asked[3]?.answer(drawn('Two'));
        await vi.advanceTimersByTimeAsync(1000);
        expect(render(`${fenced('one tw')}${fenced('other')}`, pictures, document)[0]).toContain('>Two</text>');
    });

    test('a block that is put before others does not show their pictures', async () => {
        const { asked, pictures } = setUp();
        render(fenced('one'), pictures, document);
        asked[0]?.answer(drawn('One'));
        await vi.advanceTimersByTimeAsync(1000);
        render(fenced('one'), pictures, document);
        const [added, one] = render(`${fenced('new')}${fenced('one')}`, pictures, document);
        expect(added).toContain('Drawing …');
        expect(added).not.toContain('>One</text>');
        expect(one).toContain('>One</text>');
    });

    test('mistakes are told with their lines in the Markdown file, below text and picture', async () => {
        const { asked, pictures } = setUp();
        const page = `# Title\n\n${fenced('system shop\nshop -> crm')}`;
        render(page, pictures, document);
        asked[0]?.answer({
            ...drawn('Shop'),
            errors: [
                { line: 1, message: 'There is no `crm` here.' },
                { line: 0, file: './teams.crmmap', message: '<b>bold</b>' },
            ],
            moreErrors: 3,
        });
        await vi.advanceTimersByTimeAsync(1000);
        const [html = ''] = render(page, pictures, document);
        expect(html).toContain('<strong>Line 5:</strong> There is no <code>crm</code> here.');
        expect(html).toContain('<strong>./teams.crmmap, line 1:</strong> &lt;b&gt;bold&lt;/b&gt;');
        expect(html).toContain('5 errors');
        expect(html).toContain('And 3 more.');
        expect(html.indexOf('<svg')).toBeLessThan(html.indexOf('<pre>'));
        expect(html.indexOf('<pre>')).toBeLessThan(html.indexOf('Line 5:'));
    });

    test('a server that does not answer is named, and asked again once it is back', async () => {
        const { asked, pictures } = setUp();
        render(fenced('one'), pictures, document);
        asked[0]?.fail(new Error('The connection is gone.'));
        await vi.advanceTimersByTimeAsync(1000);
        expect(render(fenced('one'), pictures, document)[0]).toContain('This map could not be drawn. The connection is gone.');
        expect(asked).toHaveLength(1);
        pictures.retry();
        render(fenced('one'), pictures, document);
        expect(asked).toHaveLength(2);
    });

    test('only blocks that import are drawn anew when other files change', async () => {
        const { asked, pictures, changes } = setUp();
        const page = `${fenced('alone')}${fenced('import')}`;
        render(page, pictures, document);
        asked[0]?.answer(drawn('Alone'));
        asked[1]?.answer({ ...drawn('Whole'), imports: true });
        await vi.advanceTimersByTimeAsync(1000);
        render(page, pictures, document);
        const before = changes();
        pictures.forgetImporting();
        expect(changes()).toBe(before + 1);
        expect(render(page, pictures, document)[1]).toContain('>Whole</text>');
        expect(asked.map(({ text }) => text.text)).toEqual(['alone\n', 'import\n', 'import\n']);
    });
});
