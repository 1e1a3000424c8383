import type { MappingDiagram } from '../diagram/mapping/mapping-parts.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { leastContent, part, withSpaceBelow } from '../diagram/parts/page.ts';
import { table } from '../diagram/parts/table.ts';
import { mappingMarks } from './mapping/draw-mapping.ts';
import { placeLines } from './mapping/place-lines.ts';
import { placePage } from './page.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Gives everything on a mapping its place. The sheet is 900 px wide, or as wide as plates and lines need. */
export function placeMapping(diagram: MappingDiagram): Promise<PlacedDiagram> {
    const scene = placeLines(diagram, leastContent);
    const content = Math.max(leastContent, Math.ceil(scene.width / 4) * 4);
    const panel = diagram.panel && factPanel(diagram.panel, content);
    const look = { width: content, rowHeight: 32 };
    const tables = [
        { title: 'Findings', columns: [{ caption: '', width: 16 }, { caption: '' }, { caption: '' }], rows: diagram.findings },
        { title: 'Values', columns: [{ caption: '' }, { caption: '' }], rows: diagram.values },
    ].filter(({ rows }) => rows.length > 0);
    const hasTables = tables.length > 0;
    const parts = [
        ...(panel ? [{ block: panel, above: 16 }] : []),
        { block: { width: scene.width, height: scene.height + 12, marks: mappingMarks(diagram, scene) }, above: panel ? 24 : 16 },
        ...tables.map((one) => ({ block: withSpaceBelow(table({ ...one, ...look }), 12), above: 0 })),
        ...part(legend({ width: content, groups: diagram.legend, form: 'row', rule: !hasTables }), hasTables ? 4 : 12),
    ];
    return placePage({ ...diagram, contentWidth: content, parts });
}
