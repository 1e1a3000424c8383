import { escapeText, oneLine } from './text.ts';

/**
 * The title as Mermaid's front matter, which is YAML: everything but letters, digits and a few marks is escaped.
 */
export function frontMatter(title: string): string[] {
    const safe = [...oneLine(title)].map((character) => (/^[\p{L}\p{M}\p{N} ,.()·–—-]$/u.test(character) ? character : yamlEscape(character))).join('');
    return ['---', `title: "${safe}"`, '---'];
}

function yamlEscape(character: string): string {
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
}

/** What a screen reader says of the picture. */
export function accessible(title: string, description: string): string[] {
    return [`    accTitle: ${escapeText(title)}`, `    accDescr: ${escapeText(description)}`];
}

/** The lines of a file. */
export function fileOf(lines: readonly string[]): string {
    return `${lines.join('\n')}\n`;
}

/** A comment that says what the text of Mermaid has no place for; none where nothing is left out. */
export function leftOut(parts: readonly (readonly [words: string, present: boolean])[]): string[] {
    const words = parts.filter(([, present]) => present).map(([name]) => name);
    return words.length === 0 ? [] : [`%% Left out, because Mermaid has no place for it: ${words.join(', ')}.`];
}
