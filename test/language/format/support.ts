import { EmptyFileSystem, isReference, type ParseResult } from 'langium';
import { applyChanges } from '../../../language/format/edits.ts';
import { format, type FormatOptions, type Formatted, houseOptions } from '../../../language/format/format.ts';
import { TextFormatter } from '../../../language/format/format-text.ts';
import { shapeOf } from '../../../language/format/grammar-shape.ts';
import { createCrmMapServices } from '../../../language/module.ts';

export const services = createCrmMapServices(EmptyFileSystem).language;
const formatter = new TextFormatter(services);
const shape = shapeOf(services.Grammar);

/** A text without mistakes, formatted. */
export function formatted(text: string, options: FormatOptions = houseOptions): string {
    const result = formatter.format(text, options);
    if ('mistake' in result) throw new Error(`${result.mistake.line}:${result.mistake.column} ${result.mistake.message}`);
    return result.text;
}

/** What is to change in a text, with or without mistakes. */
export function formatting(text: string, parsed: ParseResult = services.parser.CrmMapParser.parse(text)): Formatted {
    return format(text, parsed, shape, houseOptions);
}

/** A text formatted as the editor does, where mistakes are left alone. */
export function formattedInEditor(text: string): string {
    return applyChanges(text, formatting(text).changes);
}

/** Tokens and comments of a text, without white space: what formatting must not touch. */
export function substanceOf(text: string): { readonly tokens: readonly string[]; readonly comments: readonly string[] } {
    const { tokens, hidden } = services.parser.Lexer.tokenize(text);
    const withoutIndentation = (comment: string): string => comment.trimEnd().replace(/(\r\n|\n|\r)[^\S\r\n]*/g, '\n');
    return { tokens: tokens.map(({ image }) => image), comments: hidden.map(({ image }) => withoutIndentation(image)) };
}

/** What a text means: its syntax tree, without places. */
export function meaningOf(text: string): string {
    return JSON.stringify(services.parser.CrmMapParser.parse(text).value, (key, value: unknown) => {
        if (key.startsWith('$') && key !== '$type') return undefined;
        return isReference(value) ? `→ ${value.$refText}` : value;
    });
}

/** Lines as a text. */
export function lines(...all: readonly string[]): string {
    return all.map((line) => `${line}\n`).join('');
}
