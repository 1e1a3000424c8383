import { asset } from '../assets.ts';

/**
 * Stands for this build of the program, and for what its pictures take from Node: how Unicode divides a text into characters.
 *
 * @throws an Error when the program was not built as a whole
 */
export function programId(version: string): string {
    return `${version} ${asset('build-id').toString('utf8').trim()} unicode ${process.versions['unicode'] ?? ''}`;
}
