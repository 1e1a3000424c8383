import { expect, test } from 'vitest';
import type { MappingDiagram } from '../../../src/diagram/mapping/mapping-diagram.ts';
import { mappingDiagram } from '../../../src/diagram/mapping/mapping-diagram.ts';
import type { Mark } from '../../../src/diagram/marks.ts';
import { placeMapping } from '../../../src/layout/mapping.ts';
import { landscapeView } from '../../helpers/landscape-maps.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

async function drawn(text: string, flow: string): Promise<{ readonly diagram: MappingDiagram; readonly marks: readonly Mark[] }> {
    const { model } = text === '' ? await parseFiles(exampleFiles('northwind.crmmap')) : await parseMap(text);
    const diagram = mappingDiagram(model, landscapeView({ as: 'mapping', of: { kind: 'flow', id: flow } }));
    if (diagram === undefined) throw new Error(`There is no flow ${flow}.`);
    return { diagram, marks: (await placeMapping(diagram)).marks };
}

test('the reference mapping says what it shows, in figures and in a sentence', async () => {
    const { diagram } = await drawn('', 'customers');
    expect(diagram.sheet.facts.map(({ caption, value, second }) => [caption, value, second])).toEqual([
        ['Mapped', '3 of 3\u00a0source fields', '3 of 6\u00a0target fields'],
        ['Findings', '3\u00a0warnings', undefined],
        ['Reviewed', '30\u00a0Sep\u00a02026', 'next 29\u00a0Dec\u00a02026'],
    ]);
    expect(diagram.sheet.description).toBe(
        'Field-level mapping of interface I-02 between Shop customer in Web shop and Contact in Salesforce: 3\u00a0lines, 3\u00a0warnings. 6\u00a0mapped fields are personal.',
    );
});

test('the panel names the way, the conflict rule and what happens on an error', async () => {
    const { marks } = await drawn('', 'customers');
    expect(textsOf(marks)).toEqual(
        expect.arrayContaining([
            'Both ways, via Event bus',
            'Conflict: most recent wins',
            'Batch sync',
            'Every 15 min',
            '3\u00a0500 per day',
            'REST',
            'OAuth',
            'Retry\u00a0\u00d73, alert CRM operations',
        ]),
    );
});

test('each entity, field and line is a thing with the model\u2019s id', async () => {
    const { marks } = await drawn('', 'customers');
    const things = thingsOf(marks).map(({ thing }) => `${thing.kind} ${thing.id}`);
    expect(things).toEqual(
        expect.arrayContaining([
            'flow customers',
            'entity shop.Customer',
            'field shop.Customer.FullName',
            'entity crm.Contact',
            'field crm.Contact.OptIn',
            'map customers.map-2',
        ]),
    );
    expect(thingsOf(marks).find(({ thing }) => thing.id === 'customers.map-2')?.thing.label).toBe('FullName to LastName and back, last word');
});

test('plates say the transform, and where records are matched', async () => {
    const { diagram } = await drawn('', 'customers');
    expect(diagram.lines.map((line) => line.plate && textsOf(line.plate.marks).join(' '))).toEqual(['match key', 'last word', 'to E.164']);
});

test('the legend explains what the picture uses and nothing else', async () => {
    const { diagram } = await drawn('system a { entity S { A : text } } system b { master entity T { X : text } } flow f: a.S -> b.T { map A -> X }', 'f');
    expect(diagram.legend.flatMap((group) => group.entries.map((entry) => entry.label))).toEqual(['System of record', 'Copy']);
});

const twoEntities = `
    system a "Alpha" { entity S { A : text(10)  B : text(10) }  entity R { C : text(10) } }
    system b "Beta" { entity T { X : text(40)  Y : text(10) } }`;

test('a flow whose ends are systems shows the entities that its lines name', async () => {
    const { diagram } = await drawn(`${twoEntities} flow f: a -> b { map a.S.A -> b.T.X  map a.R.C -> b.T.Y }`, 'f');
    expect(diagram.left.cards.map((card) => card.thing.id)).toEqual(['a.S', 'a.R']);
    expect(diagram.right.cards.map((card) => card.thing.id)).toEqual(['b.T']);
    expect(diagram.left.rings).toHaveLength(1);
});

test('several sources join one line to their target', async () => {
    const { diagram } = await drawn(`${twoEntities} flow f: a.S -> b.T { map A, B -> X using "join" }`, 'f');
    expect(diagram.lines.map((line) => line.from.length)).toEqual([2]);
});

test('a flow without mappings says so, and what to write', async () => {
    const { marks, diagram } = await drawn(`${twoEntities} flow f: a.S -> b "Quiet"`, 'f');
    expect(textsOf(marks).join(' ')).toContain('This flow maps no field yet. Write in it, for instance: map Email -> Email');
    expect(textsOf(marks).join(' ')).toContain('The flow names the system only, no entity in it.');
    expect([diagram.left.rings, diagram.findings, diagram.sheet.facts.map((fact) => fact.caption)]).toEqual([[], [], ['Mapped']]);
});

test('many pairs of values stand in a list, few on the plate', async () => {
    const values = (count: number): string => Array.from({ length: count }, (_, index) => `"o${index}" -> "n${index}"`).join(', ');
    const map = (count: number): string => `${twoEntities} flow f: a.S -> b.T { map A -> X values ${values(count)} }`;
    const few = await drawn(map(2), 'f');
    expect(textsOf(few.marks)).toEqual(expect.arrayContaining(['o0 \u2192 n0', 'o1 \u2192 n1']));
    expect(few.diagram.values).toEqual([]);
    const many = await drawn(map(9), 'f');
    expect(textsOf(many.marks).join(' ')).toContain('9\u00a0values, listed below');
    expect(textsOf(many.marks).join(' ')).toContain('o8 \u2192 n8');
});

test('a view of a flow that the map does not have has no picture', async () => {
    const { model } = await parseMap(twoEntities);
    expect(mappingDiagram(model, landscapeView({ as: 'mapping', of: { kind: 'flow', id: 'none' } }))).toBeUndefined();
});
