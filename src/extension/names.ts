/** The type of the preview's panel. */
export const previewType = 'crmmap.preview';

export const languageId = 'crmmap';
