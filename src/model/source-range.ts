/** A place in the text; lines and characters (UTF-16) count from 0, the end is exclusive. */
export interface SourceRange {
    /** The file's path as the caller names it: relative to the working folder, with `/`. */
    readonly file: string;
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
}
