import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserProgram } from '../vscode/host/chromium.ts';
import { elkGraphOf } from './elk-graph.ts';
import type { Peers } from './peers/install.ts';
import { type ProcessRun, runProcess } from './process-run.ts';
import { journeyTexts, landscapeTexts } from './same-content.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is measured: each runs as a whole process, and may be run any number of times. */
export type Programs = ReadonlyMap<string, () => ProcessRun>;

/** Ours on maps that are written into the folder. */
export async function ourPrograms(folder: string, maps: number): Promise<Programs> {
    const cli = path.join(root, 'dist/cli.js');
    const { crmmap } = landscapeTexts(50, 90);
    write(folder, 'one/map.crmmap', crmmap);
    write(folder, 'journey/map.crmmap', journeyTexts(6, 5).crmmap);
    for (let seed = 1; seed <= maps; seed += 1) write(folder, `many/m${seed}.crmmap`, landscapeTexts(20, 30, seed).crmmap);
    const run =
        (place: string, ...args: string[]) =>
        (): ProcessRun => {
            rmSync(path.join(folder, place, 'out'), { recursive: true, force: true });
            return runProcess([cli, ...args], path.join(folder, place), folder);
        };
    const graph = JSON.stringify(await elkGraphOf(crmmap));
    const bare = write(
        folder,
        'bare.mjs',
        `import ELK from ${JSON.stringify(pathToFileURL(path.join(root, 'node_modules/elkjs/lib/elk.bundled.js')).href)};\nawait new ELK().layout(${graph});\n`,
    );
    return new Map([
        ['check, 50 systems', run('one', 'check')],
        ['export, 50 systems', run('one', 'export')],
        ['export, a journey', run('journey', 'export')],
        ['bare elkjs, the same graph', () => runProcess([bare], folder, folder)],
        ['export, many maps, 1 job', run('many', 'export', '--jobs', '1')],
        ['export, many maps, 2 jobs', run('many', 'export', '--jobs', '2')],
        ['export, many maps, kept', run('many', 'export', '--cache', path.join(folder, 'kept'))],
    ]);
}

/** The peers on the same content. */
export function peerPrograms(folder: string, peers: Peers, browser: BrowserProgram): Programs {
    const { likec4, mermaid, d2 } = landscapeTexts(50, 90);
    write(folder, 'likec4/map.c4', likec4);
    const [flowchart, journey] = [write(folder, 'flowchart.mmd', mermaid), write(folder, 'journey.mmd', journeyTexts(6, 5).mermaid)];
    const settings = write(folder, 'puppeteer.json', JSON.stringify({ executablePath: browser.file, args: ['--no-sandbox', '--disable-gpu'] }));
    const draw = (from: string) => (): ProcessRun =>
        runProcess([peers.mermaid, '--quiet', '--puppeteerConfigFile', settings, '--input', from, '--output', `${from}.svg`], folder, folder, {
            ...process.env,
            ...browser.env,
        });
    const d2Script = write(
        folder,
        'd2.mjs',
        [
            `import { writeFileSync } from 'node:fs';\nimport { D2 } from ${JSON.stringify(peers.d2)};`,
            `const d2 = new D2();\nconst made = await d2.compile(${JSON.stringify(d2)}, { layout: 'elk' });`,
            `writeFileSync('d2.svg', await d2.render(made.diagram, made.renderOptions));\nprocess.exit(0);\n`,
        ].join('\n'),
    );
    return new Map([
        ['likec4 validate', () => runProcess([peers.likec4, 'validate', path.join(folder, 'likec4')], folder, folder)],
        ['mermaid-cli, flowchart', draw(flowchart)],
        ['mermaid-cli, journey', draw(journey)],
        ['d2, as a library', () => runProcess([d2Script], folder, folder)],
    ]);
}

function write(folder: string, name: string, text: string): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
}
