import { roundedNumber } from '../../diagram/geometry.ts';
import type { PathStep } from './path-data.ts';

/** A path as a shape of its own, as draw.io keeps it in a style: its XML, deflated without being made smaller, in base 64. */
export function stencilOf(
    steps: readonly PathStep[],
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
    const at = (name: string, { x, y }: { readonly x: number; readonly y: number }): string =>
        `x${name}="${roundedNumber(x - box.x)}" y${name}="${roundedNumber(y - box.y)}"`;
    const path = steps.map((step) => {
        switch (step.type) {
            case 'close':
                return '<close/>';
            case 'quad':
                return `<quad ${at('1', step.by)} ${at('2', step.to)}/>`;
            case 'curve':
                return `<curve ${at('1', step.first)} ${at('2', step.second)} ${at('3', step.to)}/>`;
            case 'arc':
                return `<arc rx="${roundedNumber(step.rx)}" ry="${roundedNumber(step.ry)}" x-axis-rotation="${roundedNumber(step.turn)}" large-arc-flag="${step.large}" sweep-flag="${step.sweep}" ${at('', step.to)}/>`;
            default:
                return `<${step.type} ${at('', step.to)}/>`;
        }
    });
    const size = `w="${roundedNumber(Math.max(box.width, 0.01))}" h="${roundedNumber(Math.max(box.height, 0.01))}"`;
    return base64(
        stored(
            `<shape ${size} aspect="variable" strokewidth="inherit"><background><path>${path.join('')}</path></background><foreground><fillstroke/></foreground></shape>`,
        ),
    );
}

/** Text of ASCII letters as a raw DEFLATE stream of stored blocks (RFC 1951, 3.2.4): the same bytes on every machine. */
function stored(text: string): number[] {
    const longest = 0xffff;
    // draw.io undoes encodeURIComponent behind the inflating.
    const all = [...encodeURIComponent(text)].map((character) => character.charCodeAt(0));
    const bytes: number[] = [];
    for (let start = 0; start < all.length; start += longest) {
        const block = all.slice(start, start + longest);
        const size = block.length;
        const isLast = start + longest >= all.length;
        bytes.push(isLast ? 1 : 0, size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff, ...block);
    }
    return bytes;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64 (RFC 4648). */
export function base64(bytes: readonly number[]): string {
    let text = '';
    for (let index = 0; index < bytes.length; index += 3) {
        const [a = 0, b, c] = bytes.slice(index, index + 3);
        text += digits[a >> 2] ?? '';
        text += digits[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? '';
        text += b === undefined ? '=' : (digits[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? '');
        text += c === undefined ? '=' : (digits[c & 63] ?? '');
    }
    return text;
}
