import type { FromWebview, ToWebview } from '../protocol.ts';

/** Four bytes each, in the canvas and in the picture. */
const mostPixels = 60_000_000;

type Wanted = Extract<ToWebview, { readonly type: 'pixels' }>;

/** Draws a picture in pixels, and sends it back or puts it into the clipboard. */
export async function answerPixels({ id, svg, scale, into }: Wanted, send: (answer: FromWebview) => void): Promise<void> {
    try {
        const png = await pixelsOf(svg, scale);
        if (into === 'clipboard') {
            // The clipboard takes nothing from a page that is not in front.
            window.focus();
            await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        }
        send({ type: 'pixels', id, png: into === 'answer' ? new Uint8Array(await png.arrayBuffer()) : new Uint8Array() });
    } catch (error) {
        send({ type: 'pixels', id, error: error instanceof Error ? error.message : String(error) });
    }
}

/**
 * An SVG as PNG, in its light colours; so many pixels for each px, fewer where the picture would be too large for a canvas. An image runs
 * no script and loads nothing.
 */
async function pixelsOf(svg: string, scale: number): Promise<Blob> {
    const root = new DOMParser().parseFromString(svg.replace(/<style>[^<]*<\/style>/, ''), 'image/svg+xml').documentElement;
    const [width, height] = [Number(root.getAttribute('width')), Number(root.getAttribute('height'))];
    if (!(width > 0 && height > 0)) throw new Error('The picture is not valid SVG.');
    const fitting = Math.min(scale, Math.sqrt(mostPixels / width / height));
    const address = URL.createObjectURL(new Blob([svg.replace('<svg ', '<svg class="light" ')], { type: 'image/svg+xml' }));
    try {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.ceil(width * fitting);
        canvas.height = Math.ceil(height * fitting);
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) =>
            canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('The picture could not be drawn in pixels.'))), 'image/png'),
        );
    } finally {
        URL.revokeObjectURL(address);
    }
}
