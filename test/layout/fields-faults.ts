/** What a reader would call a fault of a drawing of fields: mappings, data and profiles. */
import type { MappingDiagram } from '../../src/diagram/mapping/mapping-diagram.ts';
import type { DataScene } from '../../src/layout/data/place-cards.ts';
import type { MappingScene } from '../../src/layout/mapping/place-lines.ts';
import type { ProfileScene } from '../../src/layout/profile/place-profile.ts';
import { drawingFaults } from './drawing-faults.ts';

export function mappingFaults(diagram: MappingDiagram, scene: MappingScene): string[] {
    const cards = [
        ...diagram.left.cards.map((card, index) => ({
            name: `left card ${index}`,
            box: { x: scene.leftX, y: card.y, width: card.block.width, height: card.block.height },
        })),
        ...diagram.right.cards.map((card, index) => ({
            name: `right card ${index}`,
            box: { x: scene.rightX, y: card.y, width: card.block.width, height: card.block.height },
        })),
    ];
    const lines = scene.lines.flatMap((each) => [
        { name: each.line.id, points: each.points },
        ...each.joins.map((points, index) => ({ name: `${each.line.id} join ${index}`, points })),
    ]);
    const labels = scene.lines.flatMap((each) => (each.plate === undefined ? [] : [{ name: each.line.id, line: each.line.id, box: each.plate }]));
    const owner = (name: string): string => name.split(' ')[0] ?? '';
    return drawingFaults({ width: scene.width, height: scene.height, cards, labels, lines, joined: (a, b) => owner(a) === owner(b) });
}

export function profileFaults(scene: ProfileScene): string[] {
    return drawingFaults({
        width: scene.width,
        height: scene.height,
        cards: [
            { name: 'the entity', box: scene.entity },
            ...scene.items.map((each, index) => ({ name: `card ${index} of ${each.item.thing.id}`, box: each.card })),
            ...scene.words.map((each, index) => ({
                name: `words ${index}`,
                box: { x: each.x, y: each.y, width: each.entry.block.width, height: each.entry.block.height },
            })),
        ],
        labels: scene.links.flatMap((each) => (each.label === undefined ? [] : [{ name: each.link.id, line: each.link.id, box: each.label }])),
        lines: scene.links.map((each) => ({ name: each.link.id, points: each.points })),
    });
}

export function dataFaults(scene: DataScene): string[] {
    return drawingFaults({
        width: Math.max(852, scene.width),
        height: scene.height,
        cards: scene.cards.map(({ card, box }) => ({ name: card.id, box })),
        labels: [],
        lines: scene.lines.map(({ reference, points }) => ({ name: reference.id, points })),
    });
}
