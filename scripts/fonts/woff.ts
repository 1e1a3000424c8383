import { inflateSync } from 'node:zlib';
import { type Tables } from '../../src/export/fonts/sfnt.ts';

/** The tables of a font in the first Web Open Font Format: each is packed by itself. */
export function readWoff(file: Buffer): Tables {
    if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.');
    const tables = new Map<string, Uint8Array>();
    for (let index = 0; index < file.readUInt16BE(12); index++) {
        const entry = 44 + 20 * index;
        const [at, packed, size] = [4, 8, 12].map((place) => file.readUInt32BE(entry + place)) as [number, number, number];
        const part = file.subarray(at, at + packed);
        tables.set(file.toString('latin1', entry, entry + 4), packed < size ? inflateSync(part) : part);
    }
    return tables;
}
