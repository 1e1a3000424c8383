import { createHash } from 'node:crypto';
import type { DrawSettings } from '../export-settings.ts';
import type { Unit } from '../units.ts';

/**
 * Stands for all that the files of a unit depend on: the texts, their names and how they are found, what is asked for, and the program.
 *
 * @param program stands for this build of the program and what it takes from Node
 */
export function unitKey({ maps, files }: Unit, settings: DrawSettings, program: string): string {
    const places = new Map(files.map(({ address }, place) => [address, place]));
    const facts = {
        program,
        settings: { ...settings, fonts: settings.fonts.map(sha256) },
        // Neither the address nor the place among other maps has a say: the folder may move, and other maps may come.
        maps: maps.map(({ address, shown, named, own, config }) => ({ file: places.get(address), shown, named, own, config: config ?? null })),
        files: files.map(({ shown, text, imports, refused }) => ({
            shown,
            text: sha256(text),
            imports: imports.map((address) => (address === undefined ? null : (places.get(address) ?? -1))),
            refused: [...refused],
        })),
    };
    return sha256(JSON.stringify(facts));
}

function sha256(content: string | Uint8Array): string {
    return createHash('sha256').update(content).digest('hex');
}
