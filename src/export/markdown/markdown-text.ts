/** Text of a map as plain text in Markdown, on one line: no markup, no link, no picture, no HTML, no heading or list. */
export function plainText(text: string): string {
    return text
        .toWellFormed()
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim()
        .replace(/[\\`*_{}[\]()#|!~$:@.+=-]|[<>&]/g, (character) => (/[<>&]/.test(character) ? `&#${character.charCodeAt(0)};` : escapeOf(character)));
}

/** Marks that mean something within a line are escaped; others only matter where a line begins, and stay readable. */
function escapeOf(character: string): string {
    return /[().:+=@-]/.test(character) ? character : `\\${character}`;
}

/** The same where a line begins: what would open a list, a heading or a rule is escaped. */
export function plainLine(text: string): string {
    return plainText(text)
        .replace(/^([-+=])/, '\\$1')
        .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Addresses that Markdown makes links of by itself are parted by a joiner of no width, so that they stay text. */
export function withoutLinks(text: string): string {
    return text.replace(/\b(https?|ftp|mailto)(?=:)|\bwww(?=\.)/gi, '$&\u2060').replaceAll('@', '\u2060@');
}
