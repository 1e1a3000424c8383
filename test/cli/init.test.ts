import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmapHere, folderWith, program } from './program.ts';

describe('crmmap init', () => {
    test('writes a map that checks and draws, and says how', async () => {
        const cwd = folderWith({});
        const { status, out, err } = await crmmapHere(['init'], { cwd });
        expect({ status, err }).toEqual({ status: 0, err: '' });
        expect(out).toBe('landscape.crmmap\n\nNext:\n  crmmap check landscape.crmmap\n  crmmap export landscape.crmmap\n');
        expect((await crmmapHere(['check', 'landscape.crmmap', '--max-warnings', '0'], { cwd })).status).toBe(0);
        expect((await crmmapHere(['export', 'landscape.crmmap'], { cwd })).status).toBe(0);
        expect(readdirSync(path.join(cwd, 'out'))).toContain('landscape.landscape.svg');
    });

    test('takes a template, and makes the folder', async () => {
        const cwd = folderWith({});
        expect((await crmmapHere(['init', 'maps/new ones', '--template', 'full'], { cwd })).out).toContain('crmmap check "maps/new ones/map.crmmap"');
        expect(readFileSync(path.join(cwd, 'maps/new ones/map.crmmap'), 'utf8')).toContain('journey firstPurchase');
    });

    test('leaves what is there as it is', async () => {
        const cwd = folderWith({ 'journey.crmmap': 'system mine\n' });
        const { status, err } = await crmmapHere(['init', '--template', 'journey'], { cwd });
        expect({ status, err }).toEqual({ status: 2, err: 'crmmap: journey.crmmap is there already, and is left as it is. Name another folder.\n' });
        expect(readFileSync(path.join(cwd, 'journey.crmmap'), 'utf8')).toBe('system mine\n');
    });

    test('names the template that was meant', async () => {
        const { status, err } = await crmmapHere(['init', '--template', 'jurney'], { cwd: folderWith({}) });
        expect(status).toBe(2);
        expect(err).toContain('There is no --template jurney. Did you mean journey?');
    });
});

describe('crmmap completion', () => {
    test('completes commands, options and maps in bash', () => {
        const cwd = folderWith({ 'shop.crmmap': 'system shop\n', 'notes.txt': '' });
        const complete = (...words: string[]): string[] => {
            const script = `crmmap() { "${process.execPath}" "${program}" "$@"; }
eval "$(crmmap completion bash)"
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_crmmap; printf '%s\\n' "\${COMPREPLY[@]}"`;
            return execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8' })
                .split('\n')
                .filter((line) => line !== '');
        };
        expect(complete('crmmap', 'ex')).toEqual(['export', 'explain']);
        expect(complete('crmmap', 'check', '--max')).toEqual(['--max-warnings']);
        expect(complete('crmmap', 'check', 's')).toEqual(['shop.crmmap']);
        expect(complete('crmmap', 'check', 'n')).toEqual([]);
    });

    test.each(['zsh', 'fish'])('names every command and option for %s', async (shell) => {
        const { status, out } = await crmmapHere(['completion', shell]);
        expect(status).toBe(0);
        for (const word of ['check', 'export', 'format', 'init', 'explain', 'max-warnings', 'template']) expect(out).toContain(word);
        // The shell itself judges the script where it is there.
        const { error, status: sound, stderr } = spawnSync(shell, ['-n'], { input: out, encoding: 'utf8' });
        if (!error) expect({ sound, stderr }).toEqual({ sound: 0, stderr: '' });
    });

    test('wants a shell that it knows', async () => {
        expect((await crmmapHere(['completion'])).err).toContain('completion takes one shell: bash, zsh, fish.');
        expect((await crmmapHere(['completion', 'fisch'])).err).toContain('There is no shell fisch. Did you mean fish?');
    });
});
