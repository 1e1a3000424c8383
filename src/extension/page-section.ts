/** The page of one code out of the page of all rules or of all errors; undefined where it is not in it. */
export function sectionOf(page: string, code: string): string | undefined {
    const start = page.indexOf(`### ${code}\n`);
    if (start < 0) return undefined;
    const end = page.slice(start + 4).search(/^##/m);
    return (end < 0 ? page.slice(start) : page.slice(start, start + 4 + end)).trimEnd();
}

/** The titles of the codes in the page of all rules or of all errors. */
export function titlesIn(page: string): ReadonlyMap<string, string> {
    return new Map([...page.matchAll(/^### ([A-Z]{3}\d{3})\n+\*\*(.+?)\*\*/gm)].map(([, code = '', title = '']) => [code, title]));
}
