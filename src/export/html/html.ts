import { xmlAttribute, xmlText } from '../../render/xml.ts';

/** A view, with its picture as `renderSvg` wrote it. */
export interface HtmlView {
    readonly name: string;
    readonly title: string;
    /** The kind of view, such as `landscape`. */
    readonly kind: string;
    readonly svg: string;
}

export interface HtmlDocument {
    /** The map's title. */
    readonly title: string;
    readonly views: readonly HtmlView[];
    /** Where a program serves the page. */
    readonly served?: ServedPage;
}

/** What a page has that a program serves: more links in its list, and what its script is told. It may ask that program for events. */
export interface ServedPage {
    readonly before: readonly HtmlLink[];
    readonly after: readonly HtmlLink[];
    readonly facts: Readonly<Record<string, string>>;
}

export interface HtmlLink {
    readonly href: string;
    readonly text: string;
    readonly note?: string;
}

/** A page, and its policy for a header. */
export interface PolicedPage {
    readonly page: string;
    readonly policy: string;
}

/** What each page is made with, whatever the map: its script and style sheet, and how a text is hashed (SHA-256 of its UTF-8, as base64). */
export interface HtmlMeans {
    readonly script: string;
    readonly style: string;
    readonly sha256: (text: string) => string;
}

/**
 * One page with all these views, which asks for nothing else. Its policy lets only this script and these style sheets run, by their
 * hashes. Without scripts it shows all pictures one below the other.
 *
 * @throws an Error where script or style sheet would end the element that holds them
 */
export function htmlOf(document: HtmlDocument, means: HtmlMeans): string {
    return policedHtmlOf(document, means).page;
}

/** As `htmlOf`, with the page's policy. */
export function policedHtmlOf({ title, views, served }: HtmlDocument, means: HtmlMeans): PolicedPage {
    const body = [
        `<nav class="p-list" aria-label="Views"><h1>${xmlText(title)}</h1><ul>`,
        ...(served?.before ?? []).map(moreOf),
        ...views.map(linkOf),
        ...(served?.after ?? []).map(moreOf),
        '</ul></nav>',
        tools,
        '<main class="p-stage" tabindex="0"></main>',
        '<div class="p-views">',
        ...views.map(({ name, svg }) => `<section id="view=${xmlAttribute(name)}" data-view="${xmlAttribute(name)}">\n${svg}</section>`),
        '</div>',
        '<div class="p-card" role="tooltip" hidden></div>',
    ];
    const sheets = views.map(({ svg }) => styleOf(svg));
    return policedPage({ title, body, sheets, ...(served ? { facts: served.facts } : {}) }, means);
}

/** The parts of a page. */
export interface PageParts {
    readonly title: string;
    /** Lines of markup. */
    readonly body: readonly string[];
    /** The style sheets that stand in the body. */
    readonly sheets?: readonly string[];
    /** What the script of a page is told that a program serves; such a page may ask that program for events. */
    readonly facts?: Readonly<Record<string, string>>;
}

/**
 * A page with the policy that it needs.
 *
 * @throws an Error where script or style sheet would end the element that holds them
 */
export function policedPage({ title, body, sheets = [], facts }: PageParts, { script, style, sha256 }: HtmlMeans): PolicedPage {
    if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('The script or the style sheet of the page would end its own element.');
    const hashes = (texts: readonly string[]): string => [...new Set(texts.map((text) => `'sha256-${sha256(text)}'`))].join(' ');
    const connect = facts ? " connect-src 'self';" : '';
    const policy = `default-src 'none'; script-src ${hashes([script])}; style-src ${hashes([style, ...sheets])}; img-src data:;${connect} base-uri 'none'; form-action 'none'`;
    const page = [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="generator" content="CRM Map">',
        ...Object.entries(facts ?? {}).map(([name, content]) => `<meta name="${xmlAttribute(name)}" content="${xmlAttribute(content)}">`),
        `<title>${xmlText(title)}</title>`,
        '<link rel="icon" href="data:,">',
        `<style>${style}</style>`,
        '</head>',
        '<body>',
        ...body,
        `<script>${script}</script>`,
        '</body>',
        '</html>',
        '',
    ].join('\n');
    return { page, policy };
}

const tools = [
    '<div class="p-tools" role="toolbar" aria-label="Picture">',
    '<div class="p-search" role="search"><input type="search" aria-label="Search all views" placeholder="Search ( / )" autocomplete="off" spellcheck="false">',
    '<button type="button" data-do="previous" title="Previous (Shift+Enter)" aria-label="Previous">↑</button>',
    '<button type="button" data-do="next" title="Next (Enter)" aria-label="Next">↓</button><output></output></div>',
    '<button type="button" data-do="smaller" title="Smaller (-)" aria-label="Smaller">−</button>',
    '<button type="button" data-do="full" title="Full size (1)">100 %</button>',
    '<button type="button" data-do="larger" title="Larger (+)" aria-label="Larger">+</button>',
    '<button type="button" data-do="whole" title="Fit the whole picture (0)">Fit</button>',
    '<button type="button" data-do="wide" title="Fit the width (w)">Width</button>',
    '<select class="p-scheme" aria-label="Colours"><option value="auto">As the screen</option><option value="light">Light</option><option value="dark">Dark</option></select>',
    '</div>',
].join('\n');

function linkOf({ name, title, kind }: HtmlView): string {
    const address = xmlAttribute(`#view=${encodeURIComponent(name.toWellFormed())}`);
    const facts = `data-view="${xmlAttribute(name)}" title="${xmlAttribute(`${title} (${kind})`)}"`;
    return `<li><a href="${address}" ${facts}><span>${xmlText(title)}</span><span class="p-count"></span><small>${xmlText(kind)}</small></a></li>`;
}

function moreOf({ href, text, note }: HtmlLink): string {
    return `<li><a href="${xmlAttribute(href)}"><span>${xmlText(text)}</span>${note === undefined ? '' : `<small>${xmlText(note)}</small>`}</a></li>`;
}

/** The style sheet of a picture: its text has no character that markup would change. */
function styleOf(svg: string): string {
    return /<style>([^<&]*)<\/style>/.exec(svg)?.[1] ?? '';
}
