/** Text of a map as plain text in Markdown: it can become no link with another face, no picture, no HTML, and no heading or list. */
export function plainText(text: string): string {
    return text
        .replace(/[\\`*_{}[\]<>&#|!~]/g, (char) => (/[<>&]/.test(char) ? `&#${char.charCodeAt(0)};` : `\\${char}`))
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, indent: string, mark: string) => (/\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`));
}

const openable = /^(?:https?:|mailto:|[^:]*$)/i;

/** The Markdown of a doc comment, without HTML, without pictures from elsewhere, and with links to pages and mail only. */
export function safeMarkdown(markdown: string): string {
    return markdown
        .replaceAll('<', '&lt;')
        .replace(/!(?=\[)/g, '\\!')
        .replace(/\]\(\s*([^)\s]*)/g, (link, address: string) => (openable.test(address.replace(/[\p{Cc}\s]/gu, '')) ? link : '](#'))
        .replace(/^(\s*\[[^\]]*\]:\s*)(\S+)/gm, (line, start: string, address: string) => (openable.test(address) ? line : `${start}#`));
}

/** The text of a doc comment without its marks: neither the opening and closing ones, nor the star of each line. */
export function docText(comment: string): string {
    return comment
        .replace(/^\/\*\*?/, '')
        .replace(/\*\/$/, '')
        .split(/\r\n|\n|\r/)
        .map((line) => line.replace(/^\s*\*? ?/, ''))
        .join('\n')
        .trim();
}
