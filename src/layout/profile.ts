import { placeBlock } from '../diagram/block.ts';
import type { Mark } from '../diagram/marks.ts';
import { factPanel } from '../diagram/parts/fact-panel.ts';
import { legend } from '../diagram/parts/legend.ts';
import { leastContent } from '../diagram/parts/page.ts';
import { sheetMargin, titleBlock } from '../diagram/parts/title-block.ts';
import type { ProfileDiagram } from '../diagram/profile/profile-parts.ts';
import type { PlacedDiagram } from './placed-diagram.ts';
import { profileMarks } from './profile/draw-profile.ts';
import { placeScene } from './profile/place-profile.ts';

/** Gives everything on a profile its place. The sheet is 900 px wide, or as wide as cards and labels need. */
export function placeProfile(diagram: ProfileDiagram): Promise<PlacedDiagram> {
    const scene = placeScene(diagram, leastContent);
    const content = Math.max(leastContent, Math.ceil(scene.width / 4) * 4);
    const width = content + 2 * sheetMargin;
    const title = diagram.showTitle ? titleBlock(diagram.sheet, width) : { height: 8, marks: [] };
    const marks: Mark[] = [...title.marks];
    let y = title.height + 16;
    if (diagram.facts !== undefined) {
        const facts = factPanel(diagram.facts, content);
        marks.push(placeBlock(facts, sheetMargin, y));
        y += facts.height + 28;
    }
    marks.push({ type: 'group', x: sheetMargin, y, marks: profileMarks(diagram, scene) });
    y += scene.height + 24;
    diagram.legend
        .filter((group) => group.entries.length > 0)
        .forEach((group, index) => {
            const block = legend({ width: content, groups: [group], form: 'row', rule: index === 0 });
            marks.push(placeBlock(block, sheetMargin, y));
            y += block.height;
        });
    return Promise.resolve({ sheet: diagram.sheet, width, height: Math.ceil((y + 16) / 4) * 4, marks });
}
