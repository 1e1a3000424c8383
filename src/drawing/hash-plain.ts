import type { HashOf } from './hash.ts';

/** SHA-1 (RFC 3174) of a text in UTF-8, in hexadecimal digits, for places without a library that has it at once. */
export const plainSha1: HashOf = (text) => {
    const bytes = new TextEncoder().encode(text);
    const length = Math.ceil((bytes.length + 9) / 64) * 64;
    const message = new Uint8Array(length);
    message.set(bytes);
    message[bytes.length] = 0x80;
    const view = new DataView(message.buffer);
    view.setUint32(length - 8, Math.floor(bytes.length / 0x2000_0000));
    view.setUint32(length - 4, (bytes.length << 3) >>> 0);
    const state = new Uint32Array([0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]);
    const words = new Uint32Array(80);
    for (let offset = 0; offset < length; offset += 64) {
        for (let index = 0; index < 16; index++) words[index] = view.getUint32(offset + index * 4);
        mix(words, state);
    }
    return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
};

/** Takes a block, given in the first 16 of 80 words, into the state. */
function mix(words: Uint32Array, state: Uint32Array): void {
    for (let index = 16; index < 80; index++) {
        words[index] = turned((words[index - 3] ?? 0) ^ (words[index - 8] ?? 0) ^ (words[index - 14] ?? 0) ^ (words[index - 16] ?? 0), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    const before = [a, b, c, d, e];
    for (let index = 0; index < 80; index++) {
        const next = (turned(a, 5) + chosen(Math.floor(index / 20), b, c, d) + e + (words[index] ?? 0)) | 0;
        [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((word, index) => (state[index] = (before[index] ?? 0) + word));
}

/** The function of each of the four rounds, with its constant. */
function chosen(round: number, b: number, c: number, d: number): number {
    switch (round) {
        case 0:
            return ((b & c) | (~b & d)) + 0x5a82_7999;
        case 1:
            return (b ^ c ^ d) + 0x6ed9_eba1;
        case 2:
            return ((b & c) | (b & d) | (c & d)) + 0x8f1b_bcdc;
        default:
            return (b ^ c ^ d) + 0xca62_c1d6;
    }
}

function turned(word: number, bits: number): number {
    return (word << bits) | (word >>> (32 - bits));
}
