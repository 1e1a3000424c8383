import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { interFaces } from '../export/fonts/inter-faces.ts';
import { type Arguments, UsageError } from './args.ts';
import { asset } from './assets.ts';
import { failureText } from './failure-text.ts';

/** Draws an SVG as PNG. */
export type Rasterize = (svg: string) => Promise<Uint8Array>;

/** How fonts begin that can be used: TrueType, TrueType of Apple, OpenType, and several in one file. */
const signatures = ['\0\u0001\0\0', 'true', 'OTTO', 'ttcf'];

/** What draws PNG files, in this scale and with these fonts beside Inter; the renderer and its fonts are loaded when the first one is drawn. */
export function rasterizer(scale: number, more: readonly Uint8Array[]): Rasterize {
    let fonts: readonly Uint8Array[] | undefined;
    return async (svg) => {
        const { pngOf, startPng } = await import('../export/png/png.ts');
        if (!fonts) {
            await startPng(asset('resvg.wasm'));
            fonts = [...interFaces.map(({ file }) => asset(file)), ...more];
        }
        return pngOf(svg, { scale, fonts });
    };
}

/**
 * The files of `--font`.
 *
 * @throws UsageError for one that is no font or cannot be read
 */
export function fontsBy(args: Arguments, cwd: string): readonly Uint8Array[] {
    return args.values('font').map((file) => fontOf(file, cwd));
}

/**
 * What `--scale` says.
 *
 * @throws UsageError for a scale that is no number
 */
export function scaleOf(text = '2'): number {
    const scale = /^\d{1,3}(?:\.\d{1,4})?$/.test(text) ? Number(text) : 0;
    if (scale < 0.1 || scale > 20) throw new UsageError(`--scale ${text} is no scale. Write a number from 0.1 to 20, such as --scale 2.`);
    return scale;
}

function fontOf(file: string, cwd: string): Uint8Array {
    let font: Buffer;
    try {
        font = readFileSync(resolve(cwd, file));
    } catch (error) {
        throw new UsageError(`--font ${file} cannot be read: ${failureText(error)}`);
    }
    if (!signatures.includes(font.toString('latin1', 0, 4)))
        throw new UsageError(`--font ${file} is no TrueType or OpenType font. Name a file that ends in .ttf, .otf or .ttc.`);
    return font;
}
