/** Escaping of text and attribute values, in one place. */

// What XML 1.0 does not allow even as a reference: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What some reader of XML would make a line feed of. */
const lineEnds = /[\r\u0085\u2028\u2029]/g;

/** Text between tags. Characters that XML forbids become U+FFFD. */
export function xmlText(text: string): string {
    return text
        .replace(forbidden, '\ufffd')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(lineEnds, (end) => `&#${end.charCodeAt(0)};`);
}

/** The value of an attribute, without its quotes; line ends and tabs are kept. */
export function xmlAttribute(text: string): string {
    return xmlText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** Attributes in the order given, each with a space before it; undefined ones are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
    return Object.entries(values)
        .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlAttribute(value)}"`))
        .join('');
}
