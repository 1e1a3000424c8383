import type { PlacedDiagram } from '../../layout/placed-diagram.ts';
import { attributes } from '../../render/xml.ts';
import { pageCells } from './page.ts';

/** One page: a view that has its places. */
export interface DrawioPage {
    readonly name: string;
    readonly placed: PlacedDiagram;
}

/**
 * Views as a file of diagrams.net (draw.io), one page each: boxes, texts and connectors of its own with the places of the picture.
 * Colours are those of the light theme. Nothing in it is markup: texts are plain (`html=0`).
 */
export function drawioOf(pages: readonly DrawioPage[]): string {
    const diagrams = pages.map(({ name, placed }, index) => {
        const size = { pageWidth: String(Math.ceil(placed.width)), pageHeight: String(Math.ceil(placed.height)) };
        const model = attributes({
            grid: '0',
            guides: '1',
            tooltips: '1',
            connect: '1',
            arrows: '1',
            page: '1',
            pageScale: '1',
            ...size,
            math: '0',
            shadow: '0',
        });
        return `<diagram${attributes({ id: `view-${index + 1}`, name })}>\n<mxGraphModel${model}>\n<root>\n${pageCells(placed)}\n</root>\n</mxGraphModel>\n</diagram>`;
    });
    return `<mxfile host="crmmap" compressed="false">\n${diagrams.join('\n')}\n</mxfile>\n`;
}
