import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vsixManifest } from '../../scripts/package/vsix-manifest.ts';
import { crmmap } from '../cli/program.ts';
import { emptyFolder, packedTarball, packedVsix, scratchFolder } from './packages.ts';
import { runSteps, type StepsOutcome } from './runner.ts';
import { at, entriesAt, listAt, readYaml, textAt, type Yaml } from './yaml.ts';

const folder = '.github/workflows';
const sources = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);
const jobs = sources.flatMap(([file, source]) => entriesAt(readYaml(source)[0], 'jobs').map(([name, job]) => [`${file} ${name}`, job] as const));
const steps = jobs.flatMap(([, job]) => listAt(job, 'steps'));
const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; scripts: Record<string, string> };

function job(name: string): Yaml {
    const found = jobs.find(([known]) => known === name)?.[1];
    if (found === undefined) throw new Error(`There is no job ${name}`);
    return found;
}

function stepsNamed(name: string, ...titles: string[]): Yaml[] {
    const found = titles.flatMap((title) => listAt(job(name), 'steps').filter((step) => [textAt(step, 'name'), textAt(step, 'run')].includes(title)));
    expect(found).toHaveLength(titles.length);
    return found;
}

const store = emptyFolder();
const packages = path.join(store, 'packages');

beforeAll(() => {
    mkdirSync(packages);
    writeFileSync(path.join(packages, `crmmap-${version}.tgz`), packedTarball());
    writeFileSync(path.join(packages, `crmmap-${version}.vsix`), packedVsix());
});
afterAll(() => rmSync(store, { recursive: true, force: true }));

describe('the workflows', () => {
    test('take actions by the commit of a full version, which stands beside it', () => {
        const uses = sources.flatMap(([, source]) => [...source.matchAll(/uses: *(.*)/g)].map((match) => match[1] ?? ''));
        expect(uses.length).toBeGreaterThan(10);
        expect(uses.filter((use) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
        const pins = new Map<string, Set<string>>();
        for (const use of uses) pins.set(use.split('@')[0] ?? '', (pins.get(use.split('@')[0] ?? '') ?? new Set()).add(use));
        expect([...pins.values()].filter((versions) => versions.size > 1)).toEqual([]);
    });

    test('have no rights but those that a job asks for, and only the release may write', () => {
        for (const [file, source] of sources) {
            const [workflow] = readYaml(source);
            expect(['', 'contents: read']).toContain(
                entriesAt(workflow, 'permissions')
                    .map((entry) => entry.join(': '))
                    .join(),
            );
            expect(at(workflow, 'permissions'), file).toBeDefined();
        }
        const writing = jobs.flatMap(([name, one]) =>
            entriesAt(one, 'permissions').flatMap(([right, value]) => (value === 'write' ? [`${name} ${right}`] : [])),
        );
        expect(writing.sort()).toEqual([
            'release.yml github attestations',
            'release.yml github contents',
            'release.yml github id-token',
            'release.yml npm id-token',
        ]);
    });

    test('hold no secret, keep no token beside the code, and put nothing into a script that somebody else could have written', () => {
        expect(sources.filter(([, source]) => source.includes('secrets.'))).toEqual([]);
        const checkouts = steps.filter((step) => textAt(step, 'uses').startsWith('actions/checkout@'));
        expect(checkouts.filter((step) => textAt(step, 'with', 'persist-credentials') !== 'false')).toEqual([]);
        expect(steps.filter((step) => textAt(step, 'run').includes('${{'))).toEqual([]);
        expect(sources.filter(([, source]) => source.includes('pull_request_target'))).toEqual([]);
    });

    test('run scripts that there are, and stop a job that hangs', () => {
        const asked = steps.flatMap((step) => [...textAt(step, 'run').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''));
        expect(asked).toContain('package');
        expect(asked.filter((script) => !(script in scripts))).toEqual([]);
        expect(jobs.filter(([, one]) => !(Number(textAt(one, 'timeout-minutes')) > 0)).map(([name]) => name)).toEqual([]);
    });

    test('pass the tests on Linux, Windows and macOS, and use the package with each Node that it supports', () => {
        for (const name of ['ci.yml test', 'ci.yml install']) {
            const systems = listAt(job(name), 'strategy', 'matrix', 'os').map((os) => String(os).split('-')[0]);
            expect(systems).toEqual(['ubuntu', 'windows', 'macos']);
        }
        expect(listAt(job('ci.yml install'), 'strategy', 'matrix', 'node')).toEqual(['20', '22', '24', '26']);
        expect(textAt(job('ci.yml test'), 'env', 'CRMMAP_VSCODE')).toBe('electron');
        const [onLinux] = listAt(job('ci.yml test'), 'steps').filter((step) => textAt(step, 'run').startsWith('xvfb-run '));
        expect(textAt(onLinux, 'if')).toBe("runner.os == 'Linux'");
    });
});

describe('the steps of CI, run here', () => {
    test('install the package into an empty project, check the examples with it, and compare its pictures', () => {
        const workspace = scratchFolder();
        cpSync('examples/sketch.crmmap', path.join(workspace, 'examples/sketch.crmmap'));
        cpSync('package.json', path.join(workspace, 'package.json'));
        cpSync(packages, path.join(workspace, 'packages'), { recursive: true });
        const [draw] = stepsNamed('ci.yml package', 'Draw the pictures that every other Node and system must draw too');
        const words = textAt(draw, 'run').split(' ');
        expect(words.slice(0, 2)).toEqual(['node', 'dist/cli.js']);
        expect(
            crmmap(
                words.slice(2).map((word) => word.replace('out/pictures', 'packages/pictures')),
                { cwd: workspace },
            ).status,
        ).toBe(0);
        const install = listAt(job('ci.yml install'), 'steps');
        expect(runSteps(install, { workspace, temporary: scratchFolder() })).toMatchObject({ status: 0 });
        expect(existsSync(path.join(workspace, 'project/node_modules/crmmap/dist/cli.js'))).toBe(true);
        expect(existsSync(path.join(workspace, 'node_modules'))).toBe(false);

        const pictures = path.join(workspace, 'packages/pictures/examples');
        const [picture = ''] = readdirSync(pictures).filter((file) => file.endsWith('.png'));
        writeFileSync(path.join(pictures, picture), 'other bytes');
        expect(runSteps(install.slice(-1), { workspace, temporary: scratchFolder() })).toMatchObject({ status: 1, log: expect.stringContaining(picture) });
    });
});

describe('the steps of a release, run here', () => {
    function refuses(tag: string): StepsOutcome {
        const named = stepsNamed('release.yml build', 'Refuse a tag that is not the version of package.json');
        return runSteps(named, { workspace: '.', temporary: scratchFolder(), env: { GITHUB_REF_NAME: tag } });
    }

    test('refuse a tag that is not the version', () => {
        expect(refuses(`v${version}`).status).toBe(0);
        expect(refuses('v99.0.0')).toMatchObject({ status: 1, annotations: [{ message: expect.stringContaining(`package.json has ${version}`) }] });
    });

    test('say in both packages where they come from, as the provenance of npm asks', () => {
        const workspace = scratchFolder();
        cpSync('package.json', path.join(workspace, 'package.json'));
        const named = stepsNamed('release.yml build', 'Say in the packages where they come from');
        const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'somebody/crmmap' };
        expect(runSteps(named, { workspace, temporary: scratchFolder(), env })).toMatchObject({ status: 0 });
        const manifest = JSON.parse(readFileSync(path.join(workspace, 'package.json'), 'utf8')) as Parameters<typeof vsixManifest>[0];
        expect(manifest.repository).toEqual({ type: 'git', url: 'git+https://github.com/somebody/crmmap.git' });
        expect(vsixManifest(manifest, {})).toContain('Id="Microsoft.VisualStudio.Services.Links.Source" Value="https://github.com/somebody/crmmap.git"');
        expect(textAt(listAt(job('release.yml reproduce'), 'steps').at(-2), 'run')).toContain(textAt(named[0], 'run'));
    });

    test('write sums of both packages, by which a changed one is refused', () => {
        const workspace = scratchFolder();
        cpSync(packages, path.join(workspace, 'out'), { recursive: true });
        expect(runSteps(stepsNamed('release.yml build', 'Write the sums'), { workspace, temporary: scratchFolder() }).status).toBe(0);
        const published = path.join(workspace, 'out');
        expect(Object.keys(unzipSync(new Uint8Array(readFileSync(path.join(published, `crmmap-${version}.vsix`)))))).toContain('extension.vsixmanifest');
        const verify = stepsNamed('release.yml npm', 'sha256sum --check SHA256SUMS');
        expect(runSteps(verify, { workspace: published, temporary: scratchFolder() }).status).toBe(0);
        writeFileSync(path.join(published, `crmmap-${version}.tgz`), 'something else');
        expect(runSteps(verify, { workspace: published, temporary: scratchFolder() }).status).toBe(1);
    });

    test('publish with provenance, after the packages have been built again and compared', () => {
        expect(listAt(job('release.yml npm'), 'needs')).toEqual(['build', 'reproduce']);
        expect(listAt(job('release.yml github'), 'needs')).toEqual(['build', 'reproduce']);
        expect(textAt(listAt(job('release.yml npm'), 'steps').at(-1), 'run')).toMatch(/^npm publish \S+\.tgz --provenance /);
        const release = textAt(listAt(job('release.yml github'), 'steps').at(-1), 'run');
        expect(release).toContain('crmmap-*.vsix');
    });
});
