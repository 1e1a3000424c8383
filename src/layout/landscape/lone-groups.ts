import type { LandscapeGraph, LandscapeGroup } from '../../diagram/landscape/landscape-parts.ts';
import { outline, sceneCard } from './loops.ts';
import type { Frame } from './scene.ts';
import { changedFrame } from './scene.ts';

const gap = 16;

/** The groups that no flow reaches from outside, and in which none runs. */
export function loneGroups(diagram: LandscapeGraph): LandscapeGroup[] {
    const touched = new Set(diagram.hops.filter((hop) => hop.from !== hop.to).flatMap((hop) => [hop.from, hop.to]));
    return diagram.groups.filter((group) => group.cards.every((card) => !touched.has(card.id)));
}

/** Places such groups in rows of this width, from `top` on; cards stand side by side in a group. */
export function placeLoneGroups(diagram: LandscapeGraph, groups: readonly LandscapeGroup[], top: number, width: number): Frame[] {
    const frames: Frame[] = [];
    let x = 0;
    let y = top;
    let rowHeight = 0;
    for (const group of groups) {
        const frame = loneFrame(diagram, group, width);
        if (x > 0 && x + frame.box.width > width) {
            x = 0;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        const [left, above] = [x, y];
        frames.push(changedFrame(frame, (box) => ({ ...box, x: box.x + left, y: box.y + above })));
        x += frame.box.width + gap;
        rowHeight = Math.max(rowHeight, frame.box.height);
    }
    return frames;
}

function loneFrame(diagram: LandscapeGraph, group: LandscapeGroup, width: number): Frame {
    const framed = group.caption !== undefined;
    const [left, top, end] = framed ? [8, 24, 8] : [0, 0, 0];
    const cards: Frame['cards'][number][] = [];
    let x = left;
    let y = top;
    let rowHeight = 0;
    let right = 0;
    for (const card of group.cards) {
        if (x > left && x + card.block.width + end > width) {
            x = left;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        const placed = sceneCard(diagram, card, { x, y });
        cards.push(placed);
        const outer = outline(placed);
        right = Math.max(right, x + outer.width);
        x += outer.width + gap;
        rowHeight = Math.max(rowHeight, outer.height);
    }
    return { group: group.id, framed, cards, box: { x: 0, y: 0, width: Math.max(right + end, group.minWidth), height: y + rowHeight + end } };
}
