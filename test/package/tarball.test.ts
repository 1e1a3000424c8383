import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
    createProtocolConnection,
    ExitNotification,
    InitializeRequest,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver/node';
import { builtFiles } from '../../scripts/package/contents.ts';
import { type Outcome, patience, soundMap } from '../cli/program.ts';
import { emptyFolder, filesOf, installOffline, packedTarball } from './packages.ts';

const project = emptyFolder();
const program = path.join(project, 'node_modules/crmmap/dist/cli.js');
let packed: Uint8Array = new Uint8Array();

beforeAll(() => {
    packed = packedTarball();
    writeFileSync(path.join(project, 'package.json'), '{ "name": "somebody", "private": true }\n');
    writeFileSync(path.join(project, 'shop.crmmap'), soundMap);
    installOffline(packed, project);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs the installed program, with no more of an environment than a bare machine has. */
function crmmap(...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: project,
        encoding: 'utf8',
        env: { PATH: '' },
        timeout: patience,
    });
    return { status, out: stdout, err: stderr };
}

describe('the npm package', () => {
    test('holds the bundles and assets that the command line needs, and no others', () => {
        const inDist = [...filesOf(packed).keys()].filter((file) => file.startsWith('dist/')).sort();
        expect(inDist).toEqual(builtFiles('.', ['dist/cli.js']));
    });

    test('holds no source and no test, but the licence, the notices and the schemas that the help names', () => {
        const files = [...filesOf(packed).keys()];
        expect(files.filter((file) => /^(?:src|test|scripts|language|examples|out)\/|\.(?:ts|map)$|\.vsix$/.test(file))).toEqual([]);
        expect(files).toEqual(
            expect.arrayContaining([
                'LICENSE',
                'README.md',
                'CHANGELOG.md',
                'THIRD-PARTY-NOTICES.md',
                'docs/check-result.schema.json',
                'docs/model.schema.json',
            ]),
        );
    });

    test('brings no other package along', () => {
        expect(readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['crmmap']);
    });

    test('puts the command where npm and npx look for it', () => {
        expect(existsSync(path.join(project, 'node_modules/.bin', process.platform === 'win32' ? 'crmmap.cmd' : 'crmmap'))).toBe(true);
        expect(crmmap('--version').out).toMatch(/^\d+\.\d+\.\d+/);
    });
});

describe('installed into an empty project, without a network', () => {
    test('check finds nothing in a sound map, and the mistake in another', () => {
        expect(crmmap('check', 'shop.crmmap')).toEqual({ status: 0, out: expect.any(String), err: '' });
        writeFileSync(path.join(project, 'broken.crmmap'), 'system shop\nshop -> crmm\n');
        const broken = crmmap('check', 'broken.crmmap', '--format', 'github');
        expect(broken.out).toContain('::error file=broken.crmmap,line=2');
        expect(broken.status).toBe(1);
    });

    test('export writes svg, png, pdf and html', () => {
        expect(crmmap('export', 'shop.crmmap', '--format', 'svg,png,pdf,html')).toMatchObject({ status: 0, err: '' });
        const beginning = (file: string): string => readFileSync(path.join(project, 'out', file)).toString('latin1', 0, 15);
        expect(beginning('shop.systems.svg')).toMatch(/^<svg /);
        expect(beginning('shop.systems.png')).toMatch(/^\u0089PNG/);
        expect(readdirSync(path.join(project, 'out')).sort()).toEqual(
            expect.arrayContaining(['shop.order.png', 'shop.order.svg', 'shop.systems.png', 'shop.systems.svg']),
        );
        const others = readdirSync(path.join(project, 'out')).filter((file) => /\.(?:pdf|html)$/.test(file));
        expect(others.map(beginning)).toEqual(expect.arrayContaining([expect.stringMatching(/^%PDF-/), expect.stringMatching(/^<!doctype html>/i)]));
    });

    test('export draws the same on two threads', () => {
        writeFileSync(path.join(project, 'other.crmmap'), soundMap.replace('"Shop"', '"Other"'));
        const maps = ['shop.crmmap', 'other.crmmap'];
        expect(crmmap('export', ...maps, '--out', 'twice', '--jobs', '2')).toMatchObject({ status: 0, err: '' });
        expect(crmmap('export', ...maps, '--out', 'twice', '--jobs', '1', '--check')).toMatchObject({ status: 0, err: '' });
    });

    test('lsp answers an editor', async () => {
        const child = spawn(process.execPath, [program, 'lsp'], { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] });
        const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
        connection.listen();
        const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
            processId: process.pid,
            rootUri: pathToFileURL(project).href,
            capabilities: {},
        });
        expect(capabilities.completionProvider).toBeDefined();
        await connection.sendRequest(ShutdownRequest.type);
        await connection.sendNotification(ExitNotification.type);
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    test('explain knows the rules, and init writes a map that check accepts', () => {
        expect(crmmap('explain', 'LNG010').out).toMatch(/^LNG010 error: /);
        expect(crmmap('init', 'fresh').status).toBe(0);
        expect(crmmap('check', 'fresh').status).toBe(0);
    });
});
