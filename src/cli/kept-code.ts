import { isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/** A sum of what follows, how much was compiled when it was kept, and room for V8's wish that it begins at a multiple of 16. */
const headLength = 16;
/** Bytes that are compiled anew before all is kept once more. */
const worthKeeping = 64_000;
/** How often that is looked for: to count what is compiled takes a while itself. */
const lookAgain = 1 / 8;
/** Milliseconds after which what is half written is taken to be left over. */
const longestWriting = 60_000;

/**
 * Loads CommonJS scripts and keeps what V8 has compiled of them. Node's own cache keeps what stands at the top of a module; this one
 * also keeps the functions inside that were called, which is most of what a short run has to compile.
 */
export class KeptCode {
    private readonly use: string;
    private readonly folder: string | undefined;
    private readonly scripts = new Map<string, { readonly script: Script; readonly isNew: boolean }>();
    /** How much was compiled when the least of what was loaded was kept. */
    private known = Number.POSITIVE_INFINITY;

    /** @param use what the code is kept apart for, so that none reads what others need; nothing is kept for none */
    constructor(use: string | undefined) {
        this.use = use ?? '';
        this.folder = use === undefined ? undefined : keepingFolder();
    }

    /** What a script exports; scripts that it requires by a path are loaded the same way. */
    load(path: string): unknown {
        const bytes = readFileSync(path);
        const place = this.folder === undefined ? undefined : join(this.folder, placeName(this.use, path, bytes));
        const kept = place === undefined ? undefined : readKept(place);
        const source = `(function (exports, require, module, __filename, __dirname) {${bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')}\n})`;
        const script = new Script(source, { filename: path, ...(kept ? { cachedData: kept.data } : {}) });
        this.known = Math.min(this.known, kept && script.cachedDataRejected === false ? kept.compiled : 0);
        if (place !== undefined) this.scripts.set(place, { script, isNew: kept === undefined });
        const loaded = { exports: {} };
        const fromNode = createRequire(path);
        const require = (name: string): unknown => (name.startsWith('./') ? this.load(resolve(dirname(path), name)) : fromNode(name));
        const run = script.runInThisContext() as (...means: unknown[]) => void;
        run.call(loaded.exports, loaded.exports, require, loaded, path, dirname(path));
        return loaded.exports;
    }

    /** Keeps what has been compiled, where it is notably more than was kept before. A folder that cannot be written is left alone. */
    keep(): void {
        if (this.scripts.size === 0 || (this.known > 0 && Math.random() > lookAgain)) return;
        const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
        if (compiled < this.known + worthKeeping) return;
        for (const [place, { script, isNew }] of this.scripts) {
            // Meanwhile a thread may have kept more.
            if (!isNew || (readKept(place)?.compiled ?? 0) <= compiled) writeKept(place, script, compiled);
        }
    }
}

/** A folder of this user alone, where Node keeps its own code, as far as it does. */
function keepingFolder(): string | undefined {
    const { directory } = module.enableCompileCache?.() ?? {};
    if (directory === undefined) return undefined;
    const user = process.getuid?.();
    const folder = join(directory, `crmmap${user === undefined ? '' : `-${user}`}`);
    try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return isOwn(lstatSync(folder)) ? folder : undefined;
    } catch {
        return undefined;
    }
}

/** Whether nobody else can have written it. Windows has a folder for such things for each user. */
function isOwn({ uid, mode }: Stats): boolean {
    const user = process.getuid?.();
    return user === undefined || (uid === user && (mode & 0o22) === 0);
}

/** V8 notices another version of itself, but neither another processor nor another script of the same length. */
function placeName(use: string, path: string, source: Buffer): string {
    return `${basename(path)}-${use}-${process.version}-${process.arch}-${zlib.crc32(source).toString(16)}`;
}

function readKept(place: string): { readonly compiled: number; readonly data: Buffer } | undefined {
    let file: number | undefined;
    try {
        file = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
        // The folder may have been another one when it was looked at.
        if (!isOwn(fstatSync(file))) return undefined;
        const bytes = readFileSync(file);
        const data = bytes.subarray(headLength);
        return bytes.length > headLength && bytes.readUInt32LE(0) === zlib.crc32(data) ? { compiled: bytes.readUInt32LE(4), data } : undefined;
    } catch {
        return undefined;
    } finally {
        if (file !== undefined) closeSync(file);
    }
}

/** Never throws. Nothing is compiled for a folder that takes nothing. */
function writeKept(place: string, script: Script, compiled: number): void {
    const temporary = `${place}.tmp`;
    const file = openNew(temporary);
    if (file === undefined) return;
    try {
        try {
            const data = script.createCachedData();
            const head = Buffer.alloc(headLength);
            head.writeUInt32LE(zlib.crc32(data), 0);
            head.writeUInt32LE(compiled, 4);
            writeFileSync(file, Buffer.concat([head, data]));
        } finally {
            closeSync(file);
        }
        renameSync(temporary, place);
    } catch {
        remove(temporary);
    }
}

/** Opens a file that another thread or process is not writing. What one that was ended has left over is taken away, for a later run. */
function openNew(path: string): number | undefined {
    try {
        return openSync(path, 'wx', 0o600);
    } catch {
        if (isLeftOver(path)) remove(path);
        return undefined;
    }
}

function isLeftOver(path: string): boolean {
    try {
        return Date.now() - lstatSync(path).mtimeMs > longestWriting;
    } catch {
        return false;
    }
}

function remove(path: string): void {
    try {
        rmSync(path, { force: true });
    } catch {
        // It stays, and no run is the worse for it.
    }
}
