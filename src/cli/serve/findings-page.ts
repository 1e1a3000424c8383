import type { HtmlMeans, PolicedPage } from '../../export/html/html.ts';
import type { Finding } from '../findings.ts';
import { plural } from '../plural.ts';
import type { Unit } from '../units.ts';
import type { ServedFacts } from './draw-served.ts';
import { countsOf, factsOfPage, link, shownLines, shownText, textPage } from './pages.ts';
import type { ServedMap } from './served-maps.ts';
import { excerptOf } from '../excerpt.ts';

/** More findings than this make no page that is read. */
const mostFindings = 500;

/** The page with all that is wrong in a map, each with its line; errors first. */
export function findingsPage(map: ServedMap, facts: ServedFacts, means: HtmlMeans): PolicedPage {
    const { views } = facts;
    const findings = (['error', 'warning', 'info'] as const).flatMap((severity) => facts.findings.filter((finding) => finding.severity === severity));
    const lineOf = linesOf(map.unit);
    const missing = views.filter(({ error }) => error);
    const drawn = views.length - missing.length;
    const body = [
        `<p>${link('/', 'All maps')}${drawn > 0 ? ` · ${link(`/maps/${map.id}`, plural(drawn, 'view'))}` : ''}</p>`,
        `<h1>${shownText(facts.title)}</h1>`,
        `<p>${shownText(map.shown)}: ${shownText(countsOf(findings))}.</p>`,
        ...(views.length === 0 ? ['<p>There is nothing to draw in this map yet.</p>'] : []),
        ...(missing.length === 0 ? [] : [`<p>Not drawn because of errors: ${missing.map(({ title }) => `<b>${shownText(title)}</b>`).join(', ')}.</p>`]),
        ...(findings.length === 0 ? [] : ['<ol class="s-findings">', ...findings.slice(0, mostFindings).map((finding) => itemOf(finding, lineOf)), '</ol>']),
        ...(findings.length > mostFindings ? [`<p>And ${findings.length - mostFindings} more, which <code>crmmap check</code> tells.</p>`] : []),
    ];
    return textPage(facts.title, body, factsOfPage(map.id, map.version), means);
}

/** The page of a map that cannot be read at all. */
export function failurePage({ id, shown, version }: ServedMap, reason: string, means: HtmlMeans): PolicedPage {
    const body = [`<p>${link('/', 'All maps')}</p>`, `<h1>${shownText(shown)}</h1>`, `<p class="s-error">${shownText(`This map ${reason}`)}</p>`];
    return textPage(shown, body, factsOfPage(id, version), means);
}

/** The page of a name that no map has, or none any more. It is loaded again when one has. */
export function missingPage(id: string, means: HtmlMeans): PolicedPage {
    const body = [`<p>${link('/', 'All maps')}</p>`, '<h1>No such map</h1>', '<p>There is no map at this address, or none any more.</p>'];
    return textPage('No such map', body, factsOfPage(id, 'none'), means);
}

type LineOf = (file: string, line: number) => string | undefined;

function linesOf({ files }: Unit): LineOf {
    const lines = new Map<string, readonly string[]>();
    const texts = new Map(files.map(({ shown, text }) => [shown, text]));
    return (file, line) => {
        const known = lines.get(file) ?? texts.get(file)?.split(/\r\n|[\r\n]/) ?? [];
        lines.set(file, known);
        return known[line - 1];
    };
}

function itemOf(finding: Finding, lineOf: LineOf): string {
    const { severity, code, message, related } = finding;
    const others = related.map((place) => `<p><b>${shownText(whereOf(place))}</b> ${shownText(place.message)}</p>`);
    return `<li class="s-${severity}"><p><b>${shownText(whereOf(finding))}</b> <span class="s-severity">${severity}</span> <small>${shownText(code)}</small> ${shownText(message)}</p>${shownExcerpt(finding, lineOf)}${others.join('')}</li>`;
}

function whereOf({ file, start }: Pick<Finding, 'file' | 'start'>): string {
    return `${file}:${start.line}:${start.column}`;
}

function shownExcerpt({ file, start, end }: Finding, lineOf: LineOf): string {
    const line = lineOf(file, start.line);
    if (line === undefined) return '';
    const { before, marked, after } = excerptOf(line, { start, end });
    return `<pre><small>${start.line} |</small> ${shownLines(before)}<mark>${shownLines(marked)}</mark>${shownLines(after)}</pre>`;
}
