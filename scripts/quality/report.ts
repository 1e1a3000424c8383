export interface Table {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

/** Tables as Markdown, each below its title. */
export function asMarkdown(tables: readonly Table[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return tables.map(({ title, head, rows }) => [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')).join('\n');
}

/** The same as a page. */
export function asHtml(tables: readonly Table[]): string {
    const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const row = (cells: readonly string[], tag: 'td' | 'th'): string => `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`;
    const style = 'body{font:14px sans-serif;color-scheme:light dark;margin:2em}td,th{text-align:left;padding:.2em .8em;border-bottom:1px solid #8888}';
    const parts = tables.map(
        ({ title, head, rows }) => `<h2>${text(title)}</h2><table>${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`,
    );
    return `<!doctype html><meta charset="utf-8"><title>Quality of pictures</title><style>${style}</style>${parts.join('\n')}`;
}
