/**
 * How the server does on a workspace of 10,000 declarations, spoken to over stdio as an editor does. Run with `npm run bench:workspace`
 * after `npm run build`; `--maps 1` makes one map of it all, `--server <file>` measures another bundle,
 * `--only rename` makes only edits of that name, `--cpu-prof <folder>` profiles it.
 *
 * Bounds: ready within 3 s; keystroke to diagnostics and completion within 50 ms at the 95th percentile; 300 MB.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CompletionRequest } from 'vscode-languageserver/node';
import { BenchClient } from './bench-client.ts';
import { largeWorkspace } from './large-workspace.ts';

const { values } = parseArgs({
    options: {
        server: { type: 'string', default: 'dist/server.cjs' },
        maps: { type: 'string', default: '3' },
        rounds: { type: 'string', default: '12' },
        only: { type: 'string', default: '' },
        'cpu-prof': { type: 'string' },
    },
});
const rounds = Number(values.rounds);
const bounds = { ready: 3000, p95: 50, rss: 300 };

interface Sample {
    /** From the keystroke to what the language says of the edited file. */
    readonly language: number;
    /** To the last diagnostics of the edited file that changed for it, those of the rules too. */
    readonly file: number;
    /** To the last diagnostics of any file. */
    readonly all: number;
    /** What the server worked for it, in milliseconds of processor time. */
    readonly cpu: number;
}

const workspace = largeWorkspace({ maps: Number(values.maps) });
const profile = [...(process.env['BENCH_NODE']?.split(' ') ?? []), ...(values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [])];
const client = await BenchClient.start(path.resolve(values.server), workspace.files, profile);
const text = workspace.files.get(workspace.edited) ?? '';
const number = Number(/\d+/.exec(workspace.edited)?.[0]);
const uri = await client.open(workspace.edited, text);
await client.quiet(2000);
const readyCpu = client.worked();
const ready = (client.arrivals.at(-1)?.at ?? 0) - client.started;
const opened = (client.arrivals.find((arrival) => arrival.uri === uri)?.at ?? 0) - client.started;
const files = new Set(client.arrivals.map((arrival) => arrival.uri)).size;

/** Makes an edit, and waits until nothing more comes. */
async function edit(offset: number, length: number, inserted: string): Promise<Sample> {
    const from = client.arrivals.length;
    const worked = client.worked();
    const sent = performance.now();
    const version = await client.edit(uri, offset, length, inserted);
    const first = await client.diagnosed(uri, version, from);
    await client.quiet(300);
    const after = client.arrivals.slice(from);
    return {
        language: first.at - sent,
        file: (after.findLast((arrival) => arrival.uri === uri)?.at ?? 0) - sent,
        all: (after.at(-1)?.at ?? 0) - sent,
        cpu: client.worked() - worked,
    };
}

const find = (part: string): number => {
    const found = client.textOf(uri).indexOf(part);
    if (found < 0) throw new Error(`The edited file has no ${part}.`);
    return found;
};

const edits: Record<string, () => Promise<Sample[]>> = {
    // The name of the next declaration of the line moves, so that a rule's finding moves too.
    'typing in a string': async () => [await edit(find(`"  system lonely`), 0, 'x')],
    'a new line at the top': async () => [await edit(find('region r'), 0, '\n')],
    'renaming what others name': async () => {
        const at = find(`system s${number}x1 `) + `system s${number}x1`.length;
        return [await edit(at, 0, 'y'), await edit(at, 1, '')];
    },
    'adding a flow': async () => {
        const at = client.textOf(uri).length;
        const line = `s${number}x2 -> s${number}x7 "New" { timing manual }\n`;
        return [await edit(at, 0, line), await edit(at, line.length, '')];
    },
    'adding a system': async () => {
        const at = client.textOf(uri).length;
        return [await edit(at, 0, 'system added\n'), await edit(at, 'system added\n'.length, '')];
    },
    'breaking and mending a brace': async () => {
        const at =
            find(`system s${number}x3 `) +
            client
                .textOf(uri)
                .slice(find(`system s${number}x3 `))
                .indexOf('{');
        return [await edit(at, 1, ''), await edit(at, 0, '{')];
    },
};
const samples = new Map<string, Sample[]>();
for (const [name, run] of Object.entries(edits)) {
    if (!name.includes(values.only)) continue;
    await run();
    const found: Sample[] = [];
    for (let round = 0; round < rounds; round++) found.push(...(await run()));
    samples.set(name, found);
}

// Completion right after each keystroke, while a name is typed; the end of a new flow is all names that can be reached.
const completions: number[] = [];
const words = `\nflow added: s${number}x2 -> s${number}x`;
let end = client.textOf(uri).length;
for (let round = 0; round < (values.only === '' ? rounds : 1); round++) {
    end = client.textOf(uri).length;
    for (const char of words) {
        await client.edit(uri, client.textOf(uri).length, 0, char);
        const position = client.positionAt(uri, client.textOf(uri).length);
        const sent = performance.now();
        await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
        completions.push(performance.now() - sent);
        await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await client.edit(uri, end, words.length, '');
    await client.quiet(300);
}

// Someone types fast: a key each 60 ms, without waiting for anything.
const burst: number[] = [];
const waits: Promise<unknown>[] = [];
for (let key = 0; key < 60; key++) {
    const from = client.arrivals.length;
    const sent = performance.now();
    const version = await client.edit(uri, find(`"  system lonely`), 0, 'k');
    waits.push(client.diagnosed(uri, version, from).then((arrival) => burst.push(arrival.at - sent)));
    await new Promise((resolve) => setTimeout(resolve, 60));
}
await client.quiet(500);
await Promise.all(waits);

const memory = await client.stop();
const percentile = (all: readonly number[], share: number): number =>
    [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN;
const figures = (all: readonly number[]): { p50: number; p95: number } => ({ p50: Math.round(percentile(all, 0.5)), p95: Math.round(percentile(all, 0.95)) });
const all = [...samples.values()].flat();
const result = {
    workspace: { files: workspace.files.size, declarations: workspace.declarations, maps: Number(values.maps), editedLines: text.split('\n').length },
    ready: { openedFile: Math.round(opened), all: Math.round(ready), cpu: Math.round(readyCpu), filesWithDiagnostics: files },
    edits: Object.fromEntries([...samples].map(([name, found]) => [name, sorts(found)])),
    allEdits: sorts(all),
    completion: figures(completions),
    fastTyping: figures(burst),
    memory,
};

function sorts(found: readonly Sample[]): Record<keyof Sample, { p50: number; p95: number }> {
    return {
        language: figures(found.map((one) => one.language)),
        file: figures(found.map((one) => one.file)),
        all: figures(found.map((one) => one.all)),
        cpu: figures(found.map((one) => one.cpu)),
    };
}

const shown = ({ p50, p95 }: { p50: number; p95: number }): string => `${p50} / ${p95}`.padStart(12);
const row = (name: string, cells: readonly string[]): void => console.log(`${name.padEnd(32)}${cells.join('  ')}`);
console.log(
    `${result.workspace.declarations} declarations in ${result.workspace.files} files, ${result.workspace.maps} maps; ${result.workspace.editedLines} lines edited`,
);
console.log(
    `ready: the open file after ${result.ready.openedFile} ms, all ${files} files after ${result.ready.all} ms (bound ${bounds.ready}), ${Math.round(readyCpu)} ms of processor time`,
);
row(
    'ms, p50 / p95',
    ['language    ', 'with rules  ', 'all files   ', 'processor   '].map((head) => head.padStart(12)),
);
for (const [name, found] of Object.entries({ ...result.edits, 'all edits': result.allEdits }))
    row(name, [shown(found.language), shown(found.file), shown(found.all), shown(found.cpu)]);
row('completion after a keystroke', [shown(result.completion)]);
row('a key each 60 ms', [shown(result.fastTyping)]);
console.log(`memory: ${memory.rssPeak} MB at most, ${memory.rss} MB at the end, ${memory.heapUsed} MB of it live on the heap (bound ${bounds.rss})`);
mkdirSync('out/bench', { recursive: true });
writeFileSync('out/bench/workspace.json', `${JSON.stringify(result, undefined, 2)}\n`);
const within = ready <= bounds.ready && result.allEdits.file.p95 <= bounds.p95 && result.completion.p95 <= bounds.p95 && memory.rssPeak <= bounds.rss;
console.log(within ? 'Within all bounds.' : 'Over a bound.');
process.exitCode = within ? 0 : 1;
