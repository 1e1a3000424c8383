/** Tabs are shown as this many spaces, wherever they stand. */
export const tabWidth = 4;

const wide =
    /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])|\p{Emoji_Presentation}|\ufe0f/u;
const zero = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** How many columns a terminal gives to a text. */
export function displayWidth(text: string): number {
    if (/^[\x20-\x7e]*$/.test(text)) return text.length;
    let width = 0;
    // Made where it is needed: it takes longer than all else that a short run loads.
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const { segment } of segmenter.segment(text)) width += segment === '\t' ? tabWidth : zero.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
    return width;
}
