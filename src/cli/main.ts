import { realpathSync } from 'node:fs';
import { version } from '../../package.json';
import type { ExitStatus, Host } from './host.ts';
import { worst } from './host.ts';
import { run } from './run.ts';

function wantsColour(): boolean {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    return process.stdout.isTTY === true && TERM !== 'dumb';
}

/** The day of a moment, where this machine stands. */
function dayOf(moment: Date): string {
    const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
    return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

/** Runs the command line, and sees to it that whatever happens the exit status is one of the contract's: Node's own for a fault is 1. */
export function main(): void {
    // Until there is a result, and if there never is one.
    process.exitCode = 2;
    let done = false;
    let failed = false;
    const finish = (status: ExitStatus): void => {
        done = true;
        process.exitCode = worst(status, failed ? 2 : 0);
    };
    const fail = (message: string): void => {
        failed = true;
        process.stderr.write(`crmmap: ${message}\n`);
        process.exitCode = 2;
    };
    process.stderr.on('error', () => undefined);
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
        // A reader that went away, as in `crmmap check | head`, is no failure; the exit status still says what was found.
        if (error.code !== 'EPIPE') fail(`cannot write the result: ${error.message}`);
    });
    process.on('uncaughtException', (error) => fail(messageOf(error)));
    process.on('beforeExit', () => {
        if (!done && !failed) fail('stopped before it was done, by a fault of the program.');
    });
    runProcess().then(finish, (error: unknown) => fail(messageOf(error)));
}

async function runProcess(): Promise<ExitStatus> {
    const host: Host = {
        cwd: realpathSync(process.cwd()),
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        input: async () => Buffer.concat(await process.stdin.toArray()),
        today: () => dayOf(new Date()),
        version,
        colour: wantsColour(),
    };
    // Read just above. Node itself would complain on standard error where NO_COLOR is set as well.
    delete process.env['FORCE_COLOR'];
    return run(process.argv.slice(2), host);
}
