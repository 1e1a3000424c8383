import type { DrawnText, TextError } from '../../protocol.ts';
import type { BlockState } from './block-pictures.ts';
import { embeddedSvg } from './embedded-svg.ts';

/** What of a block is not in its picture. */
export interface BlockFrame {
    readonly text: string;
    /** Attributes of the block's element, each with a blank before it; markup. */
    readonly attributes: string;
    /** Where the text begins: a line of the document, counted from 1. */
    readonly firstLine: number;
    /** Counts the blocks of the page. */
    readonly number: number;
    readonly theme: 'light' | 'dark';
}

/** A block as markup of the page. Every text in it is escaped. */
export function blockHtml({ answer, last }: BlockState, frame: BlockFrame): string {
    const picture = pictureHtml(answer ? answer.svg : last, frame);
    const busy = answer ? '' : ' aria-busy="true"';
    return `<div${frame.attributes}${busy}>${picture}${wordsHtml(answer, picture !== '', frame)}</div>\n`;
}

function pictureHtml(svg: string | undefined, { number, theme }: BlockFrame): string {
    if (svg === undefined) return '';
    const picture = embeddedSvg(svg, number, theme);
    return picture === undefined
        ? note('The picture holds something that no picture of a map has, and is not shown.')
        : `<div class="crmmap-picture">${picture}</div>`;
}

function wordsHtml(answer: DrawnText | undefined, hasPicture: boolean, frame: BlockFrame): string {
    const source = `<pre><code class="language-crmmap">${escaped(frame.text)}</code></pre>`;
    if (!answer) return hasPicture ? '' : `${source}${note('Drawing …')}`;
    if (answer.message === undefined && answer.errors.length === 0) return '';
    const message = answer.message === undefined ? '' : note(answer.message);
    return `${source}${message}${errorsHtml(answer, frame)}`;
}

function errorsHtml({ svg, errors, moreErrors }: DrawnText, { firstLine }: BlockFrame): string {
    if (errors.length === 0) return '';
    const items = errors.map((error) => `<li><strong>${placeOf(error, firstLine)}</strong> ${sentence(error.message)}</li>`);
    if (moreErrors > 0) items.push(`<li>And ${moreErrors} more.</li>`);
    const count = errors.length + moreErrors;
    return `<div class="crmmap-errors" role="note"><p>This map has ${count === 1 ? 'an error' : `${count} errors`}${svg === undefined ? '' : '; the picture shows what can be read'}.</p><ul>${items.join('')}</ul></div>`;
}

function placeOf({ line, file }: TextError, firstLine: number): string {
    return file === undefined ? `Line ${firstLine + line}:` : `${escaped(file)}, line ${line + 1}:`;
}

function note(words: string): string {
    return `<p class="crmmap-note" role="status">${sentence(words)}</p>`;
}

/** A sentence with code between backticks. */
function sentence(words: string): string {
    return escaped(words).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
