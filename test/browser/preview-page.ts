import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Diagnostic } from 'vscode-languageserver';
import type { FromWebview, PreviewContent, PreviewWish, ToWebview } from '../../src/protocol.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { drawView } from '../../src/pipeline.ts';
import { answerQuestion } from '../../src/server/preview-answers.ts';
import { toldThings } from '../../src/server/told-things.ts';
import { adjustedView } from '../../src/server/view-way.ts';
import { chooseView, findOwnView, viewSummaries } from '../../src/server/view-choice.ts';
import { patience } from '../cli/program.ts';
import { parseFiles } from '../helpers/maps.ts';

const engine = createElkEngine();

/** Colours of VS Code's own themes, as far as the page asks for them. */
const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'vscode-dark': {
        'editor-background': '#1f1f1f',
        'editor-foreground': '#cccccc',
        descriptionForeground: '#9d9d9d',
        focusBorder: '#0078d4',
        'icon-foreground': '#cccccc',
        'editorGroup-border': '#ffffff17',
        'dropdown-background': '#313131',
        'dropdown-foreground': '#cccccc',
        'dropdown-border': '#3c3c3c',
        'toolbar-hoverBackground': '#5a5d5e50',
        'editorError-foreground': '#f14c4c',
        'editorWarning-foreground': '#cca700',
        'editorInfo-foreground': '#3794ff',
        'editorWidget-background': '#202020',
        'editorWidget-foreground': '#cccccc',
        'editorWidget-border': '#454545',
        'editorHoverWidget-background': '#202020',
        'editorHoverWidget-foreground': '#cccccc',
        'editorHoverWidget-border': '#454545',
        'inputOption-activeBackground': '#2489db82',
        'inputOption-activeBorder': '#2488db',
        'inputOption-activeForeground': '#ffffff',
        'widget-shadow': '#0000005c',
        'editorCursor-foreground': '#aeafad',
    },
    'vscode-light': {
        'editor-background': '#ffffff',
        'editor-foreground': '#3b3b3b',
        descriptionForeground: '#3b3b3b',
        focusBorder: '#005fb8',
        'icon-foreground': '#3b3b3b',
        'editorGroup-border': '#e5e5e5',
        'dropdown-background': '#ffffff',
        'dropdown-foreground': '#3b3b3b',
        'dropdown-border': '#cecece',
        'toolbar-hoverBackground': '#b8b8b850',
        'editorError-foreground': '#e51400',
        'editorWarning-foreground': '#bf8803',
        'editorInfo-foreground': '#1a85ff',
        'editorWidget-background': '#f8f8f8',
        'editorWidget-foreground': '#3b3b3b',
        'editorWidget-border': '#c8c8c8',
        'editorHoverWidget-background': '#f8f8f8',
        'editorHoverWidget-foreground': '#3b3b3b',
        'editorHoverWidget-border': '#c8c8c8',
        'inputOption-activeBackground': '#bed6ed',
        'inputOption-activeBorder': '#005fb8',
        'inputOption-activeForeground': '#000000',
        'widget-shadow': '#00000029',
        'editorCursor-foreground': '#000000',
    },
    'vscode-high-contrast': {
        'editor-background': '#000000',
        'editor-foreground': '#ffffff',
        descriptionForeground: '#ffffff',
        focusBorder: '#f38518',
        contrastBorder: '#6fc3df',
        contrastActiveBorder: '#f38518',
        'icon-foreground': '#ffffff',
        'dropdown-background': '#000000',
        'dropdown-foreground': '#ffffff',
        'dropdown-border': '#6fc3df',
        'editorError-foreground': '#f48771',
        'editorWarning-foreground': '#ffd370',
        'editorInfo-foreground': '#3794ff',
        'editorWidget-background': '#0c141f',
        'editorWidget-border': '#6fc3df',
        'editorHoverWidget-background': '#0c141f',
        'editorHoverWidget-border': '#6fc3df',
        'inputOption-activeBackground': '#00000000',
        'inputOption-activeBorder': '#f38518',
        'editorCursor-foreground': '#ffffff',
    },
};

export type ThemeName = 'vscode-dark' | 'vscode-light' | 'vscode-high-contrast';

export interface PreviewPageOptions {
    readonly theme?: ThemeName;
    readonly wish?: PreviewWish;
    readonly size?: { readonly width: number; readonly height: number };
    /** What is wrong in the map, beside what the language finds. */
    readonly diagnostics?: readonly Diagnostic[];
}

/** The preview's page as VS Code shows it, in a browser of its own: the test is the extension and the server behind it. */
export class PreviewPage {
    readonly page: Page;
    /** What the page sent, in order. */
    readonly sent: FromWebview[] = [];
    /** What went wrong in the page. */
    readonly errors: string[] = [];
    private readonly diagnostics: readonly Diagnostic[];
    private model: CrmModel;
    private wish: PreviewWish;
    private version = 0;

    private constructor(page: Page, model: CrmModel, { wish = {}, diagnostics = [] }: PreviewPageOptions) {
        this.page = page;
        this.model = model;
        this.wish = wish;
        this.diagnostics = diagnostics;
    }

    /** Opens the page with a map; `html` is what the extension would put into the panel. */
    static async open(browser: Browser, html: string, text: string, options: PreviewPageOptions = {}): Promise<PreviewPage> {
        const { theme = 'vscode-dark', size = { width: 1000, height: 760 } } = options;
        const page = await browser.newPage({ viewport: size });
        page.setDefaultTimeout(patience);
        const { model } = await parseFiles({ 'map.crmmap': text });
        const bench = new PreviewPage(page, model, options);
        page.on('pageerror', (error) => bench.errors.push(error.message));
        page.on('console', (message) => message.type() === 'error' && bench.errors.push(message.text()));
        await page.exposeFunction('hear', (message: FromWebview) => bench.hear(message));
        await page.route('https://preview.test/**', (route) => {
            const file = new URL(route.request().url()).pathname.slice(1);
            return file === 'page' ? route.fulfill({ contentType: 'text/html', body: html }) : route.fulfill({ path: file });
        });
        const colours = Object.entries(themes[theme] ?? {}).map(([name, value]) => [`--vscode-${name}`, value] as const);
        await page.addInitScript(`
            let kept;
            globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => hear(message), getState: () => kept, setState: (state) => { kept = state; } });
            document.addEventListener('DOMContentLoaded', () => {
                document.body.classList.add(${JSON.stringify(theme)});
                for (const [name, value] of ${JSON.stringify([...colours, ['--vscode-font-family', 'sans-serif'], ['--vscode-font-size', '13px']])}) {
                    document.documentElement.style.setProperty(name, value);
                }
            });
        `);
        await page.goto('https://preview.test/page');
        await page.locator('#picture svg').waitFor();
        await page.locator('#picture svg [id^=thing-]').first().waitFor({ state: 'attached' });
        return bench;
    }

    /** Shows the map with another text, as after an edit. */
    async edit(text: string): Promise<void> {
        ({ model: this.model } = await parseFiles({ 'map.crmmap': text }));
        await this.draw();
    }

    post(message: ToWebview): Promise<void> {
        return this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
    }

    close(): Promise<void> {
        return this.page.close();
    }

    private async hear(message: FromWebview): Promise<void> {
        this.sent.push(message);
        if (message.type === 'wish') this.wish = message.wish;
        if (message.type === 'wish' || message.type === 'ready') await this.draw();
        if (message.type === 'ask') {
            const drawNothing = (): Promise<string> => Promise.reject(new Error('Thumbnails are not drawn here.'));
            const answer = await answerQuestion(this.model, message.question, drawNothing, new AbortController().signal);
            await this.post({ type: 'answer', number: message.number, answer });
        }
    }

    private async draw(): Promise<void> {
        const { model, wish } = this;
        const own = wish.own && findOwnView(model, wish.own);
        const view = own ?? chooseView(model, wish.view);
        if (!view) throw new Error('The map has no view.');
        this.version += 1;
        const views = viewSummaries(model);
        const isListed = views.some(({ name }) => name === view.name);
        const content: PreviewContent = {
            preview: 'a',
            uri: 'file:///map.crmmap',
            version: this.version,
            mapTitle: model.map.title,
            views,
            ...(isListed ? { view: view.name } : { own: wish.own }),
            way: adjustedView(model, view, wish.adjust ?? {}).way,
            problems: { errors: 0, warnings: 0 },
            picture: { state: 'drawn', svg: await drawView(model, view, engine) },
        };
        await this.post({ type: 'content', content });
        const things = toldThings(model, [{ file: 'map.crmmap', diagnostics: this.diagnostics }]);
        await this.post({ type: 'things', things: { preview: 'a', uri: content.uri, ...things } });
    }
}

/** The reference map of the house. */
export const northwind = readFileSync('examples/northwind.crmmap', 'utf8');

/** What the page's markup asks of VS Code; `texts` are those of the reader's language, where it is not English. */
export function vscodeOfPages(told: { readonly texts?: Readonly<Record<string, string>> }): object {
    return {
        Uri: { joinPath: (base: string, ...parts: readonly string[]) => [base, ...parts].join('/') },
        env: { language: 'de' },
        l10n: { bundle: told.texts, t: (english: string) => told.texts?.[english] ?? english },
    };
}
