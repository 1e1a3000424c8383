import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { patience } from '../cli/program.ts';
import { entriesAt, textAt, type Yaml } from './yaml.ts';

/** An annotation as GitHub would show it. */
export interface Annotation {
    readonly level: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly message: string;
}

export interface StepsOutcome {
    readonly status: number;
    readonly log: string;
    readonly annotations: readonly Annotation[];
    /** What the steps wrote into `$GITHUB_OUTPUT`. */
    readonly outputs: Readonly<Record<string, string>>;
}

export interface Job {
    /** The folder of the repository. */
    readonly workspace: string;
    /** A folder outside of it, gone after the run. */
    readonly temporary: string;
    /** What stands for `${{ … }}`, such as `inputs.paths`. */
    readonly expressions?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
}

/** Runs a script with bash as GitHub's runner does. */
export function runScript(script: string, cwd: string, env: Readonly<Record<string, string | undefined>>, temporary: string): { status: number; log: string } {
    mkdirSync(temporary, { recursive: true });
    const file = path.join(temporary, 'step.sh');
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
        cwd,
        env: { ...bareEnvironment(), ...env },
        encoding: 'utf8',
        timeout: patience,
    });
    return { status: status ?? -1, log: stdout + stderr };
}

/** Node and npm of this test, no network, no colours, and nothing of a runner that this test may run on. */
function bareEnvironment(): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([name]) => !/^(?:GITHUB_|RUNNER_|NO_COLOR$|FORCE_COLOR$|npm_)/.test(name));
    const node = path.dirname(process.execPath);
    return { ...Object.fromEntries(kept), PATH: `${node}${path.delimiter}${process.env['PATH'] ?? ''}`, npm_config_offline: 'true' };
}

/** Runs the steps that are scripts, one after the other until one fails. */
export function runSteps(steps: readonly Yaml[], { workspace, temporary, expressions = {}, env = {} }: Job): StepsOutcome {
    mkdirSync(temporary, { recursive: true });
    const outputFile = path.join(temporary, 'output');
    let log = '';
    let status = 0;
    for (const step of steps) {
        if (textAt(step, 'run') === '') continue;
        const own = entriesAt(step, 'env').map(([name, value]) => [name, filled(String(value), expressions)] as const);
        const cwd = path.join(workspace, filled(textAt(step, 'working-directory') || '.', expressions));
        const runner = { RUNNER_TEMP: temporary, GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: outputFile, npm_config_cache: path.join(temporary, 'npm-cache') };
        const outcome = runScript(filled(textAt(step, 'run'), expressions), cwd, { ...runner, ...env, ...Object.fromEntries(own) }, temporary);
        log += outcome.log;
        status = outcome.status;
        if (status !== 0) break;
    }
    const lines = existsSync(outputFile) ? readFileSync(outputFile, 'utf8').trim().split('\n') : [];
    const outputs = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    return { status, log, annotations: annotationsIn(log), outputs };
}

function filled(text: string, expressions: Readonly<Record<string, string>>): string {
    return text.replaceAll(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
        const value = expressions[name];
        if (value === undefined) throw new Error(`Nothing stands for ${name}`);
        return value;
    });
}

function annotationsIn(log: string): Annotation[] {
    const found: Annotation[] = [];
    let resumeAt: string | undefined;
    for (const line of log.split('\n')) {
        const [, level = '', list = '', message = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
        if (resumeAt !== undefined) {
            if (line === resumeAt) resumeAt = undefined;
        } else if (level === 'stop-commands') resumeAt = `::${message}::`;
        else if (level !== '') found.push({ level, properties: propertiesOf(list), message });
    }
    return found;
}

function propertiesOf(list: string): Record<string, string> {
    return Object.fromEntries(list.split(',').flatMap((one) => (one.includes('=') ? [[one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]] : [])));
}
