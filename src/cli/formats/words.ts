/** What `--format` of `export` takes, in the order in which files are written. */
export const formatWords = ['json', 'csv', 'svg', 'png', 'pdf', 'mermaid', 'drawio', 'html', 'markdown'] as const;

export type FormatWord = (typeof formatWords)[number];
