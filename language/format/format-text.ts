import type { LangiumCoreServices } from 'langium';
import type { CrmMapParser } from '../parser/parser.ts';
import { applyChanges } from './edits.ts';
import { type FormatOptions, format, houseOptions } from './format.ts';
import { type GrammarShape, shapeOf } from './grammar-shape.ts';

export type FormattedText =
    | { readonly text: string }
    /** The syntax has mistakes, so nothing was formatted: where the first one is, and what it is. Lines and columns count from 1. */
    | { readonly mistake: { readonly line: number; readonly column: number; readonly message: string } };

/** Formats whole texts. */
export class TextFormatter {
    private readonly parser: CrmMapParser;
    private readonly shape: GrammarShape;

    constructor(services: LangiumCoreServices & { readonly parser: { readonly CrmMapParser: CrmMapParser } }) {
        this.parser = services.parser.CrmMapParser;
        this.shape = shapeOf(services.Grammar);
    }

    /** Formats a text that has no mistakes of the syntax. Other mistakes do not matter. */
    format(text: string, options: FormatOptions = houseOptions): FormattedText {
        const parsed = this.parser.parse(text);
        const mistakes = [
            ...parsed.lexerErrors.map(({ line, column, message }) => ({ line: line ?? 1, column: column ?? 1, message })),
            ...parsed.parserErrors.map(({ token, message }) => ({ line: token.startLine ?? 1, column: token.startColumn ?? 1, message })),
        ].sort((a, b) => a.line - b.line || a.column - b.column);
        const [mistake] = mistakes;
        return mistake ? { mistake } : { text: applyChanges(text, format(text, parsed, this.shape, options).changes) };
    }
}
