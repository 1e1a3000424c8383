import { isRecord } from './is-record.ts';

/** Opens the preview. Arguments: nothing for the active editor; or the document's address, and the view to be shown. */
export const openPreviewToSide = 'crmmap.openPreviewToSide';

export interface PreviewTarget {
    readonly uri: string;
    readonly view?: string;
}

/** Shows places in the text. Arguments: address, position and places, as the language server protocol has them. */
export const showReferences = 'crmmap.showReferences';

/** The map and view that a command names; undefined where it names none, as from a menu. */
export function readPreviewTarget(uri: unknown, options: unknown): PreviewTarget | undefined {
    if (typeof uri !== 'string') return undefined;
    const view = isRecord(options) ? options['view'] : undefined;
    return { uri, view: typeof view === 'string' ? view : undefined };
}
