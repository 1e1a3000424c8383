import { describe, expect, test } from 'vitest';
import { dataDiagram } from '../../src/diagram/data/data-diagram.ts';
import { mappingDiagram } from '../../src/diagram/mapping/mapping-diagram.ts';
import { matrixDiagram } from '../../src/diagram/matrix/matrix-diagram.ts';
import { profileDiagram } from '../../src/diagram/profile/profile-diagram.ts';
import { scorecardDiagram } from '../../src/diagram/scorecard/scorecard-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { placeData } from '../../src/layout/data.ts';
import { placeCards } from '../../src/layout/data/place-cards.ts';
import { placeMapping } from '../../src/layout/mapping.ts';
import { placeLines } from '../../src/layout/mapping/place-lines.ts';
import { placePage } from '../../src/layout/page.ts';
import type { PlacedDiagram } from '../../src/layout/placed-diagram.ts';
import { placeProfile } from '../../src/layout/profile.ts';
import { placeScene } from '../../src/layout/profile/place-profile.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { thingsOf } from '../helpers/marks.ts';
import { parseMap } from '../helpers/maps.ts';
import { boxFaults } from './box-faults.ts';
import { dataFaults, mappingFaults, profileFaults } from './fields-faults.ts';
import { textFaults } from './journey-faults.ts';
import { largeData, largeMapping, largeMatrix, largeProfile, largeScorecard } from './large-fields.ts';

const engine = createElkEngine();

async function viewsOf(text: string): Promise<{ readonly model: CrmModel; readonly views: readonly View[] }> {
    const { model, findings } = await parseMap(text);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    return { model, views: model.views };
}

function there<T>(thing: T | undefined): T {
    if (thing === undefined) throw new Error('There is no picture.');
    return thing;
}

function faults({ marks, width, height }: PlacedDiagram): string[] {
    return [...textFaults(marks, width, height), ...boxFaults(marks)];
}

describe('large pictures have no fault', () => {
    test('a mapping of 60 lines with long transforms', async () => {
        const { model, views } = await viewsOf(largeMapping(60));
        const diagram = there(mappingDiagram(model, there(views[0])));
        expect(mappingFaults(diagram, placeLines(diagram, 852))).toEqual([]);
        expect(faults(await placeMapping(diagram))).toEqual([]);
    });

    test('the data of a system of 40 entities', async () => {
        const { model, views } = await viewsOf(largeData(40));
        const diagram = there(dataDiagram(model, there(views[0])));
        expect(dataFaults(await placeCards(diagram, engine, 852))).toEqual([]);
        expect(faults(await placeData(diagram, engine))).toEqual([]);
    });

    test('a profile of a record that 30 systems fill or read, plain and with all that a view can ask', async () => {
        const { model, views } = await viewsOf(largeProfile(30));
        for (const view of views) {
            const diagram = there(profileDiagram(model, view));
            expect(profileFaults(placeScene(diagram, 852))).toEqual([]);
            expect(faults(await placeProfile(diagram))).toEqual([]);
        }
    });

    test('a scorecard of 40 metrics', async () => {
        const { model, views } = await viewsOf(largeScorecard(40));
        expect(faults(await placePage(scorecardDiagram(model, there(views[0]))))).toEqual([]);
    });

    test('a matrix of 60 rows and 40 columns, and turned round', async () => {
        const { model, views } = await viewsOf(largeMatrix(60, 40));
        for (const view of views) expect(faults(await placePage(matrixDiagram(model, view)))).toEqual([]);
    });
});

test('a long matrix says what its columns are every twenty rows, and a wide one what its rows are at both ends', async () => {
    const { model, views } = await viewsOf(largeMatrix(60, 40));
    const placed = await placePage(matrixDiagram(model, there(views[0])));
    const texts = JSON.stringify(placed.marks);
    const count = (text: string): number => texts.split(`"text":"${text}"`).length - 1;
    expect(count('System 1')).toBe(3);
    expect(count('Capability 1')).toBe(2);
    const ids = thingsOf(placed.marks).map(({ thing }) => `${thing.kind} ${thing.id}`);
    expect(new Set(ids).size).toBe(ids.length);
});
