/** The id of a view's picture: its name, with `_` for what an id in a style sheet cannot hold. */
export function sheetId(viewName: string): string {
    const plain = viewName.replace(/[^A-Za-z0-9_-]/g, '_');
    return /^[A-Za-z_]/.test(plain) ? plain : `view-${plain}`;
}
