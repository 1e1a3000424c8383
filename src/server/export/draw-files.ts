import { type Diagram, diagramOf } from '../../pipeline.ts';
import type { ExportWork, MadeFile } from './export-work.ts';

/**
 * Makes what needs no more than the drawing thread, where there is no other: a browser has none.
 *
 * @throws an Error with words for the reader, for other formats than SVG
 */
export async function drawFiles(work: ExportWork, draw: (diagram: Diagram) => Promise<string>): Promise<MadeFile[]> {
    if (work.format !== 'svg')
        throw new Error('In a browser a map can be saved as SVG and PNG. Use VS Code on your own machine, or the command line, for other formats.');
    const stem = safePart(work.shown.replace(/\.crmmap$/, ''));
    const files: MadeFile[] = [];
    for (const view of work.views.filter(({ name }) => work.asked.includes(name))) {
        const diagram = diagramOf(work.model, view);
        if (diagram) files.push({ name: `${stem}.${safePart(view.name)}.svg`, content: await draw(diagram) });
    }
    return files;
}

/** What no file system minds in a name. */
function safePart(name: string): string {
    return name.replace(/[^\p{L}\p{N}._-]/gu, '-').replace(/^\.+/, '-');
}
