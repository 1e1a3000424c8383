import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProfileDiagram } from '../../src/diagram/profile/profile-diagram.ts';
import { profileDiagram } from '../../src/diagram/profile/profile-diagram.ts';
import { placeScene } from '../../src/layout/profile/place-profile.ts';
import { placeProfile } from '../../src/layout/profile.ts';
import { drawingFaults } from './drawing-faults.ts';
import { anyProfile } from './fields-arbitrary.ts';
import { textFaults } from './journey-faults.ts';

function faultsOf(diagram: ProfileDiagram): string[] {
    const scene = placeScene(diagram, 852);
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

function ends(diagram: ProfileDiagram): string[] {
    const { links, entity, frame } = placeScene(diagram, 852);
    return links
        .filter(({ link, points }) => {
            const box = link.lands.at === 'system' ? frame : entity;
            const end = points[points.length - 1];
            const onBorder =
                end !== undefined &&
                (Math.abs(end.x - box.x) < 0.01 || Math.abs(end.x - box.x - box.width) < 0.01) &&
                end.y > box.y &&
                end.y < box.y + box.height;
            return !onBorder || (link.lands.at === 'system' && end.y < entity.y + entity.height);
        })
        .map(({ link }) => link.id);
}

test('a profile has no card on a card, no line through a card or a label, and lines keep apart', () => {
    fc.assert(
        fc.property(anyProfile, ({ model, view }) => {
            const diagram = profileDiagram(model, view);
            expect(diagram && faultsOf(diagram)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 200) },
    );
}, 120_000);

test('each line ends at the border of the entity, or below it at the frame where it names only the system', () => {
    fc.assert(
        fc.property(anyProfile, ({ model, view }) => {
            const diagram = profileDiagram(model, view);
            expect(diagram && ends(diagram)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
}, 120_000);

test('the texts of a profile stand apart and on the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyProfile, async ({ model, view }) => {
            const diagram = profileDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const { marks, width, height } = await placeProfile(diagram);
            expect(textFaults(marks, width, height)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
}, 120_000);
