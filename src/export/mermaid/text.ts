/**
 * Characters that mean nothing to Mermaid's grammars, to Markdown or to HTML, wherever they stand. Letters and digits of every
 * script are among them, but not the ligature fl, which Mermaid uses for its own marks. Everything else becomes an entity code.
 */
const plain = /^(?:(?!\uFB02)[\p{L}\p{M}\p{N} ,()/'’“”–—·…€×−+-])$/u;
const named: Readonly<Record<string, string>> = { '"': '#quot;', '&': '#amp;', '<': '#lt;', '>': '#gt;' };
/** At the start of a line of a journey these begin a statement, and at the start of any text these begin a list. */
const special = /^(?:journey|title|section|acctitle|accdescr|[-+])/i;

/**
 * A text on one line that Mermaid shows as it is: it cannot end a label, begin a statement, a comment, a directive, markup, mathematics
 * or an icon. Spaces of every kind and control characters become one space; a text without anything else becomes a no-break space, since
 * labels may not be empty.
 */
export function escapeText(text: string): string {
    const safe = [...oneLine(text)].map((character) => (plain.test(character) ? character : (named[character] ?? codeOf(character)))).join('');
    if (safe === '') return '#160;';
    // A lexer takes a whole line with "direction TB" in it, also within quotes, for a statement.
    return safe
        .replace(special, (start) => codeOf(start.slice(0, 1)) + start.slice(1))
        .replace(/(direction) /gi, '$1#32;')
        .replace(/(?<=\p{L})#46;(?= |$)/gu, '.');
}

/** Without line breaks, control characters, halves of characters, and spaces at the ends. */
export function oneLine(text: string): string {
    return text
        .toWellFormed()
        .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
        .trim();
}

/** The same as an item of a list whose items are parted by commas. */
export function escapeItem(text: string): string {
    return escapeText(text).replaceAll(',', '#44;');
}

/** The same within double quotes. */
export function quoted(text: string): string {
    return `"${escapeText(text)}"`;
}

function codeOf(character: string): string {
    return `#${character.codePointAt(0)};`;
}

/** Names for Mermaid: letters, digits and `_` only, no two the same, the same for the same order of ids. */
export class SafeIds {
    private readonly ids = new Map<string, string>();
    private readonly taken = new Set<string>();
    private readonly prefix: string;

    /** @param prefix keeps ids apart from the words of Mermaid, such as `end` */
    constructor(prefix: string) {
        this.prefix = prefix;
    }

    idOf(id: string): string {
        const known = this.ids.get(id);
        if (known !== undefined) return known;
        const base = `${this.prefix}_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
        let safe = base;
        for (let count = 2; this.taken.has(safe); count++) safe = `${base}_${count}`;
        this.taken.add(safe);
        this.ids.set(id, safe);
        return safe;
    }
}
