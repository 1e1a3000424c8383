import { expect, test } from 'vitest';
import type { DataDiagram } from '../../../src/diagram/data/data-diagram.ts';
import { dataDiagram } from '../../../src/diagram/data/data-diagram.ts';
import type { Mark } from '../../../src/diagram/marks.ts';
import { placeData } from '../../../src/layout/data.ts';
import { createElkEngine } from '../../../src/layout/elk-engine.ts';
import { landscapeView } from '../../helpers/landscape-maps.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

async function drawn(text: string, system: string): Promise<{ readonly diagram: DataDiagram; readonly marks: readonly Mark[] }> {
    const { model, findings } = text === '' ? await parseFiles(exampleFiles('northwind.crmmap')) : await parseMap(text);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    const diagram = dataDiagram(model, landscapeView({ as: 'data', of: { kind: 'system', id: system } }));
    if (diagram === undefined) throw new Error(`There is no system ${system}.`);
    return { diagram, marks: (await placeData(diagram, createElkEngine())).marks };
}

test('the data of a system says what it shows', async () => {
    const { diagram } = await drawn('', 'crm');
    expect(diagram.sheet.facts.slice(0, 2)).toEqual([
        { caption: 'Shows', value: '2\u00a0entities', second: '10\u00a0fields' },
        { caption: 'Personal', value: '5\u00a0fields' },
    ]);
    expect(diagram.sheet.description).toBe(
        'Data of Salesforce: 2\u00a0entities, 10\u00a0fields, 0\u00a0references; 5\u00a0fields personal, 0 of them sensitive.',
    );
});

test('fields stand with their types, and facts with their entity', async () => {
    const { marks } = await drawn('', 'crm');
    expect(textsOf(marks)).toEqual(
        expect.arrayContaining([
            'text(80)',
            'email, unique',
            'picklist: New, Active, Lapsed',
            'boolean, default false',
            'Legal basis',
            'Consent',
            'Keep for',
            '1\u00a0year',
            '410\u00a0000, +8\u00a0% a year',
        ]),
    );
    expect(thingsOf(marks).map(({ thing }) => `${thing.kind} ${thing.id}`)).toEqual(
        expect.arrayContaining(['system crm', 'entity crm.Lead', 'field crm.Lead.Interest']),
    );
});

const references = `
    system a "Alpha" {
      master entity Order { No : id key  Buyer : reference(Customer) required  Ship : reference(b.Address)  Next : reference(Order) }
      entity Customer { Id : id key }
    }
    system b "Beta" { entity Address "Postal address" }`;

test('references go to entities, to the entity itself, and to small cards of other systems', async () => {
    const { diagram, marks } = await drawn(references, 'a');
    expect(diagram.references.map(({ id, to, required }) => [id, to, required])).toEqual([
        ['a.Order.Buyer', 'a.Customer', true],
        ['a.Order.Ship', 'b.Address', false],
        ['a.Order.Next', 'a.Order', false],
    ]);
    expect(textsOf(marks)).toEqual(expect.arrayContaining(['Postal address', 'in Beta', 'reference to Postal address']));
    const labels = thingsOf(marks).map(({ thing }) => thing.label);
    expect(labels).toContain('Buyer of Order refers to one Customer');
    expect(labels).toContain('Ship of Order refers to one or no Postal address');
});

test('the legend explains the ends of lines that are used', async () => {
    const { diagram } = await drawn(references, 'a');
    expect(diagram.legend.flatMap((group) => group.entries.map((entry) => entry.label))).toEqual([
        'Key',
        'Required',
        'System of record',
        'Copy',
        'Many refer to one',
        'Many refer to one or none',
        'In another system',
    ]);
    const { diagram: plain } = await drawn('system a { entity E { A : text } }', 'a');
    expect(plain.legend.flatMap((group) => group.entries.map((entry) => entry.label))).toEqual(['Copy']);
});

test('a system without entities says what to write', async () => {
    const { marks } = await drawn('system a "Alpha"', 'a');
    expect(textsOf(marks).join(' ')).toContain('Alpha has no entities yet. Write one in it: entity Contact { Email : email }');
});

test('an entity without fields says so', async () => {
    const { marks } = await drawn('system a { entity E }', 'a');
    expect(textsOf(marks)).toContain('No field is stated.');
});
