import { zlibSync } from 'fflate/browser';

/** A number as PDF writes it: at most four decimals, never with an exponent. */
export function number(value: number): string {
    const rounded = Math.round(value * 10_000) / 10_000;
    return Object.is(rounded, -0) ? '0' : rounded.toFixed(4).replace(/\.?0+$/, '');
}

/** A text for people, such as a title: UTF-16 with its mark, in hexadecimal digits. */
export function textString(text: string): string {
    return `<feff${hex16(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)))}>`;
}

/** Numbers of 16 bits in hexadecimal digits. */
export function hex16(values: readonly number[]): string {
    return values.map((value) => value.toString(16).padStart(4, '0')).join('');
}

/**
 * Gathers the objects of a file. Its bytes depend on nothing else: no clock, no number of its own, and a packing that is the same on
 * every machine.
 */
export class PdfObjects {
    private readonly parts: Uint8Array[] = [];

    /** A number for an object whose content comes later. */
    reserve(): number {
        return this.parts.push(new Uint8Array());
    }

    set(id: number, content: string): void {
        this.parts[id - 1] = bytesOf(content);
    }

    add(content: string): number {
        const id = this.reserve();
        this.set(id, content);
        return id;
    }

    /** Data with a dictionary, packed. */
    addStream(data: string | Uint8Array, entries = ''): number {
        const packed = zlibSync(typeof data === 'string' ? bytesOf(data) : data, { level: 9 });
        const head = bytesOf(`<</Length ${packed.length}/Filter/FlateDecode${entries}>>\nstream\n`);
        return this.parts.push(joined([head, packed, bytesOf('\nendstream')]));
    }

    file(root: number, info: number): Uint8Array {
        // The second line says to programs that look at the first bytes only that this is no text.
        const pieces: Uint8Array[] = [bytesOf('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)];
        let at = pieces.reduce((size, piece) => size + piece.length, 0);
        const places = this.parts.map((part, index) => {
            const place = at;
            const piece = joined([bytesOf(`${index + 1} 0 obj\n`), part, bytesOf('\nendobj\n')]);
            pieces.push(piece);
            at += piece.length;
            return place;
        });
        const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
        const count = places.length + 1;
        pieces.push(
            bytesOf(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${at}\n%%EOF\n`),
        );
        return joined(pieces);
    }
}

/** Every character is below 256: other texts are written by `textString`. */
function bytesOf(text: string): Uint8Array {
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
    const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
    }
    return whole;
}
