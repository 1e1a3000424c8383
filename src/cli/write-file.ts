import {
    chmodSync,
    closeSync,
    constants,
    existsSync,
    lstatSync,
    mkdirSync,
    openSync,
    readFileSync,
    readlinkSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a whole file or nothing: to a temporary file beside it, which is then renamed. Folders are made. A file that holds the
 * content already is not touched. A signal that would end the process does so afterwards, so that no temporary file stays. A link stays,
 * and what it leads to is written. A device or a pipe is written into.
 *
 * @param within a folder that the file must not leave: files that many may have put links among, as in a repository, are written only
 *     below it, and a link in the file's own place is replaced
 * @returns whether the file was written
 * @throws what the file system says
 */
export async function writeFile(path: string, content: string | Uint8Array, within?: string): Promise<boolean> {
    const replacesLink = within !== undefined && isLink(path);
    if (!replacesLink && holds(path, content)) return false;
    if (within !== undefined) stayWithin(within, dirname(path));
    // A pipe may wait for its reader, and a signal must end that; nothing is left behind there.
    if (!replacesLink && isDevice(path)) {
        writeInto(path, content);
        return true;
    }
    const target = replacesLink ? path : targetOf(path);
    const end = (signal: NodeJS.Signals): void => {
        for (const ending of endings) process.off(ending, end);
        process.kill(process.pid, signal);
    };
    for (const ending of endings) process.on(ending, end);
    try {
        makeFolder(dirname(target));
        replace(target, content);
    } finally {
        // A signal that came meanwhile is delivered in the next turn.
        await new Promise((resolve) => setImmediate(resolve));
        for (const ending of endings) process.off(ending, end);
    }
    return true;
}

function isLink(path: string): boolean {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** @throws an Error where links lead a folder, or what there is of it, out of another */
function stayWithin(root: string, folder: string): void {
    if (!existsSync(root)) return;
    let existing = folder;
    while (!existsSync(existing)) existing = dirname(existing);
    const way = relative(realpathSync(root), realpathSync(existing));
    const above = relative(root, existing).startsWith('..');
    if (!above && (way.startsWith('..') || isAbsolute(way))) throw new Error('a link leads out of the output folder.');
}

/** Whether something that is neither a file nor a folder stands there. */
function isDevice(path: string): boolean {
    try {
        const stats = statSync(path);
        return !stats.isFile() && !stats.isDirectory();
    } catch {
        return false;
    }
}

function writeInto(device: string, content: string | Uint8Array): void {
    const descriptor = openSync(device, constants.O_WRONLY);
    try {
        writeFileSync(descriptor, content);
    } finally {
        closeSync(descriptor);
    }
}

/** Where the links of a path lead, also where nothing stands there yet. */
function targetOf(path: string): string {
    try {
        return realpathSync(path);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return isLink(path) ? targetOf(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

/** Makes a folder and those above it, one by one: where a folder stays missing, as in /proc, Node's own way of doing so never ends. */
function makeFolder(folder: string): void {
    const isFolder = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder()) return;
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    try {
        mkdirSync(folder);
    } catch (error) {
        // Somebody else may have made it meanwhile.
        if (isFolder()) return;
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error('no folder can be made there.', { cause: error });
        throw error;
    }
}

function replace(path: string, content: string | Uint8Array): void {
    const temporary = temporaryBeside(path, content);
    try {
        renameSync(temporary, path);
    } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
    }
}

/** A new file beside another one, with the rights of that one if it is there. */
function temporaryBeside(path: string, content: string | Uint8Array): string {
    const old = lstatSync(path, { throwIfNoEntry: false });
    for (let attempt = 0; ; attempt++) {
        const temporary = join(dirname(path), `.crmmap-${process.pid}-${attempt}.tmp`);
        try {
            writeFileSync(temporary, content, { flag: 'wx' });
            if (old?.isFile()) chmodSync(temporary, old.mode & 0o777);
            return temporary;
        } catch (error) {
            const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
            if (!exists) rmSync(temporary, { force: true });
            if (!exists || attempt >= 99) throw error;
        }
    }
}

/** Whether a file holds exactly this. */
export function holds(path: string, content: string | Uint8Array): boolean {
    try {
        return statSync(path).isFile() && readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content);
    } catch {
        return false;
    }
}
