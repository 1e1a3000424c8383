import type { LangiumDocument, URI } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { TextChange } from '../../edits/text-change.ts';

/** A way out of a mistake or a finding. */
export interface QuickFix {
    readonly title: string;
    readonly edits: readonly FileEdit[];
    /** A file to make first, empty. */
    readonly creates?: URI;
    /** The one that is most likely meant. */
    readonly preferred?: boolean;
    /** It says nothing that only the author can know, so that it may be done unasked. */
    readonly certain?: boolean;
    /** It mends nothing: it silences. Shown last. */
    readonly aside?: boolean;
}

export interface FileEdit {
    readonly document: LangiumDocument;
    readonly change: TextChange;
}

/** Something wrong in a file as it is now, with its ways out, which are looked for when somebody asks. */
export interface Problem {
    readonly code: string;
    readonly message: string;
    readonly range: Range;
    fixes(): readonly QuickFix[];
}

/** What is wrong in a file: its mistakes of the language, or what rules find. */
export type ProblemSource = (document: LangiumDocument) => readonly Problem[];
