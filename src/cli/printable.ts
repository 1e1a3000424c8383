const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of a map or a file name for a terminal: characters that would steer the terminal, or turn the line round, become `�`. */
export function printable(text: string): string {
    return text.replace(unprintable, '�');
}

/** As `printable`, on one line. */
export function printableLine(text: string): string {
    return printable(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
