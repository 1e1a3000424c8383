import { placeBlock } from '../../diagram/block.ts';
import type { MappingColumn, MappingDiagram } from '../../diagram/mapping/mapping-parts.ts';
import type { Mark } from '../../diagram/marks.ts';
import { flowLine } from '../../diagram/parts/flow-line.ts';
import { textLines } from '../../diagram/text-lines.ts';
import { fontOf, wrapText } from '../../diagram/text-metrics.ts';
import { crossingGaps } from '../channel/crossing-gaps.ts';
import type { Stretch } from '../rects.ts';
import { stretches } from '../rects.ts';
import type { MappingScene, PlacedLine } from './place-lines.ts';

/** Cards, lines with their plates, and the rings of what is not mapped: the reading order of the sheet. */
export function mappingMarks(diagram: MappingDiagram, scene: MappingScene): Mark[] {
    const { left, right } = diagram;
    return [
        ...cardMarks(left, scene.leftX),
        ...cardMarks(right, scene.rightX),
        ...lineMarks(scene),
        ...ringMarks(left, scene.leftX + left.width),
        ...ringMarks(right, scene.rightX),
        ...(diagram.empty === undefined ? [] : emptyWords(diagram.empty, scene.leftX + left.width, scene.rightX)),
    ];
}

function cardMarks(column: MappingColumn, x: number): Mark[] {
    return column.cards.map((card) => ({ ...placeBlock(card.block, x, card.y), thing: card.thing }));
}

function lineMarks(scene: MappingScene): Mark[] {
    const earlier: Stretch[] = [];
    return scene.lines.map((placed): Mark => {
        const { line, points, joins, plate } = placed;
        const own = ownStretches(placed);
        const gaps = crossingGaps(own, earlier);
        earlier.push(...own);
        const joint = joins[0]?.[2];
        return {
            type: 'group',
            thing: line.thing,
            marks: [
                ...gaps,
                ...joins.flatMap((join) => flowLine({ points: join, heads: line.twoWay ? 'start' : 'none' })),
                ...flowLine({ points, heads: line.twoWay ? 'both' : 'end' }),
                ...(joint === undefined ? [] : [{ type: 'circle', ...joint, radius: 3, style: 'flow-head' } as const]),
                ...(plate === undefined || line.plate === undefined ? [] : [placeBlock(line.plate, plate.x, plate.y)]),
            ],
        };
    });
}

function ownStretches({ points, joins }: PlacedLine): Stretch[] {
    return [...stretches(points), ...joins.flatMap((join) => stretches(join))];
}

function ringMarks(column: MappingColumn, x: number): Mark[] {
    return column.rings.map(({ y, missing }) => ({
        type: 'circle',
        x,
        y,
        radius: 4,
        style: ['fill-canvas', missing ? 'stroke-red' : 'stroke-mark', missing ? 'w2' : 'w15'],
    }));
}

/** Words in the middle of the strip between the cards. */
function emptyWords(text: string, from: number, to: number): Mark[] {
    const lines = wrapText(text, to - from - 48, fontOf('body'));
    return textLines(lines, (from + to) / 2, 40, 18, 'body', 'middle');
}
