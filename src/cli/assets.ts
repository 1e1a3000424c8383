import { readFileSync } from 'node:fs';

/** Where `dist/assets` is: from a bundle in `dist`, from one in `dist/cli`, and from the source. */
const ways = ['./assets/', '../assets/', '../../dist/assets/'];

/**
 * A file that is built beside the program, such as the script of a page.
 *
 * @throws an Error when it is missing
 */
export function asset(name: string): Buffer {
    for (const way of ways) {
        try {
            return readFileSync(new URL(way + name, import.meta.url));
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        }
    }
    throw new Error(`the file ${name} of the program is missing. Install crmmap again.`);
}
