import { type HtmlLink, type HtmlMeans, type HtmlView, type PolicedPage, policedHtmlOf } from '../../export/html/html.ts';
import { plural } from '../plural.ts';
import { printableLine } from '../printable.ts';
import type { ServedView } from './draw-served.ts';
import { findingsPage } from './findings-page.ts';
import { countsOf, factsOfPage } from './pages.ts';
import type { DrawnMap, ServedMap } from './served-maps.ts';

/** The page of a map: all views that can be drawn, as in an exported page, and why others cannot; where none can, what is wrong in the map. */
export function mapPage(map: ServedMap, { facts, pictures, faults }: DrawnMap, means: HtmlMeans): PolicedPage {
    const views = facts.views.flatMap(({ name, title, kind }): HtmlView[] => {
        const svg = pictures.get(name);
        return svg === undefined ? [] : [{ name, title, kind, svg }];
    });
    if (views.length === 0 && faults.size === 0) return findingsPage(map, facts, means);
    const findings = `/maps/${map.id}/findings`;
    const missing = facts.views.filter(({ name }) => !pictures.has(name)).map((view) => missingLink(view, faults.get(view.name), findings));
    const served = {
        before: [{ href: '/', text: 'All maps' }],
        after: [...missing, { href: findings, text: 'Findings', note: countsOf(facts.findings) }],
        facts: factsOfPage(map.id, map.version),
    };
    return policedHtmlOf({ title: facts.title, views, served }, means);
}

function missingLink({ title, error, errors }: ServedView, fault: string | undefined, href: string): HtmlLink {
    const more = errors > 1 ? ` (and ${plural(errors - 1, 'more error')})` : '';
    const reason = error ? `${error.file}:${error.start.line}:${error.start.column} ${error.message}${more}` : `by a fault of the program: ${fault ?? ''}`;
    return { href, text: title, note: printableLine(`not drawn: ${reason}`) };
}
