import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProfileDiagram } from '../../src/diagram/profile/profile-diagram.ts';
import { profileDiagram } from '../../src/diagram/profile/profile-diagram.ts';
import { placeScene } from '../../src/layout/profile/place-profile.ts';
import { placeProfile } from '../../src/layout/profile.ts';
import { boxFaults } from './box-faults.ts';
import { anyProfile } from './fields-arbitrary.ts';
import { profileFaults } from './fields-faults.ts';
import { textFaults } from './journey-faults.ts';

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
            expect(diagram && profileFaults(placeScene(diagram, 852))).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 200) },
    );
});

test('each line ends at the border of the entity, or below it at the frame where it names only the system', () => {
    fc.assert(
        fc.property(anyProfile, ({ model, view }) => {
            const diagram = profileDiagram(model, view);
            expect(diagram && ends(diagram)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
});

test('the texts of a profile stand apart and on the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyProfile, async ({ model, view }) => {
            const diagram = profileDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const { marks, width, height } = await placeProfile(diagram);
            expect([...textFaults(marks, width, height), ...boxFaults(marks)]).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
});
