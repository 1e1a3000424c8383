/** A page of the export as HTML that asks to be printed as soon as it is open; its script looks for that mark. */
export function askingForPrint(page: string): string {
    return page.replace(/<html\b/, '<html data-print');
}
