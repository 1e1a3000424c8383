import { createHash } from 'node:crypto';
import { type HtmlMeans, type PolicedPage, policedPage } from '../../export/html/html.ts';
import { xmlAttribute, xmlText } from '../../render/xml.ts';
import { asset } from '../assets.ts';
import { countOfSeverity, type Finding } from '../findings.ts';
import { plural } from '../plural.ts';
import { printable, printableLine } from '../printable.ts';

/** What all pages of the server are made with. */
export function servedMeans(): HtmlMeans {
    return {
        script: asset('served-page.js').toString('utf8'),
        style: asset('html-page.css').toString('utf8') + asset('served-page.css').toString('utf8'),
        sha256: (text) => createHash('sha256').update(text).digest('base64'),
    };
}

/** What the script of a page has to know: which page it is, and which version of it. */
export function factsOfPage(page: string, version: string): Readonly<Record<string, string>> {
    return { 'crmmap-page': page, 'crmmap-version': version };
}

/** A page to read. */
export function textPage(title: string, body: readonly string[], facts: Readonly<Record<string, string>>, means: HtmlMeans): PolicedPage {
    return policedPage({ title, body: ['<main class="s-page">', ...body, '</main>'], facts }, means);
}

/** Words of a map for a line of a page. */
export function shownText(text: string): string {
    return xmlText(printableLine(text));
}

/** The same for the lines of a text. */
export function shownLines(text: string): string {
    return xmlText(printable(text));
}

/** A link to an address of this server. */
export function link(href: string, text: string): string {
    return `<a href="${xmlAttribute(href)}">${shownText(text)}</a>`;
}

/** `2 errors, 1 warning`. */
export function countsOf(findings: readonly Finding[]): string {
    const counts = [
        [countOfSeverity(findings, 'error'), 'error'],
        [countOfSeverity(findings, 'warning'), 'warning'],
        [countOfSeverity(findings, 'info'), 'note'],
    ] as const;
    const told = counts.filter(([count]) => count > 0).map(([count, what]) => plural(count, what));
    return told.length === 0 ? 'Nothing found' : told.join(', ');
}
