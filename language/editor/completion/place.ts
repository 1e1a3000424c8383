import type { AstNode, LangiumDocument } from 'langium';
import type { CompletionItem, Range } from 'vscode-languageserver-protocol';

/** Where something is to be completed. */
export interface Place {
    readonly document: LangiumDocument;
    readonly text: string;
    /** What is typed already of the word or path, and where it begins. */
    readonly typed: string;
    readonly start: number;
    /** What a completion replaces. */
    readonly range: Range;
    /** The node that the text in front of the cursor belongs to. */
    readonly around: AstNode;
    /** Whether the line goes on neither before nor behind with something of the same statement. */
    readonly startsLine: boolean;
    readonly endsLine: boolean;
}

/** What is offered, and whether typing on would bring more. */
export interface Offer {
    readonly items: readonly CompletionItem[];
    readonly isIncomplete?: boolean;
}

/** A number for `sortText`, so that smaller ones come first. */
export function rankText(rank: number): string {
    return String(rank).padStart(4, '0');
}
