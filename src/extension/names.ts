/** The command *CRM Map: Open Preview to the Side*. */
export const openPreviewToSide = 'crmmap.openPreviewToSide';

/** The type of the preview's panel. */
export const previewType = 'crmmap.preview';

export const languageId = 'crmmap';
