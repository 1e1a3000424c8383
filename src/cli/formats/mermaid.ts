import { hasMermaid, mermaidOf, mermaidParts } from '../../export/mermaid/mermaid.ts';
import type { Format } from './format.ts';

/** Text for Mermaid of each view that it has a diagram for. */
export const mermaid: Format = {
    word: 'mermaid',
    shows: hasMermaid,
    whole: false,
    files: (map, { names }) => {
        const parts = map.views.flatMap((view) => mermaidParts(map.model, view.view).map((part) => ({ view, part })));
        // The first texts have their names before what stands beside them, so that this takes no view's name.
        const [first, beside] = [parts.filter(({ part }) => part === 'diagram'), parts.filter(({ part }) => part !== 'diagram')];
        return [...first, ...beside].map(({ view, part }) => ({
            view,
            what: `view ${view.view.name}${part === 'diagram' ? '' : ` (${part})`} as Mermaid`,
            name: names.nameFor(map.shown, part === 'diagram' ? view.view.name : `${view.view.name}.${part}`, 'mmd'),
            content: () => mermaidOf(map.model, view.view, part),
        }));
    },
};
