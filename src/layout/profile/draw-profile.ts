import { placeBlock } from '../../diagram/block.ts';
import type { Mark } from '../../diagram/marks.ts';
import { flowLine } from '../../diagram/parts/flow-line.ts';
import type { ProfileDiagram } from '../../diagram/profile/profile-parts.ts';
import { textLines } from '../../diagram/text-lines.ts';
import { crossingGaps } from '../channel/crossing-gaps.ts';
import type { Stretch } from '../rects.ts';
import { stretches } from '../rects.ts';
import { frameCaption, framePadding } from './frame.ts';
import type { PlacedLink, ProfileScene } from './place-profile.ts';
import { systemZone } from './system-zone.ts';

/** Frame, lines, cards, then the entity over the ends of the lines. */
export function profileMarks(diagram: ProfileDiagram, scene: ProfileScene): Mark[] {
    const { centre } = diagram;
    const { frame, entity } = scene;
    return [
        ...frameMarks(diagram, scene),
        ...scene.words.map(({ x, y, entry }) => placeBlock(entry.block, x, y)),
        ...linkMarks(scene),
        ...scene.items.map(({ item, card }): Mark => ({ ...placeBlock(item.card, card.x, card.y), thing: item.thing })),
        { ...placeBlock(centre.block, entity.x, entity.y), thing: centre.thing },
        ...ringMarks(scene),
        ...zoneMarks(diagram, scene, frame.x),
    ];
}

function frameMarks({ centre }: ProfileDiagram, { frame }: ProfileScene): Mark[] {
    return [
        { type: 'rect', ...frame, radius: 12, style: 'frame' },
        ...textLines(frameCaption(centre).lines, frame.x + 12, frame.y + 16.5, 14, 'caption'),
        ...(centre.code === undefined
            ? []
            : [{ type: 'text', x: frame.x + frame.width - 12, y: frame.y + 16.5, text: centre.code, anchor: 'end', style: 'region' } as const]),
    ];
}

/** Words beside the ends of the lines that name only the system. */
function zoneMarks(diagram: ProfileDiagram, { zone, links, frame }: ProfileScene, x: number): Mark[] {
    if (zone === undefined) {
        return [];
    }
    const ends = links.filter(({ link }) => link.lands.at === 'system').map(({ points }) => points[points.length - 1]?.y ?? zone.y);
    const { lines } = systemZone(diagram.centre, links);
    const middle = Math.min(...ends);
    const tall = lines.length * 15;
    const top = Math.min(Math.max(zone.y + 8, middle - tall / 2), frame.y + frame.height - framePadding.bottom - tall);
    return textLines(lines, x + 16, top + 11, 15, ['small', 'fill-ink2']);
}

function linkMarks(scene: ProfileScene): Mark[] {
    const earlier: Stretch[] = [];
    return scene.links.map((placed): Mark => {
        const { link, points, label } = placed;
        const own = stretches(points);
        const gaps = crossingGaps(own, earlier);
        earlier.push(...own);
        const marks: Mark[] = [
            ...gaps,
            ...flowLine({ points, timing: link.timing, heads: link.heads, look: link.look }),
            ...(label === undefined || link.label === undefined ? [] : [placeBlock(link.label.block, label.x, label.y)]),
        ];
        return link.thing === undefined ? { type: 'group', marks } : { type: 'group', thing: link.thing, marks };
    });
}

/** Rings where lines stand at fields. */
function ringMarks({ links }: ProfileScene): Mark[] {
    return links.flatMap(({ link, points }: PlacedLink): Mark[] => {
        const end = points[points.length - 1];
        const hasHead = link.heads !== 'start';
        return link.lands.at !== 'field' || end === undefined || hasHead
            ? []
            : [{ type: 'circle', ...end, radius: 3.5, style: ['fill-card', 'stroke-ink3', 'w15'] }];
    });
}
