import { interFaces } from '../../export/fonts/inter-faces.ts';
import type { PlacedDiagram } from '../../layout/placed-diagram.ts';
import { diagramOf, placeDiagram } from '../../pipeline.ts';
import { asset } from '../assets.ts';
import type { Format } from './format.ts';

/** One document, with a page for each view that is asked for. */
export const pdf: Format = {
    word: 'pdf',
    shows: () => true,
    whole: false,
    files: (map, { names, engine, isAsked, theme, fonts }) => {
        const views = map.views.filter(isAsked);
        if (views.length === 0) return [];
        return [
            {
                views,
                what: 'the PDF',
                name: names.nameFor(map.shown, undefined, 'pdf'),
                content: async () => {
                    const { pdfOf } = await import('../../export/pdf/pdf.ts');
                    const pages: PlacedDiagram[] = [];
                    for (const { view } of views) {
                        const diagram = diagramOf(map.model, theme ? { ...view, theme } : view);
                        if (diagram) pages.push(await placeDiagram(diagram, engine));
                    }
                    return pdfOf(map.model.map.title, pages, [...interFaces.map(({ file }) => asset(file)), ...fonts]);
                },
            },
        ];
    },
};
