import type { Workbench } from '../../host/workbench.ts';

/** Takes an entry of the menu that is open. */
export async function takeEntry(bench: Workbench, entry: string): Promise<void> {
    const label = bench.page.locator('.monaco-menu .action-label, .context-view .action-label').filter({ hasText: entry }).first();
    // VS Code takes a click that follows the opening of a menu at once for a part of that.
    await bench.eventually(
        'the end of the menu',
        async () => {
            await label.click();
            return label.waitFor({ state: 'hidden', timeout: 2_000 }).then(
                () => true,
                () => false,
            );
        },
        (isOver) => isOver,
    );
}
