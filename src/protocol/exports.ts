import type { PreviewWish } from './preview.ts';

/** Request, from the client: a map in another format. */
export const exportMap = 'crmmap/export';

/** What a map can be saved as, beside PNG, which the page draws. */
export const exportFormats = ['svg', 'pdf', 'html', 'drawio', 'mermaid', 'markdown', 'json', 'csv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface ExportParams {
    readonly uri: string;
    readonly format: ExportFormat;
    /** One view as a preview shows it; all views of the map where it is absent, as far as no error stands in their way. */
    readonly wish?: PreviewWish;
}

export interface ExportAnswer {
    readonly files: readonly ExportedFile[];
    /** What could not be made, as sentences. */
    readonly problems: readonly string[];
}

export interface ExportedFile {
    /** Relative to the folder that is chosen for all, with `/`. */
    readonly name: string;
    readonly text?: string;
    /** What is no text. */
    readonly base64?: string;
}
