import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a whole file or nothing: to a temporary file beside it, which is then renamed. Folders are made. A file that holds the
 * text already is not touched. A signal that would end the process does so afterwards, so that no temporary file stays.
 *
 * @returns whether the file was written
 * @throws what the file system says
 */
export async function writeFile(path: string, text: string): Promise<boolean> {
    if (holds(path, text)) return false;
    const end = (signal: NodeJS.Signals): void => {
        for (const ending of endings) process.off(ending, end);
        process.kill(process.pid, signal);
    };
    for (const ending of endings) process.on(ending, end);
    try {
        mkdirSync(dirname(path), { recursive: true });
        replace(path, text);
    } finally {
        // A signal that came meanwhile is delivered in the next turn.
        await new Promise((resolve) => setImmediate(resolve));
        for (const ending of endings) process.off(ending, end);
    }
    return true;
}

function replace(path: string, text: string): void {
    const temporary = temporaryBeside(path, text);
    try {
        renameSync(temporary, path);
    } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
    }
}

function temporaryBeside(path: string, text: string): string {
    for (let attempt = 0; ; attempt++) {
        const temporary = join(dirname(path), `.crmmap-${process.pid}-${attempt}.tmp`);
        try {
            writeFileSync(temporary, text, { flag: 'wx' });
            return temporary;
        } catch (error) {
            const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
            if (!exists) rmSync(temporary, { force: true });
            if (!exists || attempt >= 99) throw error;
        }
    }
}

/** Whether a file holds exactly this text. */
export function holds(path: string, text: string): boolean {
    try {
        return statSync(path).isFile() && readFileSync(path).equals(Buffer.from(text));
    } catch {
        return false;
    }
}
