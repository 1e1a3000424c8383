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
export function htmlOf({ title, views }: HtmlDocument, { script, style, sha256 }: HtmlMeans): string {
    if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('The script or the style sheet of the page would end its own element.');
    const sheets = [style, ...views.map(({ svg }) => styleOf(svg))];
    const hashes = (texts: readonly string[]): string => [...new Set(texts.map((text) => `'sha256-${sha256(text)}'`))].join(' ');
    const policy = `default-src 'none'; script-src ${hashes([script])}; style-src ${hashes(sheets)}; img-src data:; base-uri 'none'; form-action 'none'`;
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="generator" content="CRM Map">',
        `<title>${xmlText(title)}</title>`,
        '<link rel="icon" href="data:,">',
        `<style>${style}</style>`,
        '</head>',
        '<body>',
        `<nav class="p-list" aria-label="Views"><h1>${xmlText(title)}</h1><ul>`,
        ...views.map(linkOf),
        '</ul></nav>',
        tools,
        '<main class="p-stage" tabindex="0"></main>',
        '<div class="p-views">',
        ...views.map(({ name, svg }) => `<section id="view=${xmlAttribute(name)}" data-view="${xmlAttribute(name)}">\n${svg}</section>`),
        '</div>',
        '<div class="p-card" role="tooltip" hidden></div>',
        `<script>${script}</script>`,
        '</body>',
        '</html>',
        '',
    ].join('\n');
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

/** The style sheet of a picture: its text has no character that markup would change. */
function styleOf(svg: string): string {
    return /<style>([^<&]*)<\/style>/.exec(svg)?.[1] ?? '';
}
