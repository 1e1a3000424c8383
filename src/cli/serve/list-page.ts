import type { HtmlMeans, PolicedPage } from '../../export/html/html.ts';
import type { Problem } from '../host.ts';
import { plural } from '../plural.ts';
import type { ServedFacts } from './draw-served.ts';
import { countsOf, factsOfPage, link, shownText, textPage } from './pages.ts';
import type { ServedMap } from './served-maps.ts';

/** A map of the list: what is known of it, or why nothing is; undefined as long as it is looked at. */
export interface ListedMap {
    readonly map: ServedMap;
    readonly facts: ServedFacts | string | undefined;
}

/** The page with all maps. */
export function listPage(maps: readonly ListedMap[], problems: readonly Problem[], version: string, means: HtmlMeans): PolicedPage {
    const body = [
        '<h1>Maps</h1>',
        ...(maps.length === 0 ? ['<p>There is no map here yet. Write one, such as <code>crmmap init</code> does, and it stands here.</p>'] : tableOf(maps)),
        ...(problems.length === 0 ? [] : problemsOf(problems)),
    ];
    return textPage('Maps', body, factsOfPage('', version), means);
}

function tableOf(maps: readonly ListedMap[]): string[] {
    return [
        '<table><thead><tr><th scope="col">Map</th><th scope="col">File</th><th scope="col">Views</th><th scope="col">Findings</th></tr></thead><tbody>',
        ...maps.map(
            ({ map, facts }) => `<tr><td>${link(`/maps/${map.id}`, titleOf(map, facts))}</td><td>${shownText(map.shown)}</td>${restOf(map, facts)}</tr>`,
        ),
        '</tbody></table>',
    ];
}

function titleOf({ shown }: ServedMap, facts: ListedMap['facts']): string {
    const title = typeof facts === 'object' ? facts.title.trim() : '';
    return title === '' ? shown : title;
}

function restOf({ id }: ServedMap, facts: ListedMap['facts']): string {
    if (facts === undefined) return '<td></td><td>…</td>';
    if (typeof facts === 'string') return `<td></td><td class="s-error">${shownText(facts)}</td>`;
    const counts = countsOf(facts.findings);
    const told = facts.findings.length === 0 ? counts : link(`/maps/${id}/findings`, counts);
    const isBroken = facts.findings.some(({ severity }) => severity === 'error');
    return `<td>${viewsOf(facts)}</td><td${isBroken ? ' class="s-error"' : ''}>${told}</td>`;
}

function viewsOf({ views }: ServedFacts): string {
    const broken = views.filter(({ error }) => error).length;
    return `${plural(views.length, 'view')}${broken === 0 ? '' : `, ${broken} not drawn`}`;
}

function problemsOf(problems: readonly Problem[]): string[] {
    return [
        '<h2>What cannot be used</h2>',
        '<ul class="s-problems">',
        ...problems.map(({ file, message }) => `<li><b>${shownText(file)}</b> ${shownText(message)}</li>`),
        '</ul>',
    ];
}
