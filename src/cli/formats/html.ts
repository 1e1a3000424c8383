import { createHash } from 'node:crypto';
import type { HtmlView } from '../../export/html/html.ts';
import { htmlOf } from '../../export/html/html.ts';
import { drawView, pictureTitle } from '../../pipeline.ts';
import { asset } from '../assets.ts';
import type { Format } from './format.ts';

/** One page for each map, with all views that are asked for. */
export const html: Format = {
    word: 'html',
    shows: () => true,
    whole: false,
    files: (map, { names, engine, isAsked, theme }) => {
        const views = map.views.filter(isAsked);
        if (views.length === 0) return [];
        return [
            {
                views,
                what: 'the page',
                name: names.nameFor(map.shown, undefined, 'html'),
                content: async () => {
                    const shown: HtmlView[] = [];
                    for (const { view } of views) {
                        const svg = await drawView(map.model, theme ? { ...view, theme } : view, engine);
                        shown.push({ name: view.name, title: pictureTitle(map.model, view), kind: view.as, svg });
                    }
                    return htmlOf(
                        { title: map.model.map.title, views: shown },
                        {
                            script: asset('html-page.js').toString('utf8'),
                            style: asset('html-page.css').toString('utf8'),
                            sha256: (text) => createHash('sha256').update(text).digest('base64'),
                        },
                    );
                },
            },
        ];
    },
};
