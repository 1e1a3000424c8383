import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addFiles, folderWith, soundMap, startCrmmap } from './program.ts';
import { markupOf, Serving, versionIn } from './serving.ts';

/** Loaded before the program: the clock shows noon of the day that stands in a file, and what happens every half minute happens at once. */
const fakeClock = `
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
const file = new URL('./clock/day', import.meta.url);
const RealDate = Date;
globalThis.Date = class extends RealDate {
    constructor(...args) { super(...(args.length > 0 ? args : [readFileSync(file, 'utf8') + 'T12:00:00'])); }
};
const every = setInterval;
if (isMainThread) globalThis.setInterval = (what, ms, ...args) => every(what, ms === 30_000 ? 10 : ms, ...args);
`;

const reviewed = soundMap.replace('map "Shop" {', 'map "Shop" { reviewed 2026-01-01 every 1 month');

function dayFolder(day: string): { readonly cwd: string; readonly env: Readonly<Record<string, string>> } {
    const cwd = folderWith({ 'shop.crmmap': reviewed, 'clock.mjs': fakeClock, 'clock/day': day });
    return { cwd, env: { NODE_OPTIONS: `--import=${path.join(cwd, 'clock.mjs')}` } };
}

describe('what runs over midnight follows the day', () => {
    test('a served page is told when its map became overdue, and a day that was asked for stays', async () => {
        const { cwd, env } = dayFolder('2026-01-31');
        const [serving, fixed] = [await Serving.startWith(env, cwd), await Serving.startWith(env, cwd, '--today', '2026-01-31')];
        const [page, fixedPage] = [await serving.pageOf('Shop'), await fixed.pageOf('Shop')];
        expect(markupOf(await serving.ask(`${page}/findings`))).not.toContain('GOV001');
        const next = await serving.events(page.replace('/maps/', ''));
        const before = await next();

        addFiles(cwd, { 'clock/day': '2026-02-02' });
        expect(await next()).not.toBe(before);
        expect(markupOf(await serving.ask(`${page}/findings`))).toContain('GOV001');
        expect(versionIn(await fixed.ask(fixedPage))).toBe(before);
        expect(markupOf(await fixed.ask(`${fixedPage}/findings`))).not.toContain('GOV001');
    });

    test('check --watch tells of a review that is overdue since midnight', async () => {
        const { cwd, env } = dayFolder('2026-01-31');
        const child = startCrmmap(['check', '--watch'], cwd, env);
        onTestFinished(() => void child.kill('SIGKILL'));
        let said = '';
        const heard = (words: string): Promise<void> =>
            new Promise((resolve) => {
                const look = (): void => void (said.includes(words) && resolve());
                for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
                look();
            });
        for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
        await heard('Ctrl-C ends it.');
        expect(said).not.toContain('GOV001');
        addFiles(cwd, { 'clock/day': '2026-02-02' });
        await heard('GOV001');
    });
});
