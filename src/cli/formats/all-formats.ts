import { csv } from './csv.ts';
import { drawio } from './drawio.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import { svg } from './svg.ts';
import { type FormatWord, formatWords } from './words.ts';

const formats: Readonly<Record<FormatWord, Format>> = { json, csv, svg, png, pdf, mermaid, drawio, html, markdown };

/** Every format, in the order in which files are written. */
export const allFormats: readonly Format[] = formatWords.map((word) => formats[word]);
