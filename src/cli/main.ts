import { realpathSync } from 'node:fs';
import module from 'node:module';
import { version } from '../../package.json';
import type { Host } from './host.ts';
import { addObjectGroupBy } from './object-group-by.ts';

addObjectGroupBy();
// Only what is imported after this line is kept compiled, so the program itself stands in a module of its own.
module.enableCompileCache?.();

/** A reader that went away, as in `crmmap check | head`, is no failure; the exit status still says what was found. */
function onWriteError(error: NodeJS.ErrnoException): void {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(`crmmap: cannot write the result: ${error.message}\n`);
}

function wantsColour(): boolean {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    return process.stdout.isTTY === true && TERM !== 'dumb';
}

/** Without this, Node would exit with 1, which says that maps have errors. */
function onFault(error: unknown): void {
    process.exitCode = 2;
    process.stderr.write(`crmmap: ${error instanceof Error ? error.message : String(error)}\n`);
}

async function main(): Promise<void> {
    const host: Host = {
        cwd: realpathSync(process.cwd()),
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        colour: wantsColour(),
    };
    const { run } = await import('./run.ts');
    const status = await run(process.argv.slice(2), host, version);
    process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
}

process.stdout.on('error', onWriteError);
process.stderr.on('error', () => undefined);
process.on('uncaughtException', onFault);
await main().catch(onFault);
