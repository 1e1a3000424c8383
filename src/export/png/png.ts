import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PictureTooLarge } from './picture-too-large.ts';

export interface PngOptions {
    /** Pixels for each px of the picture. */
    readonly scale: number;
    /** Font files; texts are drawn with these and no others, and the first is taken where a picture's own font is not among them. */
    readonly fonts: readonly Uint8Array[];
}

/** Four bytes each, and a few copies of them. */
const mostPixels = 100_000_000;

/** Makes the renderer ready. It may be asked for several times in a process. */
export async function startPng(program: Uint8Array): Promise<void> {
    try {
        await initWasm(program);
    } catch (error) {
        // The renderer knows no other way to say that it is ready.
        if (!(error instanceof Error && error.message.startsWith('Already initialized'))) throw error;
    }
}

/**
 * A picture as PNG, after `startPng`; the same bytes on every machine. What has the colours of the screen is drawn in the light ones.
 *
 * @throws PictureTooLarge
 */
export function pngOf(svg: string, { scale, fonts }: PngOptions): Uint8Array {
    const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { fontBuffers: [...fonts], defaultFontFamily: 'Inter' } });
    try {
        const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
        if (width * height > mostPixels) {
            const enough = Math.floor(Math.sqrt(mostPixels / picture.width / picture.height) * 10) / 10;
            throw new PictureTooLarge(
                `it would have ${width} × ${height} pixels. Write ${enough >= 0.1 ? `--scale ${enough} or less, or ` : ''}--format svg, or show less of the map in the view.`,
            );
        }
        const image = picture.render();
        try {
            return image.asPng();
        } finally {
            image.free();
        }
    } finally {
        picture.free();
    }
}
