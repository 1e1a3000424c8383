import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

describe('the two commands of the README', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'crmmap-readme-'));
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    test('are there, and CI runs the second', () => {
        expect(readme).toContain('npm ci && npm start');
        expect(readme).toContain('npm cit');
        expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm cit$/m);
    });

    test('`npm start` on a checkout without any build draws every example map and says where', () => {
        const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n');
        for (const file of files.filter((name) => existsSync(name) && !/^(test|docs)\//.test(name))) cpSync(file, path.join(copy, file), { recursive: true });
        symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
        const said = execFileSync('npm', ['start'], { cwd: copy, encoding: 'utf8', shell: process.platform === 'win32' });
        const expected = [
            'out/examples/sketch.landscape.svg',
            'out/examples/northwind.landscape.svg',
            'out/examples/northwind.firstBootsMap.svg',
            'out/examples/b2b-software.landscape.svg',
            'out/examples/bank/bank.landscape.svg',
        ];
        for (const picture of expected) {
            expect(said).toContain(picture);
            expect(readFileSync(path.join(copy, picture), 'utf8')).toMatch(/^<svg /);
        }
    });

    test('`npm cit` runs every kind of test, those in a real VS Code included', () => {
        expect(scripts['test']).toBe('node test/run.ts');
        const runner = readFileSync('test/run.ts', 'utf8');
        for (const step of ["'esbuild.mjs'", "'tsc'", "'oxlint'", "'biome'", "'vitest'", "'test/vscode/run.ts'"]) expect(runner).toContain(step);
    });
});
