import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFiles, crmmap, soundMap } from '../cli/program.ts';
import { emptyFolder, packedTarball, scratchFolder } from './packages.ts';
import { type Job, runSteps, type StepsOutcome } from './runner.ts';
import { entriesAt, listAt, readYaml, textAt } from './yaml.ts';

const [action] = readYaml(readFileSync('action.yml', 'utf8'));
const steps = listAt(action, 'runs', 'steps');
const store = emptyFolder();
const packageFile = path.join(store, 'crmmap.tgz');

const installed = path.join(store, 'runner');

beforeAll(() => {
    writeFileSync(packageFile, packedTarball());
    expect(runSteps(steps.slice(0, 1), { workspace: store, temporary: installed, expressions: { 'inputs.package': packageFile } }).status).toBe(0);
});
afterAll(() => rmSync(store, { recursive: true, force: true }));

/** Uses the action in a repository, as a workflow would: `with:` holds what is given, the defaults the rest. */
function use(inputs: Readonly<Record<string, string>>, workspace: string, env: Job['env'] = {}): StepsOutcome {
    return runSteps(steps, { workspace, temporary: scratchFolder(), expressions: expressionsOf(inputs), env });
}

/** The same, after the step that installs the package. */
function check(inputs: Readonly<Record<string, string>>, workspace: string): StepsOutcome {
    rmSync(path.join(installed, 'output'), { force: true });
    return runSteps(steps.slice(1), { workspace, temporary: installed, expressions: expressionsOf(inputs) });
}

function expressionsOf(inputs: Readonly<Record<string, string>>): Record<string, string> {
    const known = entriesAt(action, 'inputs');
    const unknown = Object.keys(inputs).filter((name) => !known.some(([one]) => one === name));
    if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join()}`);
    const values = Object.fromEntries(known.map(([name, input]) => [`inputs.${name}`, inputs[name] ?? textAt(input, 'default')]));
    return { ...values, 'inputs.package': inputs['package'] ?? packageFile };
}

function repository(files: Readonly<Record<string, string>>): string {
    const folder = scratchFolder();
    addFiles(folder, files);
    return folder;
}

const broken = 'system shop\nshop -> crmm\n';

describe('the GitHub Action', () => {
    test('says of every input what it is for, and puts no input into a script, where it could be run', () => {
        for (const [, input] of entriesAt(action, 'inputs')) expect(textAt(input, 'description')).toMatch(/\.$/);
        expect(steps.map((step) => textAt(step, 'shell'))).toEqual(['bash', 'bash']);
        expect(steps.filter((step) => textAt(step, 'run').includes('${{'))).toEqual([]);
        const used = steps.flatMap((step) => entriesAt(step, 'env').map(([, value]) => String(value).replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, '$1')));
        expect(used.sort()).toEqual(
            entriesAt(action, 'inputs')
                .map(([name]) => name)
                .sort(),
        );
    });

    test('passes where nothing is found, without an annotation', () => {
        const outcome = use({}, repository({ 'maps/shop.crmmap': soundMap }));
        expect({ status: outcome.status, annotations: outcome.annotations }).toEqual({ status: 0, annotations: [] });
    });

    test('fails where a map has a mistake, with the mistake on its line', () => {
        const { status, annotations } = check({}, repository({ 'maps/shop.crmmap': soundMap, 'maps/broken.crmmap': broken }));
        expect(status).toBe(1);
        const [error] = annotations.filter(({ level }) => level === 'error');
        expect(error?.properties).toMatchObject({ file: 'maps/broken.crmmap', line: '2', title: 'LNG010' });
    });

    test('checks the paths that it is given, one a line, with spaces in them', () => {
        const folder = repository({ 'a map.crmmap': soundMap, 'b.crmmap': soundMap, 'broken.crmmap': broken });
        expect(check({ paths: 'a map.crmmap\nb.crmmap\n' }, folder).status).toBe(0);
        expect(check({ paths: '*.crmmap' }, folder).status).toBe(1);
    });

    test('lets warnings fail where max-warnings says so', () => {
        const folder = repository({ 'a.crmmap': 'system shop\nsystem crm\nshop -> crm\n' });
        const lenient = check({}, folder);
        expect(lenient.annotations.some(({ level }) => level === 'warning')).toBe(true);
        expect(lenient.status).toBe(0);
        expect(check({ 'max-warnings': '0' }, folder).status).toBe(1);
    });

    test('writes SARIF too, also where there are mistakes, and says where', () => {
        const folder = repository({ 'broken.crmmap': broken });
        const { status, outputs } = check({ sarif: 'crmmap.sarif' }, folder);
        expect({ status, outputs }).toEqual({ status: 1, outputs: { sarif: 'crmmap.sarif' } });
        const { runs } = JSON.parse(readFileSync(path.join(folder, 'crmmap.sarif'), 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
        expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('LNG010');
    });

    test('proves that pictures are current, and says when they are not', () => {
        const folder = repository({ 'shop.crmmap': soundMap });
        const inputs = { pictures: 'docs/maps', 'pictures-format': 'svg,markdown', today: '2026-11-01', cache: '.drawn' };
        crmmap(['export', '--out', 'docs/maps', '--format', 'svg,markdown', '--today', '2026-11-01'], { cwd: folder });
        expect(use(inputs, folder)).toMatchObject({ status: 0, annotations: [] });
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('Web shop', 'Net shop'));
        const { status, annotations, log } = use(inputs, folder);
        expect(status).toBe(1);
        expect(log).toContain('docs/maps/shop.systems.svg');
        expect(annotations.map(({ message }) => message)).toEqual([expect.stringMatching(/^The pictures are not what the maps say now/)]);
    });

    test('runs nothing that stands in an input or in the name of a file, and shows no annotation that a name makes up', () => {
        const name = '$(touch pwned)`touch pwned`.crmmap';
        const folder = repository({ [name]: soundMap, '::error::made up.crmmap': soundMap });
        const { annotations } = check({ pictures: '.', 'max-warnings': '0; touch pwned', paths: `${name}\n::error::made up.crmmap\n--output=pwned` }, folder);
        expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
        expect(annotations.filter(({ message }) => message.startsWith('made up'))).toEqual([]);
    });

    test('asks for a newer Node where the runner has an old one', () => {
        const old = scratchFolder();
        writeFileSync(path.join(old, 'node'), '#!/bin/sh\necho 18\n');
        chmodSync(path.join(old, 'node'), 0o755);
        const { status, annotations } = use({}, repository({ 'a.crmmap': soundMap }), { PATH: `${old}${path.delimiter}${process.env['PATH'] ?? ''}` });
        expect(status).toBe(2);
        expect(annotations.map(({ message }) => message)).toEqual(['CRM Map needs Node 20 or newer. Put actions/setup-node before this step.']);
    });

    test('fails where the package cannot be had, instead of passing without a check', () => {
        expect(use({ package: './none.tgz' }, repository({ 'a.crmmap': soundMap })).status).not.toBe(0);
    });

    test('installs a package that lies in the repository', () => {
        const folder = repository({ 'a.crmmap': soundMap });
        mkdirSync(path.join(folder, 'vendor'));
        writeFileSync(path.join(folder, 'vendor/crmmap.tgz'), readFileSync(packageFile));
        expect(use({ package: 'vendor/crmmap.tgz' }, folder).status).toBe(0);
    });
});
