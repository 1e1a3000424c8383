import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/cli/check-result.ts';
import { addFiles, crmmapHere, folderWith } from './program.ts';

/** What `check` says, without what rules find: here it is about files. */
async function checked(args: readonly string[], cwd: string): Promise<CheckResult> {
    const result = JSON.parse((await crmmapHere(['check', '--format', 'json', ...args], { cwd })).out) as CheckResult;
    return { ...result, findings: result.findings.filter(({ code }) => code.startsWith('LNG')) };
}

const workingTree = (): string =>
    folderWith({
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.gitignore': 'build/\n*.old.crmmap\n!keep.old.crmmap\n',
        'a.crmmap': 'system a',
        'B.crmmap': 'system b',
        'x.old.crmmap': 'system x',
        'keep.old.crmmap': 'system k',
        'build/c.crmmap': 'system c',
        'node_modules/p/d.crmmap': 'system d',
        'maps/.gitignore': '/local.crmmap\n',
        'maps/local.crmmap': 'system l',
        'maps/deep/local.crmmap': 'system m',
        'maps/e.crmmap': 'system e',
        'maps/e.txt': 'system e',
    });

describe('the files that are checked', () => {
    test('are those of the working folder, without node_modules and what git ignores, in the order of their bytes', async () => {
        expect((await checked([], workingTree())).files).toEqual(['B.crmmap', 'a.crmmap', 'keep.old.crmmap', 'maps/deep/local.crmmap', 'maps/e.crmmap']);
    });

    test('are those of a folder, by rules of the folders above it too', async () => {
        const root = workingTree();
        addFiles(root, { 'maps/build/f.crmmap': 'system f' });
        expect((await checked(['maps'], root)).files).toEqual(['maps/deep/local.crmmap', 'maps/e.crmmap']);
    });

    test('are those that a glob matches', async () => {
        expect((await checked(['**/[ae]*.crmmap'], workingTree())).files).toEqual(['a.crmmap', 'maps/e.crmmap']);
        expect((await checked(['maps/*', '*.crmmap', 'maps'], workingTree())).files).toEqual([
            'B.crmmap',
            'a.crmmap',
            'keep.old.crmmap',
            'maps/deep/local.crmmap',
            'maps/e.crmmap',
        ]);
    });

    test('are those that are named, also where git ignores them, and where the name looks like a glob', async () => {
        const root = workingTree();
        addFiles(root, { 'odd [1].crmmap': 'system o' });
        expect((await checked(['build/c.crmmap', './build/../build/c.crmmap', 'odd [1].crmmap'], root)).files).toEqual(['build/c.crmmap', 'odd [1].crmmap']);
    });

    test('are each checked once, whatever links lead to them', async () => {
        const root = folderWith({ 'a.crmmap': 'system a { owner x }' });
        symlinkSync('a.crmmap', path.join(root, 'b.crmmap'));
        symlinkSync('.', path.join(root, 'circle'));
        symlinkSync('nowhere', path.join(root, 'c.crmmap'));
        const { files, findings, problems } = await checked([], root);
        expect(files).toEqual(['a.crmmap']);
        expect(findings).toHaveLength(1);
        expect(problems).toEqual([{ file: 'c.crmmap', message: 'cannot be read: the link leads nowhere.' }]);
    });
});

describe('imports', () => {
    test('are followed through files that were not named, and each file is reported once', async () => {
        const root = folderWith({
            'main.crmmap': 'import "./parts/one.crmmap"\nimport "./parts/two.crmmap"\na -> b\n',
            'parts/one.crmmap': 'import "./two.crmmap"\nsystem a { owner nobody }\n',
            'parts/two.crmmap': 'system b { owner nobody }\n',
        });
        const { files, findings } = await checked(['main.crmmap'], root);
        expect(files).toEqual(['main.crmmap', 'parts/one.crmmap', 'parts/two.crmmap']);
        expect(findings.map(({ file, start }) => `${file}:${start.line}`)).toEqual(['parts/one.crmmap:2', 'parts/two.crmmap:1']);
    });

    test('that lead out of the workspace are refused, by path and by link, without a word of what stands there', async () => {
        const root = folderWith({
            'secret.crmmap': 'system secret { owner hidden }',
            'inside/.git/HEAD': '',
            'inside/maps/main.crmmap': 'import "../../secret.crmmap"\nimport "./link.crmmap"\nimport "../shared.crmmap"\nsystem a\nshared -> a\n',
            'inside/shared.crmmap': 'system shared',
        });
        symlinkSync('../../secret.crmmap', path.join(root, 'inside/maps/link.crmmap'));
        const { files, findings } = await checked(['main.crmmap'], path.join(root, 'inside/maps'));
        expect(files).toEqual(['../shared.crmmap', 'main.crmmap']);
        expect(findings.map(({ code, start }) => `${code} ${start.line}`)).toEqual(['LNG043 1', 'LNG043 2']);
        expect(findings[0]?.message).toContain('It stands outside of the workspace, the folder "inside". ');
        expect(JSON.stringify(findings)).not.toContain('hidden');
    });

    test('stay in the working folder where no folder says that it is a workspace, and reach what crmmap.json opens', async () => {
        const files = { 'teams.crmmap': 'team t', 'maps/main.crmmap': 'import "../teams.crmmap"\nsystem a { owner t }' };
        const root = folderWith(files);
        expect((await checked(['maps/main.crmmap'], root)).findings).toEqual([]);
        expect((await checked(['main.crmmap'], path.join(root, 'maps'))).findings.map(({ code }) => code)).toContain('LNG043');
        addFiles(root, { 'crmmap.json': '{}' });
        expect((await checked(['main.crmmap'], path.join(root, 'maps'))).findings).toEqual([]);
    });

    test('may reach all of a folder that was asked for, wherever the working folder is', async () => {
        const root = folderWith({
            'w/a/m.crmmap': 'import "../b/x.crmmap"\nsystem s { owner t }',
            'w/b/x.crmmap': 'team t',
            'else/readme.md': '',
        });
        for (const [paths, cwd] of [
            [['.'], 'w'],
            [['../w'], 'else'],
            [['../w/a', '../w', '../w/a/m.crmmap'], 'else'],
            [['.'], '.'],
            [['w/a'], '.'],
        ] as const) {
            expect((await checked(paths, path.join(root, cwd))).findings, `${paths.join(' ')} in ${cwd}`).toEqual([]);
        }
        const { findings } = await checked(['../w/a'], path.join(root, 'else'));
        expect(findings.map(({ code }) => code)).toContain('LNG043');
        expect(findings[0]?.message).toContain('outside of the workspace, the folder "../w/a". ');
        expect((await checked(['.'], path.join(root, 'w/a'))).findings[0]?.message).toContain('the folder "a". ');
        expect((await checked(['..'], path.join(root, 'w/a'))).findings).toEqual([]);
    });

    test('of a link in a folder that was asked for do not make the place that it leads to a part of that folder', async () => {
        const root = folderWith({ 'far/m.crmmap': 'import "../w/t.crmmap"\nsystem s { owner t }', 'w/t.crmmap': 'team t', 'else/readme.md': '' });
        symlinkSync('../far/m.crmmap', path.join(root, 'w/m.crmmap'));
        expect((await checked(['../w'], path.join(root, 'else'))).findings.map(({ code }) => code)).toContain('LNG043');
    });

    test('of a part are looked at in the workspace of the map that imports it, whatever stands beside the part', async () => {
        const root = folderWith({
            'crmmap.json': '{}',
            'teams.crmmap': 'team t',
            'main.crmmap': 'import "./parts/p.crmmap"\nsystem a { owner t }',
            'parts/.git/HEAD': '',
            'parts/p.crmmap': 'import "../teams.crmmap"\nsystem s { owner t }',
        });
        expect((await checked(['main.crmmap', 'parts/p.crmmap'], root)).findings.map(({ file, code }) => `${file} ${code}`)).not.toContain(
            'parts/p.crmmap LNG043',
        );
        expect((await checked(['.'], root)).findings.map(({ file }) => file)).not.toContain('parts/p.crmmap');
        expect((await checked(['parts/p.crmmap'], root)).findings.map(({ code }) => code)).toContain('LNG043');
    });

    test('of a file that is missing, or cannot be read, are errors at the import', async () => {
        const root = folderWith({ 'main.crmmap': 'import "./gone.crmmap"\nimport "./bytes.crmmap"\nsystem a', 'bytes.crmmap': Uint8Array.of(0xff) });
        const { status, out, err } = await crmmapHere(['check', '--format', 'json', 'main.crmmap'], { cwd: root });
        expect(status).toBe(2);
        expect(err).toBe('crmmap: bytes.crmmap is not UTF-8 text. Save it as UTF-8.\n');
        const { findings } = JSON.parse(out) as CheckResult;
        expect(findings.map(({ severity, start }) => `${severity} ${start.line}`)).toEqual(['error 1', 'error 2']);
        expect(findings[1]?.message).toContain('is not UTF-8 text');
    });
});

describe('the maps that are drawn', () => {
    const parts = {
        'root.crmmap': 'import "./part.crmmap"\nsystem a\na -> b',
        'part.crmmap': 'system b',
        'alone.crmmap': 'system c',
        'circle/a.crmmap': 'import "./b.crmmap"\nsystem d',
        'circle/b.crmmap': 'import "./a.crmmap"\nmap "Circle"\nsystem e',
        'ring/a.crmmap': 'import "./b.crmmap"\nsystem f',
        'ring/b.crmmap': 'import "./a.crmmap"\nimport "../part.crmmap"\nsystem g',
    };

    test('of a folder are those that no other imports; of a circle, the one with map, else the first', async () => {
        const root = folderWith(parts);
        const { out, status } = await crmmapHere(['export'], { cwd: root });
        expect(status).toBe(0);
        expect(out.trimEnd().split('\n')).toEqual(['alone', 'circle/b', 'ring/a', 'root'].map((map) => `out/${map}.landscape.svg`));
    });

    test('are all those that are named, parts too', async () => {
        const root = folderWith(parts);
        expect((await crmmapHere(['export', 'part.crmmap'], { cwd: root })).out).toBe('out/part.landscape.svg\n');
        expect((await crmmapHere(['export', 'part.crmmap', 'root.crmmap'], { cwd: root })).out).toBe(
            'out/part.landscape.svg (unchanged)\nout/root.landscape.svg\n',
        );
    });

    test('are drawn below the output folder, wherever the working folder is', async () => {
        const root = folderWith({ 'maps/a.crmmap': 'system a' });
        mkdirSync(path.join(root, 'work'));
        expect((await crmmapHere(['export', '../maps'], { cwd: path.join(root, 'work') })).out).toBe('out/_up/maps/a.landscape.svg\n');
    });
});
