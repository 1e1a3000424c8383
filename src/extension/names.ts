/** The type of the preview's panel. */
export const previewType = 'crmmap.preview';

/** The type of the read-only editor that shows a map as its picture. */
export const diagramEditorType = 'crmmap.diagram';

/** Starts the language server anew. */
export const restartServerCommand = 'crmmap.restartServer';

/** Set for menus: whether the preview in front is pinned. */
export const pinnedContext = 'crmmap.previewPinned';

export const languageId = 'crmmap';

/** The tree of what the maps hold. */
export const outlineView = 'crmmap.outline';

/** Commands of the tree: shows the picture of a line, its place in the text, and where it is named. */
export const outlineDiagram = 'crmmap.outline.openDiagram';
export const outlineReveal = 'crmmap.outline.reveal';
export const outlineReferences = 'crmmap.outline.findReferences';

/** Shows the picture of a file that is chosen in the explorer or by its tab. */
export const openPreviewCommand = 'crmmap.openPreview';

/** Begins a map from a template. */
export const newMapCommand = 'crmmap.newMap';

export const openWalkthroughCommand = 'crmmap.openWalkthrough';

/** A context: the language server has ended, and does not come back by itself. */
export const serverStoppedContext = 'crmmap.serverStopped';

/** A context: the extension is active, so that somebody works with maps here. */
export const activeContext = 'crmmap.isActive';
