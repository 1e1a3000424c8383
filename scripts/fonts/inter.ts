import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { interFaces } from '../../src/export/fonts/inter-faces.ts';
import { mergedFont } from './merge.ts';
import { readWoff } from './woff.ts';

/** The first one has the kerning. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;

/** The fonts of the pictures as TrueType files, by name, made from the packages of the web's ones. */
export function interFonts(): Map<string, Uint8Array> {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json')), 'files');
    return new Map(
        interFaces.map(({ file, weight, style }) => {
            const parts = subsets.map((subset) => readWoff(readFileSync(path.join(folder, `inter-${subset}-${weight}-${style}.woff`))));
            return [file, mergedFont(parts as [(typeof parts)[number], ...typeof parts])];
        }),
    );
}
