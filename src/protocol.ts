/**
 * Every message between the server, the extension and the preview's page.
 *
 * Text that comes from a map (names, titles, error messages, the SVG) is only ever data: it is shown as text, or parsed as XML
 * and cleaned (`webview/clean-svg.ts`), never run, never put into a page as markup, never used as a path or a command.
 */
export * from './protocol/preview.ts';
export * from './protocol/places.ts';
export * from './protocol/edits.ts';
export * from './protocol/exports.ts';
export * from './protocol/outline.ts';
export * from './protocol/texts.ts';
export * from './protocol/files.ts';
export * from './protocol/settings.ts';
export * from './protocol/commands.ts';
export * from './protocol/page.ts';
export * from './protocol/seen.ts';
