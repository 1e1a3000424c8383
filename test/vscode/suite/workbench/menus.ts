import type { Workbench } from '../../host/workbench.ts';

const MOST_ENTRIES = 40;

/** Takes an entry of the menu that is open, by keys: VS Code passes over a click that comes soon after the menu has opened. */
export async function takeEntry(bench: Workbench, entry: string): Promise<void> {
    const { page } = bench;
    const item = page.locator('.monaco-menu .action-item').filter({ hasText: entry }).first();
    await item.waitFor();
    await page.locator('.monaco-menu :focus').first().waitFor();
    const focused = item.and(page.locator('.focused'));
    for (let presses = 0; presses < MOST_ENTRIES && (await focused.count()) === 0; presses++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
}
