import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addFiles, crmmap, folderWith, soundMap } from './program.ts';

const formats = 'json,csv,svg,png,pdf,mermaid,drawio,html,markdown';

/** A file system of so many bytes below a folder; nothing where none can be mounted, as without the rights of root. */
function mountSmall(folder: string, bytes: number): boolean {
    mkdirSync(folder, { recursive: true });
    if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status !== 0) return false;
    onTestFinished(() => void spawnSync('umount', ['-l', folder]));
    return true;
}

function filesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
}

/** A module that, loaded first, lets every write of a temporary file fail after half of it, as on a full disk. */
const fullDisk = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const write = fs.writeFileSync;
fs.writeFileSync = (file, content, options) => {
    if (!String(file).endsWith('.tmp')) return write(file, content, options);
    write(file, Buffer.from(content).subarray(0, Math.floor(content.length / 2)), options);
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
};
syncBuiltinESMExports();
`;

describe('a full disk', () => {
    test.each(['1', '2'])('keeps every old file of every format whole, is one line for each, and exit status 2, with %s threads', (jobs) => {
        const cwd = folderWith({ 'shop.crmmap': soundMap, 'full.mjs': fullDisk });
        const options = ['export', '--format', formats, '--jobs', jobs];
        expect(crmmap(options, { cwd }).status).toBe(0);
        const before = filesIn(path.join(cwd, 'out')).map((file) => [file, readFileSync(path.join(cwd, 'out', file), 'latin1')]);
        expect(new Set(before.map(([file = '']) => path.extname(file)))).toEqual(
            new Set(['.json', '.csv', '.svg', '.png', '.pdf', '.mmd', '.drawio', '.html', '.md']),
        );
        addFiles(cwd, {
            'shop.crmmap': soundMap.replaceAll('Web shop', 'Store').replaceAll('First order', 'Buying first').replaceAll('"Orders"', '"All orders"'),
        });
        const { status, out, err } = crmmap(options, { cwd, env: { NODE_OPTIONS: `--import=${path.join(cwd, 'full.mjs')}` } });
        expect(status).toBe(2);
        const lines = err.trimEnd().split('\n');
        expect(lines.length).toBeGreaterThan(9);
        for (const line of lines) expect(line).toMatch(/^crmmap: out\/shop\.[\w.-]+ cannot be written: the disk is full\.$/);
        for (const line of out.trimEnd().split('\n')) if (line !== '') expect(line).toMatch(/ \(unchanged\)$/);
        expect(filesIn(path.join(cwd, 'out')).map((file) => [file, readFileSync(path.join(cwd, 'out', file), 'latin1')])).toEqual(before);
    });

    test('a real one of 64 kB: what fits is whole, what does not is not there, and the cache minds no more', ({ skip }) => {
        const cwd = folderWith(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`m${index}.crmmap`, soundMap])));
        if (!mountSmall(path.join(cwd, 'small'), 64 * 1024)) return skip('no file system can be mounted here');
        const { status, out, err } = crmmap(['export', '--out', 'small', '--cache', 'small/kept', '--jobs', '2'], { cwd });
        expect(status).toBe(2);
        expect(err).toMatch(/^crmmap: small\/m\d\.\w+\.svg cannot be written: the disk is full\.$/m);
        expect(err.match(/nothing more is kept/g)).toHaveLength(1);
        const pictures = filesIn(path.join(cwd, 'small')).filter((file) => !file.startsWith('kept'));
        expect(pictures.length).toBeGreaterThan(0);
        expect(pictures.map((file) => `small/${file}`)).toEqual(out.trimEnd().split('\n').sort());
        for (const file of pictures) expect(readFileSync(path.join(cwd, 'small', file), 'utf8').endsWith('</svg>\n')).toBe(true);
        return undefined;
    });

    test('once there is room again, the next run writes what is missing', () => {
        const cwd = folderWith({ 'shop.crmmap': soundMap, 'full.mjs': fullDisk });
        expect(crmmap(['export'], { cwd, env: { NODE_OPTIONS: `--import=${path.join(cwd, 'full.mjs')}` } }).status).toBe(2);
        expect(filesIn(path.join(cwd, 'out'))).toEqual([]);
        expect(crmmap(['export'], { cwd })).toEqual({ status: 0, out: 'out/shop.systems.svg\nout/shop.order.svg\n', err: '' });
    });
});
