import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE_MS = 3000;

/**
 * Ends a process and everything it started, and waits until it is gone.
 * On Linux and macOS the process must have been started with `detached: true`, so that it leads a group of its own.
 */
export async function endProcessTree(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) {
        signalTree(child, 'SIGKILL');
        return;
    }
    const gone = once(child, 'exit');
    signalTree(child, 'SIGTERM');
    const impatience = setTimeout(() => signalTree(child, 'SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(impatience);
    signalTree(child, 'SIGKILL');
}

/** Sends a signal to a whole process tree at once; a tree that is already gone is no error. */
export function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') {
        spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-child.pid, signal);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}
