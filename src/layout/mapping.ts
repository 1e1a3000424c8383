import { placeBlock } from '../diagram/block.ts';
import type { MappingDiagram } from '../diagram/mapping/mapping-parts.ts';
import type { Mark } from '../diagram/marks.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { leastContent } from '../diagram/parts/page.ts';
import { table } from '../diagram/parts/table.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import { mappingMarks } from './mapping/draw-mapping.ts';
import { placeLines } from './mapping/place-lines.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Gives everything on a mapping its place. The sheet is 900 px wide, or as wide as plates and lines need. */
export function placeMapping(diagram: MappingDiagram): Promise<PlacedDiagram> {
    const scene = placeLines(diagram, leastContent);
    const content = Math.max(leastContent, Math.ceil(scene.width / 4) * 4);
    const width = content + 2 * sheetMargin;
    const title = diagram.showTitle ? titleBlock(diagram.sheet, width) : { height: 8, marks: [] };
    const marks: Mark[] = [...title.marks];
    let y = title.height + 16;
    if (diagram.panel !== undefined) {
        const panel = factPanel(diagram.panel, content);
        marks.push(placeBlock(panel, sheetMargin, y));
        y += panel.height + 24;
    }
    marks.push({ type: 'group', x: sheetMargin, y, marks: mappingMarks(diagram, scene) });
    y += scene.height + 12;
    const icons = { caption: '', width: 16 };
    if (diagram.findings.length > 0) {
        const findings = table({
            title: 'Findings',
            columns: [icons, { caption: '' }, { caption: '' }],
            rows: diagram.findings,
            width: content,
            rowHeight: 32,
        });
        marks.push(placeBlock(findings, sheetMargin, y));
        y += findings.height + 12;
    }
    if (diagram.values.length > 0) {
        const values = table({ title: 'Values', columns: [{ caption: '' }, { caption: '' }], rows: diagram.values, width: content, rowHeight: 32 });
        marks.push(placeBlock(values, sheetMargin, y));
        y += values.height + 12;
    }
    const hasTables = diagram.findings.length + diagram.values.length > 0;
    const legendBlock = legend({ width: content, groups: diagram.legend, form: 'row', rule: !hasTables });
    if (legendBlock.height > 0) {
        y += hasTables ? 4 : 12;
        marks.push(placeBlock(legendBlock, sheetMargin, y));
        y += legendBlock.height;
    }
    return Promise.resolve({ sheet: diagram.sheet, width, height: Math.ceil((y + 16) / 4) * 4, marks });
}
