import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { largestFile } from '../../language/parser/bounds.ts';
import { failureText } from './failure-text.ts';

/** The text of a map, or a sentence without the file's name that says why it cannot be used. */
export type ReadMap = { readonly text: string } | { readonly problem: string };

/** Reads a map file, without a byte order mark. */
export function readMap(path: string): ReadMap {
    const read = readWholeMap(path);
    return 'text' in read ? { text: read.text.replace(/^\uFEFF/, '') } : read;
}

/** Reads a map file with all that stands in it. */
export function readWholeMap(path: string): ReadMap {
    let descriptor: number | undefined;
    try {
        // Opening a pipe would wait for somebody to write into it.
        descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const stats = fstatSync(descriptor);
        if (!stats.isFile()) return { problem: 'is no file.' };
        return stats.size > largestFile ? tooLarge(stats.size) : mapText(readFileSync(descriptor));
    } catch (error) {
        return { problem: `cannot be read: ${failureText(error)}` };
    } finally {
        if (descriptor !== undefined) closeSync(descriptor);
    }
}

/** The text that bytes stand for. */
export function mapText(bytes: Buffer): ReadMap {
    if (bytes.length > largestFile) return tooLarge(bytes.length);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { problem: 'is not UTF-8 text. Save it as UTF-8.' };
}

function tooLarge(size: number): ReadMap {
    return { problem: `is too large: ${(size / 1_000_000).toFixed(1)} MB. A map file may have 5 MB; split it, and use import.` };
}
