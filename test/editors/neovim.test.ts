import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, patience, program } from '../cli/program.ts';

const { error } = spawnSync('nvim', ['--version']);
if (error) console.warn('Neovim is not on this machine, so that crmmap lsp is not tried in it here.');

test.runIf(!error)('Neovim shows findings and hovers, goes to declarations and renames, by crmmap lsp', () => {
    const cwd = folderWith({ 'shop.crmmap': 'system shop "Web shop"\nshop -> crmm\n' });
    const env = { ...process.env, MAP: path.join(cwd, 'shop.crmmap'), CRMMAP: program, NODE: process.execPath, XDG_STATE_HOME: cwd, XDG_CONFIG_HOME: cwd };
    const { stdout, stderr } = spawnSync('nvim', ['--headless', '--clean', '-n', '-S', path.resolve('test/editors/neovim.lua')], {
        cwd,
        env,
        encoding: 'utf8',
        timeout: patience,
    });
    const said = new Map(
        stdout.split('\n').flatMap((line) => {
            const [, what, value] = /^(\w+): (.*)$/.exec(line.trim()) ?? [];
            return what === undefined ? [] : [[what, JSON.parse(value ?? 'null') as unknown] as const];
        }),
    );
    expect(stderr).not.toContain('Error');
    expect(said.get('filetype')).toBe('crmmap');
    expect(said.get('codes')).toContain('LNG010');
    expect(said.get('hover')).toContain('Web shop');
    expect(JSON.stringify(said.get('definition'))).toContain('"line":0');
    expect(said.get('text')).toEqual(['system store "Web shop"', 'store -> crmm']);
});
