/** The type of the preview's panel. */
export const previewType = 'crmmap.preview';

/** The type of the read-only editor that shows a map as its picture. */
export const diagramEditorType = 'crmmap.diagram';

/** Starts the language server anew. */
export const restartServerCommand = 'crmmap.restartServer';

/** Set for menus: whether the preview in front is pinned. */
export const pinnedContext = 'crmmap.previewPinned';

export const languageId = 'crmmap';
