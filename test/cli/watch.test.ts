import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addFiles, folderWith, slowMaps, soundMap, startCrmmap } from './program.ts';

/** A running `--watch`, and what it has said. */
class Watching {
    private said = '';
    private readonly child: ReturnType<typeof startCrmmap>;
    private readonly ended: Promise<unknown[]>;

    constructor(args: readonly string[], cwd: string) {
        this.child = startCrmmap(args, cwd);
        // Not before all that it said has been read.
        this.ended = once(this.child, 'close');
        void this.ended.then(() => this.child.emit('said'));
        for (const stream of [this.child.stdout, this.child.stderr]) {
            stream?.setEncoding('utf8');
            stream?.on('data', (text: string) => {
                this.said += text;
                this.child.emit('said');
            });
        }
        onTestFinished(() => void this.child.kill('SIGKILL'));
    }

    /** Waits until it has said something of this form, and takes all up to there. */
    async says(form: RegExp): Promise<string> {
        for (;;) {
            const found = form.exec(this.said);
            if (found) {
                const end = found.index + found[0].length;
                const text = this.said.slice(0, end);
                this.said = this.said.slice(end);
                return text;
            }
            const { exitCode, signalCode } = this.child;
            if (exitCode !== null || signalCode !== null) throw new Error(`it ended with ${exitCode ?? signalCode}, and had said: ${this.said}`);
            await once(this.child, 'said');
        }
    }

    async endBy(signal: NodeJS.Signals): Promise<{ readonly status: unknown; readonly rest: string }> {
        this.child.kill(signal);
        const [status, by] = await this.ended;
        return { status: status ?? by, rest: this.said };
    }
}

const watching = /watching for changes; Ctrl-C ends it\.\n/;
const round = /\d+ files? written, \d+ unchanged\.\n/;

describe('export --watch', () => {
    test('draws again what depends on what changed: a map, an import, settings, a new file, and one that is gone', async () => {
        const cwd = folderWith({
            'crmmap.json': '{}',
            'shop.crmmap': soundMap,
            'a/one.crmmap': 'import "../part/systems.crmmap"\nsystem own\nview one as landscape\n',
            'part/systems.crmmap': 'system crm "CRM"\n',
        });
        const run = new Watching(['export', '--watch', '--format', 'markdown', '--out', 'pictures'], cwd);
        const first = await run.says(watching);
        expect(first).toContain('pictures/shop.systems.svg\n');
        expect(first).toContain('pictures/a/one.md\n');

        addFiles(cwd, { 'shop.crmmap': soundMap.replaceAll('"First order"', '"The very first"') });
        const second = await run.says(round);
        expect(second).toContain('pictures/shop.order.svg\n');
        expect(second).not.toContain('one.');
        expect(readFileSync(path.join(cwd, 'pictures/shop.order.svg'), 'utf8')).toContain('The very first');

        addFiles(cwd, { 'part/systems.crmmap': 'system crm "Customers"\n' });
        expect(await run.says(round)).toMatch(/^pictures\/a\/one\.one\.svg\n1 file written, 1 unchanged\.\n$/);

        addFiles(cwd, { 'crmmap.json': '{"rules":{"SYS001":"off"}}' });
        expect(await run.says(round)).not.toContain('.svg\n');

        mkdirSync(path.join(cwd, 'new/folder'), { recursive: true });
        addFiles(cwd, { 'new/folder/late.crmmap': 'system late\n' });
        expect(await run.says(round)).toContain('pictures/new/folder/late.landscape.svg\n');

        rmSync(path.join(cwd, 'new'), { recursive: true });
        await run.says(/new\/folder\/late\.crmmap is gone; what was drawn of it stays\.\n/);
        expect(existsSync(path.join(cwd, 'pictures/new/folder/late.landscape.svg'))).toBe(true);

        expect(await run.endBy('SIGINT')).toEqual({ status: 0, rest: '' });
    });

    test('says what keeps a picture from being drawn, and goes on when it is put right', async () => {
        const cwd = folderWith({ 'shop.crmmap': soundMap });
        const run = new Watching(['export', 'shop.crmmap', '--watch'], cwd);
        await run.says(watching);
        const before = readFileSync(path.join(cwd, 'out/shop.order.svg'), 'utf8');
        // Into the file as it is. The text is as long as the old one, so that there is never a part of it alone.
        const file = openSync(path.join(cwd, 'shop.crmmap'), 'r+');
        writeSync(file, soundMap.replace('frontstage shop emotion +1', 'frontstage shup emotion +1'));
        closeSync(file);
        expect(await run.says(round)).toMatch(/view order is not drawn: shop\.crmmap:10:\d+ .*`shup`/);
        expect(readFileSync(path.join(cwd, 'out/shop.order.svg'), 'utf8')).toBe(before);
        // As editors write: a new file in the place of the old one.
        addFiles(cwd, { 'shop.crmmap': soundMap.replace('Web shop', 'Store') });
        expect(await run.says(round)).toContain('out/shop.systems.svg\n');
        expect(await run.endBy('SIGINT')).toEqual({ status: 0, rest: '' });
        expect(readdirSync(path.join(cwd, 'out')).sort()).toEqual(['shop.order.svg', 'shop.systems.svg']);
    });

    test('ends at once by Ctrl-C while it draws, and leaves no temporary file', async () => {
        const cwd = folderWith(slowMaps(60));
        const run = new Watching(['export', '--watch'], cwd);
        await run.says(/out\/slow0\.landscape\.svg\n/);
        const { status, rest } = await run.endBy('SIGINT');
        expect(status).toBe(0);
        expect(rest).not.toContain('fault');
        const files = readdirSync(path.join(cwd, 'out'));
        expect(files.length).toBeLessThan(60);
        expect(files.filter((name) => !name.endsWith('.svg'))).toEqual([]);
    });
});

describe('check --watch', () => {
    test('says what is found after each change, and nothing where nothing else is found', async () => {
        const cwd = folderWith({ 'shop.crmmap': soundMap, 'part.crmmap': 'system a\n' });
        const run = new Watching(['check', 'shop.crmmap', '--watch'], cwd);
        expect(await run.says(watching)).toContain('Nothing found in 1 file.\n');
        addFiles(cwd, { 'shop.crmmap': soundMap.replace('{ owner it }', '{ owner us }') });
        expect(await run.says(/in 1 file\.\n/)).toMatch(/shop\.crmmap:4:\d+ error .*`us`/);
        addFiles(cwd, { 'part.crmmap': 'system b\n' });
        addFiles(cwd, { 'shop.crmmap': soundMap });
        expect(await run.says(/in 1 file\.\n/)).toBe('Nothing found in 1 file.\n');
        expect(await run.endBy('SIGINT')).toEqual({ status: 0, rest: '' });
    });
});
