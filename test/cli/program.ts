import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { version } from '../../package.json';
import type { Host } from '../../src/cli/host.ts';

/** The bundled command line; another one, such as that of an installed package, where CRMMAP_CLI names it. */
export const program = path.resolve(process.env['CRMMAP_CLI'] ?? 'dist/cli.js');

/** Milliseconds after which what has not ended is taken to hang, also on a machine that does much else. */
export const patience = 240_000;

export interface Outcome {
    readonly status: number | null;
    readonly out: string;
    readonly err: string;
}

export interface Place {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** A Node other than the one that runs the tests. */
    readonly node?: string;
}

/** Runs `crmmap` with these arguments as a process of its own, and waits for it. */
export function crmmap(args: readonly string[], { cwd = '.', env = {}, node = process.execPath }: Place = {}): Outcome {
    const { status, stdout, stderr }: SpawnSyncReturns<string> = spawnSync(node, [program, ...args], {
        cwd,
        env: plainEnvironment(env),
        encoding: 'utf8',
        timeout: patience,
    });
    return { status, out: stdout, err: stderr };
}

/**
 * Runs the built `crmmap` in this process, which is warm from the second time on. For what is not about the process itself: signals,
 * threads, colours, and what becomes of its streams.
 */
export async function crmmapHere(args: readonly string[], { cwd = '.' }: Pick<Place, 'cwd'> = {}): Promise<Outcome> {
    const { run } = await built();
    let [out, err] = ['', ''];
    const host: Host = {
        cwd: realpathSync(cwd),
        out: (text) => void (out += text),
        err: (text) => void (err += text),
        input: () => Promise.reject(new Error('There is no standard input here.')),
        today: () => new Date().toLocaleDateString('sv'),
        version,
        colour: false,
    };
    return { status: await run(args, host), out, err };
}

/** The bundle that the program's process loads. */
async function built(): Promise<typeof import('../../src/cli/program.ts')> {
    return (await import(pathToFileURL(path.join(path.dirname(program), 'cli/program.cjs')).href)) as typeof import('../../src/cli/program.ts');
}

/** Starts `crmmap` without waiting for it. */
export function startCrmmap(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof spawn> {
    return spawn(process.execPath, [program, ...args], { cwd, env: plainEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the test runner sets would colour the output. */
function plainEnvironment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
    return { ...rest, ...env };
}

/** A folder with these files in it, that is gone when the test ends. A text may be bytes. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'crmmap-test-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    addFiles(folder, files);
    return folder;
}

/** Puts files into a folder, each at once as a whole, so that nobody who watches it sees one that is empty or half. */
export function addFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(`${file}~`, text);
        renameSync(`${file}~`, file);
    }
}

/** A map in which neither the language nor a rule finds anything: two systems and a journey, two views that have pictures. */
export const soundMap = `map "Shop" { currency EUR rules { GOV004 off } } team it "IT" { function it } metric orders "Orders" { baseline 10 target 20 source "orders.csv" }
persona ana "Ana"
channel web "Web" online
system shop "Web shop" { owner it }
system crm "CRM" { owner it }
flow people: shop -> crm "New customers" { timing event volume 10 per day errors alert it }
journey first "First order" {
  persona ana
  stage find "Find" { objective "Find what fits" metric orders
    touchpoint look "Looks" { channel web frontstage shop emotion +1 }
    touchpoint buy "Buys" { channel web frontstage shop emotion +2 evidence survey 2026-06-12 "Nine of ten smiled" }
  }
}
view systems "Systems" as landscape
view order "First order" as journey of first
`;

/** Maps that take a second or more each to be drawn. */
export function slowMaps(count: number): Record<string, string> {
    const systems = Array.from({ length: 90 }, (_, index) => `system s${index}\n`).join('');
    const flows = Array.from({ length: 200 }, (_, index) => `s${index % 90} -> s${(index * 7 + 3) % 90} "Data ${index}"\n`).join('');
    return Object.fromEntries(Array.from({ length: count }, (_, index) => [`slow${index}.crmmap`, systems + flows]));
}
