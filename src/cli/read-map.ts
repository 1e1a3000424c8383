import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { largestFile } from '../../language/parser/bounds.ts';
import { failureText } from './failure-text.ts';

/** The text of a map file, or a sentence without the file's name that says why it cannot be used. */
export function readMap(path: string): { readonly text: string } | { readonly problem: string } {
    let descriptor: number | undefined;
    try {
        // Opening a pipe would wait for somebody to write into it.
        descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const stats = fstatSync(descriptor);
        if (!stats.isFile()) return { problem: 'is no file.' };
        if (stats.size > largestFile)
            return { problem: `is too large: ${(stats.size / 1_000_000).toFixed(1)} MB. A map file may have 5 MB; split it, and use import.` };
        const bytes = readFileSync(descriptor);
        if (!isUtf8(bytes)) return { problem: 'is not UTF-8 text. Save it as UTF-8.' };
        return { text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
    } catch (error) {
        return { problem: `cannot be read: ${failureText(error)}` };
    } finally {
        if (descriptor !== undefined) closeSync(descriptor);
    }
}
