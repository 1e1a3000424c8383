import { type DrawioPage, drawioOf } from '../../export/drawio/drawio.ts';
import { diagramOf, placeDiagram } from '../../pipeline.ts';
import type { Format } from './format.ts';

/** One file for diagrams.net, with a page for each view that is asked for. */
export const drawio: Format = {
    word: 'drawio',
    shows: () => true,
    whole: false,
    files: (map, { names, engine, isAsked }) => {
        const views = map.views.filter(isAsked);
        if (views.length === 0) return [];
        return [
            {
                views,
                what: 'the file for diagrams.net',
                name: names.nameFor(map.shown, undefined, 'drawio'),
                content: async () => {
                    const pages: DrawioPage[] = [];
                    for (const { view } of views) {
                        const diagram = diagramOf(map.model, view);
                        if (diagram) pages.push({ name: diagram.sheet.title, placed: await placeDiagram(diagram, engine) });
                    }
                    return drawioOf(pages);
                },
            },
        ];
    },
};
