import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
/** What nobody asked for in so many days is removed. */
const keptDays = 30;

/**
 * Contents by key in a folder, which several processes may use at the same time: a content is written beside its place and then
 * renamed, and what is not whole when it is read is removed, as if it had never been there.
 */
export class ContentStore {
    private readonly folder: string;

    constructor(folder: string) {
        this.folder = folder;
    }

    has(key: string): boolean {
        return statSync(this.pathOf(key), { throwIfNoEntry: false })?.isFile() === true;
    }

    /** Nothing where there is none that is whole. */
    read(key: string): Buffer | undefined {
        const path = this.pathOf(key);
        let bytes: Buffer;
        try {
            bytes = readFileSync(path);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.remove(key);
            return undefined;
        }
        const content = bytes.subarray(sumLength);
        if (bytes.length < sumLength || !sumOf(key, content).equals(bytes.subarray(0, sumLength))) {
            this.remove(key);
            return undefined;
        }
        return content;
    }

    /** @throws what the file system says */
    write(key: string, content: Buffer): void {
        const path = this.pathOf(key);
        mkdirSync(dirname(path), { recursive: true });
        const temporary = `${path}.${randomUUID()}.tmp`;
        try {
            writeFileSync(temporary, Buffer.concat([sumOf(key, content), content]), { flag: 'wx' });
            renameSync(temporary, path);
        } catch (error) {
            rmSync(temporary, { force: true });
            throw error;
        }
    }

    remove(key: string): void {
        try {
            rmSync(this.pathOf(key), { force: true, recursive: true });
        } catch {
            // It is written over, or asked for in vain once more.
        }
    }

    /** Notes that a content is still of use; once a day is enough. */
    touch(key: string, now: number): void {
        const path = this.pathOf(key);
        try {
            if (now - statSync(path).mtimeMs > day) utimesSync(path, now / 1000, now / 1000);
        } catch {
            // A folder that cannot be written is still of use.
        }
    }

    /** Removes what nobody asked for in a long time, and what was left half written. */
    removeOld(now: number): void {
        try {
            for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
                const path = join(entry.parentPath, entry.name);
                if (!entry.isFile() || !/^[0-9a-f]{62}(\.[0-9a-f-]+\.tmp)?$/.test(entry.name)) continue;
                const age = now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);
                if (age > (entry.name.endsWith('.tmp') ? day : keptDays * day)) rmSync(path, { force: true });
            }
        } catch {
            // Another process may be at it as well.
        }
    }

    /** Keys are SHA-256 in hexadecimal digits. */
    private pathOf(key: string): string {
        return join(this.folder, key.slice(0, 2), key.slice(2));
    }
}

const sumLength = 32;

/** The key is a part of it, so that a content in the place of another one is noticed. */
function sumOf(key: string, content: Uint8Array): Buffer {
    return createHash('sha256').update(key).update('\n').update(content).digest();
}
