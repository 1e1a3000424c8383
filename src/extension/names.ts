/** The type of the preview's panel. */
export const previewType = 'crmmap.preview';

/** Starts the language server anew. */
export const restartServerCommand = 'crmmap.restartServer';

export const languageId = 'crmmap';
