import { describe, expect, test } from 'vitest';
import type { BlueprintDiagram } from '../../../src/diagram/blueprint/blueprint-diagram.ts';
import { blueprintDiagram } from '../../../src/diagram/blueprint/blueprint-diagram.ts';
import { placeBlueprint } from '../../../src/layout/blueprint.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

async function drawn(files: Readonly<Record<string, string>> | string): Promise<BlueprintDiagram> {
    const { model } = typeof files === 'string' ? await parseMap(files) : await parseFiles(files);
    const view = viewsOf(model).find((candidate) => candidate.as === 'blueprint');
    const diagram = view && blueprintDiagram(model, view);
    if (diagram === undefined) throw new Error('The map draws no blueprint.');
    return diagram;
}

const northwind = (): Promise<BlueprintDiagram> => drawn(exampleFiles('northwind.crmmap'));
const wordsOf = async (diagram: BlueprintDiagram): Promise<string> => plain(textsOf((await placeBlueprint(diagram)).marks).join(' '));

describe('A service blueprint', () => {
    test('names its three lines and its lanes at the left', async () => {
        const placed = await placeBlueprint(await northwind());
        const left = textsOf(placed.marks).join(' ');
        for (const name of [
            'Evidence',
            'Customer actions',
            'Line of interaction',
            'Frontstage',
            'Line of visibility',
            'Backstage',
            'Activities',
            'Line of internal interaction',
            'Support',
            'Data',
        ]) {
            expect(left).toContain(name);
        }
    });

    test('says what it shows in sentences, and which data can be too old', async () => {
        expect(plain((await northwind()).sheet.description)).toBe(
            'Service blueprint of First pair of boots: 8 touchpoints in 4 stages; 3 systems in front of the line of visibility, 3 behind it, 1 in support; ' +
                '6 activities of the company. Data can be older than allowed at Gets the confirmation.',
        );
    });

    test('has each thing with its id, and a label that says what it is', async () => {
        const things = thingsOf((await placeBlueprint(await northwind())).marks).map(({ thing }) => thing);
        expect(things).toContainEqual({ kind: 'touchpoint', id: 'firstBoots.pay', label: 'Pays on her phone, done by the customer, moment of truth' });
        expect(things.find(({ kind, id }) => kind === 'activity' && id.startsWith('selling.serve'))?.label).toMatch(
            /^Ticket triage, manual, in Service desk, takes/,
        );
        expect(things.find(({ kind, id }) => kind === 'field' && id === 'crm.Contact.Phone')?.label.replaceAll('\u00a0', ' ')).toBe(
            'Contact.Phone, used at Calls a store, within 1 hour, personal data, I-02 every 15 min',
        );
    });

    test('marks data that is slower than allowed with words, and the interfaces that bring it', async () => {
        const words = await wordsOf(await northwind());
        expect(words).toContain('Contact.Phone within 1 hour, brought by I-02 every 15 min');
        expect(words).toContain('older than allowed: of any age: I-06 is manual');
    });

    test('puts what the company does below the line of interaction', async () => {
        const diagram = await drawn('journey j { stage s { touchpoint a touchpoint b { by company } } }');
        expect(diagram.rows[0]?.company).toEqual(['j.b']);
    });

    test('gives every system a bar of its own in its columns, so that each can be tied to its touchpoint', async () => {
        const diagram = await drawn(
            'system a "A" system b "B" journey j { stage s { touchpoint t { frontstage a, b  backstage a } touchpoint u { frontstage b } } }',
        );
        expect(diagram.rows[0]?.frontstage.bars.map((bar) => [bar.system.id, bar.from, bar.to])).toEqual([
            ['a', 0, 0],
            ['b', 0, 1],
        ]);
        expect(new Set(diagram.rows[0]?.frontstage.bars.map((bar) => bar.y)).size).toBe(2);
    });

    test('says in words what is not stated', async () => {
        const words = await wordsOf(await drawn('journey j { stage s { touchpoint t } }'));
        expect(words).toContain('No system and nobody of the company in front of the line of visibility is stated.');
        expect(words).toContain('No system and no activity behind the line of visibility is stated.');
        expect(words).toContain('No support system is stated.');
        expect(await wordsOf(await drawn('journey j { stage s "Only" }'))).toContain('No touchpoints yet');
    });

    test('adds further lanes of the journey where the view names them, and leaves out those that it does not', async () => {
        const lanes = (names: string): string =>
            `channel web "Web" online system a { entity E } journey j { stage s { touchpoint t { channel web  emotion -1  pain p "Slow"  captures a.E } } } view v as blueprint of j ${names}`;
        const plainOne = await drawn(lanes(''));
        expect([plainOne.rows[0]?.evidence?.name, plainOne.rows[0]?.below.map((lane) => lane.name)]).toEqual(['evidence', ['data']]);
        const chosen = await drawn(lanes('{ lanes touchpoints, systems, pains, emotion }'));
        expect([chosen.rows[0]?.evidence, chosen.rows[0]?.below.map((lane) => lane.name)]).toEqual([undefined, ['pains', 'emotion']]);
    });

    test('explains only what it uses', async () => {
        const diagram = await drawn('system a { lifecycle planned } journey j { stage s { touchpoint t { frontstage a } } }');
        expect(textsOf(diagram.legend.marks)).toEqual(['TOUCHPOINT', 'Stands on this system', 'SYSTEM', 'Planned']);
    });
});
