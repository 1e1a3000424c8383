import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crmmap, folderWith, program, soundMap } from '../cli/program.ts';
import { emptyFolder, packedTarball, scratchFolder } from './packages.ts';
import { runScript } from './runner.ts';
import { entriesAt, listAt, readYaml, textAt } from './yaml.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const store = emptyFolder();
const packageFile = path.join(store, 'crmmap.tgz');
const broken = 'system shop\nshop -> crmm\n';

beforeAll(() => writeFileSync(packageFile, packedTarball()));
afterAll(() => rmSync(store, { recursive: true, force: true }));

test('action, templates and hooks ask for the version that they come with', () => {
    for (const file of ['action.yml', 'templates/crmmap.yml', '.pre-commit-hooks.yaml']) {
        const asked = [...readFileSync(file, 'utf8').matchAll(/crmmap@([\w.-]*\w)/g)].map((match) => match[1]);
        expect(asked.length).toBeGreaterThan(0);
        expect(new Set(asked)).toEqual(new Set([version]));
    }
});

describe('the GitLab template', () => {
    const [header, template] = readYaml(readFileSync('templates/crmmap.yml', 'utf8'));

    /** Runs the job's script in a folder, with these inputs and the defaults of the others. */
    function runJob(inputs: Readonly<Record<string, string>>, folder: string): { status: number; log: string } {
        const fill = (text: string): string =>
            text.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
                expect(entriesAt(header, 'spec', 'inputs').map(([known]) => known)).toContain(name);
                return inputs[name] ?? textAt(header, 'spec', 'inputs', name, 'default');
            });
        const variables = entriesAt(template, 'crmmap', 'variables').map(([name, value]) => [name, fill(String(value))] as const);
        const env = { ...Object.fromEntries(variables), CRMMAP_PACKAGE: packageFile, npm_config_cache: path.join(store, 'npm-cache') };
        return runScript(listAt(template, 'crmmap', 'script').join('\n'), folder, env, scratchFolder());
    }

    test('hands every input on, and says what it is for', () => {
        const inputs = entriesAt(header, 'spec', 'inputs');
        const text = JSON.stringify(template);
        for (const [name, input] of inputs) {
            expect(textAt(input, 'description')).toMatch(/\.$/);
            expect(text).toContain(`$[[ inputs.${name} ]]`);
        }
    });

    test('passes a sound map, and leaves a JUnit report where GitLab looks for it, also when the job fails', () => {
        const folder = folderWith({ 'maps/shop.crmmap': soundMap });
        expect(runJob({}, folder).status).toBe(0);
        const report = textAt(template, 'crmmap', 'artifacts', 'reports', 'junit');
        expect(new DOMParser().parseFromString(readFileSync(path.join(folder, report), 'utf8'), 'text/xml').documentElement?.tagName).toBe('testsuites');
        expect(textAt(template, 'crmmap', 'artifacts', 'when')).toBe('always');
    });

    test('fails a map with a mistake, says it in the log and in the report', () => {
        const folder = folderWith({ 'a.crmmap': broken, 'b.crmmap': soundMap });
        const { status, log } = runJob({}, folder);
        expect(status).toBe(1);
        expect(log).toContain('a.crmmap:2');
        expect(readFileSync(path.join(folder, 'crmmap-junit.xml'), 'utf8')).toMatch(/<failure[^>]*>[^<]*LNG010|LNG010[\s\S]*<failure/);
        expect(runJob({ paths: 'b.crmmap' }, folder).status).toBe(0);
    });

    test('fails where pictures are out of date', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        crmmap(['export', '--out', 'maps'], { cwd: folder });
        expect(runJob({ pictures: 'maps' }, folder).status).toBe(0);
        rmSync(path.join(folder, 'maps/shop.order.svg'));
        expect(runJob({ pictures: 'maps' }, folder)).toMatchObject({ status: 1, log: expect.stringContaining('maps/shop.order.svg') });
    });
});

describe('the hooks for pre-commit', () => {
    const [hooks] = readYaml(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

    /** Runs a hook as pre-commit does: the files that match are added, unless the hook wants none. */
    function runHook(id: string, folder: string, files: readonly string[], args: readonly string[] = []): number | null {
        const hook = listAt(hooks).find((one) => textAt(one, 'id') === id);
        const [npx, yes, wanted, ...command] = textAt(hook, 'entry').split(' ');
        expect([npx, yes, wanted, textAt(hook, 'language')]).toEqual(['npx', '--yes', `crmmap@${version}`, 'system']);
        const matching = files.filter((file) => new RegExp(textAt(hook, 'files')).test(file));
        if (matching.length === 0) return 0;
        const passed = textAt(hook, 'pass_filenames') === 'false' ? [] : matching;
        return spawnSync(process.execPath, [program, ...command, ...args, ...passed], { cwd: folder }).status;
    }

    test('check refuses a commit with a mistake in any map, and looks at nothing where no map is committed', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap, 'broken.crmmap': broken, 'readme.md': '' });
        expect(runHook('crmmap-check', folder, ['shop.crmmap'])).toBe(1);
        expect(runHook('crmmap-check', folder, ['readme.md'])).toBe(0);
        rmSync(path.join(folder, 'broken.crmmap'));
        expect(runHook('crmmap-check', folder, ['shop.crmmap'])).toBe(0);
    });

    test('format formats the maps that are committed, and no others', () => {
        const folder = folderWith({ 'a.crmmap': 'system   a\n', 'b.crmmap': 'system   b\n' });
        expect(runHook('crmmap-format', folder, ['a.crmmap'])).toBe(0);
        expect(['a', 'b'].map((name) => readFileSync(path.join(folder, `${name}.crmmap`), 'utf8'))).toEqual(['system a\n', 'system   b\n']);
    });

    test('pictures refuses a commit whose pictures are not those of its maps', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        expect(runHook('crmmap-pictures', folder, ['shop.crmmap'], ['--out', 'maps'])).toBe(1);
        crmmap(['export', '--out', 'maps'], { cwd: folder });
        expect(runHook('crmmap-pictures', folder, ['shop.crmmap'], ['--out', 'maps'])).toBe(0);
    });
});

describe('the Dockerfile', () => {
    const lines = readFileSync('Dockerfile', 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
    const instructions = lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
    const argumentOf = (name: string): string => instructions.find(([one]) => one === name)?.[1] ?? '';

    test('takes one file of the folder into the image, and runs as a user without rights', () => {
        const names = instructions.map(([name]) => name);
        expect(argumentOf('COPY')).toBe('out/crmmap-*.tgz /tmp/crmmap.tgz');
        expect(readFileSync('.dockerignore', 'utf8')).toContain('!out/crmmap-*.tgz');
        expect(argumentOf('USER')).toBe('node');
        expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
        expect(names.indexOf('USER')).toBeLessThan(names.indexOf('ENTRYPOINT'));
    });

    test('installs without a network a program that checks the working folder', () => {
        const [install = ''] = argumentOf('RUN').split(' && ');
        expect(install).toMatch(/^npm install --global --offline .* \/tmp\/crmmap\.tgz$/);
        const prefix = scratchFolder();
        const env = { npm_config_prefix: prefix, npm_config_cache: path.join(prefix, 'cache') };
        expect(runScript(install.replace('/tmp/crmmap.tgz', packageFile), prefix, env, scratchFolder())).toMatchObject({ status: 0 });
        const words = [argumentOf('ENTRYPOINT'), argumentOf('CMD')].flatMap((list) => JSON.parse(list) as string[]);
        const bin = process.platform === 'win32' ? prefix : path.join(prefix, 'bin');
        expect(existsSync(path.join(bin, words[0] ?? ''))).toBe(true);
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const inImage = { PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}` };
        expect(runScript(words.join(' '), folder, inImage, scratchFolder()).status).toBe(0);
        writeFileSync(path.join(folder, 'shop.crmmap'), broken);
        expect(runScript(words.join(' '), folder, inImage, scratchFolder()).status).toBe(1);
    });
});
