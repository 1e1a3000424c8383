import type { LangiumDocument } from 'langium';
import type { Formatter, LangiumServices } from 'langium/lsp';
import type {
    DocumentFormattingParams,
    DocumentOnTypeFormattingOptions,
    DocumentOnTypeFormattingParams,
    DocumentRangeFormattingParams,
    FormattingOptions,
    Position,
    TextEdit,
} from 'vscode-languageserver-protocol';
import type { TextChange } from '../format/edits.ts';
import { type Formatted, format } from '../format/format.ts';
import { type GrammarShape, shapeOf } from '../format/grammar-shape.ts';

/** Formats files, ranges, and what was just written. Declarations with a mistake of the syntax are left as they are. */
export class CrmMapFormatter implements Formatter {
    private readonly shape: GrammarShape;

    constructor(services: LangiumServices) {
        this.shape = shapeOf(services.Grammar);
    }

    get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
        return { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}'] };
    }

    formatDocument(document: LangiumDocument, { options }: DocumentFormattingParams): TextEdit[] {
        return editsOf(document, this.format(document, options).changes);
    }

    /** Formats the lines that the range touches, as the whole file would be. */
    formatDocumentRange(document: LangiumDocument, { range, options }: DocumentRangeFormattingParams): TextEdit[] {
        const { changes } = this.format(document, options);
        // A selection of whole lines ends in front of the line below them.
        const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
        return editsOf(document, changes, { first: range.start.line, last });
    }

    /** After a line break, the line above and the table that it is a part of; after a brace, what it closes. Never the line behind the cursor. */
    formatDocumentOnType(document: LangiumDocument, { ch, position, options }: DocumentOnTypeFormattingParams): TextEdit[] {
        const formatted = this.format(document, options);
        const lines = ch === '}' ? closedLines(document, formatted, position) : linesAbove(document, formatted, position);
        return lines ? editsOf(document, formatted.changes, lines) : [];
    }

    private format({ textDocument, parseResult }: LangiumDocument, { tabSize, insertSpaces }: FormattingOptions): Formatted {
        return format(textDocument.getText(), parseResult, this.shape, { tabSize: Math.max(1, tabSize), insertSpaces });
    }
}

/** Counted from 0. */
interface Lines {
    readonly first: number;
    readonly last: number;
}

/** The edits that change nothing outside of some lines. */
function editsOf({ textDocument }: LangiumDocument, changes: readonly TextChange[], lines?: Lines): TextEdit[] {
    return changes.flatMap(({ start, end, text }) => {
        const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
        return !lines || (range.start.line >= lines.first && range.end.line <= lines.last) ? [{ range, newText: text }] : [];
    });
}

function closedLines({ textDocument }: LangiumDocument, { bodies, tables }: Formatted, position: Position): Lines | undefined {
    const offset = textDocument.offsetAt(position);
    const body = bodies.find(({ end }) => end === offset);
    if (!body) return undefined;
    const table = tables.find(({ start, end }) => start <= body.start && end >= body.end);
    return { first: textDocument.positionAt((table ?? body).start).line, last: position.line };
}

function linesAbove({ textDocument }: LangiumDocument, { tables }: Formatted, { line }: Position): Lines | undefined {
    if (line === 0) return undefined;
    const offset = textDocument.offsetAt({ line, character: 0 });
    const table = tables.find(({ start, end }) => start < offset && end >= textDocument.offsetAt({ line: line - 1, character: 0 }));
    return { first: table ? Math.min(textDocument.positionAt(table.start).line, line - 1) : line - 1, last: line - 1 };
}
