import type { Workbench } from '../../host/workbench.ts';

/** Waits until a line of the text shows these words; the editor paints blanks that do not break. */
export async function shows(bench: Workbench, words: string): Promise<void> {
    const lines = bench.page.locator('.editor-group-container').first().locator('.view-line');
    await bench.eventually(
        `the words ${words}`,
        async () => (await lines.allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' ')),
        (texts) => texts.some((text) => text.includes(words)),
    );
}
