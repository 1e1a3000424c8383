import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixAxes } from '../../../language/vocabulary.ts';
import type { Axis } from '../../../src/diagram/matrix/axes.ts';
import { gapsOf } from '../../../src/diagram/matrix/gaps.ts';
import { matrixContent, type MatrixContent } from '../../../src/diagram/matrix/matrix-content.ts';
import { matrixDiagram } from '../../../src/diagram/matrix/matrix-diagram.ts';
import { relate, relatedAxes } from '../../../src/diagram/matrix/relations.ts';
import { placePage } from '../../../src/layout/page.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { anyPageMap, viewOf } from '../../helpers/page-maps.ts';
import { textFaults } from '../../layout/journey-faults.ts';

const axes = Object.keys(matrixAxes) as Axis[];

/** The marks of a matrix as `row × column: word`. */
async function marks(text: string, rows: Axis, columns: Axis, view = viewOf('matrix', { rows, columns })): Promise<string[]> {
    const { model, findings } = await parseMap(text);
    expect(findings).toEqual([]);
    return listed(matrixContent(model, view, rows, columns));
}

function listed(content: MatrixContent | undefined): string[] {
    return (content?.rows ?? []).flatMap((row, at) =>
        (content?.columns ?? []).flatMap((column, index) => (content?.cells[at]?.[index] ?? []).map(({ word }) => `${row.title} × ${column.title}: ${word}`)),
    );
}

describe('the marks of a matrix', () => {
    test.each<[Axis, Axis, string, string[]]>([
        [
            'capabilities',
            'systems',
            'system a { provides reporting }  system b { lifecycle planned provides reporting }',
            ['Reporting × a: provides', 'Reporting × b: planned'],
        ],
        ['goals', 'initiatives', 'goal g  initiative i { supports g }', ['g × i: supports']],
        ['metrics', 'goals', 'metric m  goal g { measured by m }', ['m × g: measures']],
        ['metrics', 'initiatives', 'metric m  goal g { measured by m }  initiative i { supports g }', ['m × i: supports its goal']],
        ['teams', 'stages', 'team t  team u  lifecycle l { stage s { owner t  activity "A" owner u } }', ['t × s: owns', 'u × s: does an activity']],
        ['teams', 'metrics', 'team t  metric m  goal g { owner t measured by m }', ['t × m: owns its goal']],
        ['systems', 'stages', 'system a  lifecycle l { stage s { activity "A" automated in a  activity "B" in a } }', ['a × s: automated', 'a × s: used']],
        [
            'systems',
            'initiatives',
            'system a  system b  flow f: a -> b  initiative i { changes f }  initiative j { changes a }',
            ['a × i: changes an interface', 'a × j: changes it', 'b × i: changes an interface'],
        ],
        [
            'touchpoints',
            'systems',
            'system a  system b  journey j { stage s { touchpoint t { frontstage a support b } } }',
            ['t × a: frontstage', 't × b: support'],
        ],
        [
            'entities',
            'touchpoints',
            'system a { entity E { F : id } }  journey j { stage s { touchpoint t { captures a.E } touchpoint u { uses a.E.F } } }',
            ['E × t: captured', 'E × u: used'],
        ],
        [
            'entities',
            'systems',
            'system a { master entity E { f : id } }  system b  system c  flow a.E -> b { via c }',
            ['E × a: system of record', 'E × b: receives it', 'E × c: carries it'],
        ],
        ['systems', 'systems', 'system a  system b  flow a <-> b', ['a × b: I-01', 'b × a: I-01']],
        ['channels', 'personas', 'persona p  channel c  journey j { persona p stage s { touchpoint t { channel c } } }', ['c × p: meets']],
        [
            'initiatives',
            'stages',
            'lifecycle l { stage s }  journey j { stage x { in l.s touchpoint t { pain p opportunity o addresses p } } }  initiative i { delivers j.o }',
            ['i × s: delivers an opportunity'],
        ],
        ['goals', 'goals', 'goal a { supports b }  goal b', ['a × b: supports']],
    ])('%s by %s', async (rows, columns, text, expected) => {
        expect(await marks(text, rows, columns)).toEqual(expected);
    });

    test('entities that are the same stand in one row, named after the system of record', async () => {
        expect(
            await marks('system a { entity Customer { same as b.Contact f : id } }  system b { master entity Contact { f : id } }', 'entities', 'systems'),
        ).toEqual(['Contact × a: copy', 'Contact × b: system of record']);
    });

    test('are the same in the other order', async () => {
        const { model } = await parseFiles(exampleFiles('bank/bank.crmmap'));
        for (const rows of axes) {
            for (const columns of axes.filter((axis) => axis !== rows)) {
                const view = viewOf('matrix');
                const straight = relate(model, view, rows, columns)
                    ?.map(({ a, b, shape, word }) => [a, b, shape, word].join(' '))
                    .sort();
                const other = relate(model, view, columns, rows)
                    ?.map(({ a, b, shape, word }) => [b, a, shape, word].join(' '))
                    .sort();
                expect(other, `${rows} by ${columns}`).toEqual(straight);
            }
        }
    });
});

test('the documentation names the axes that each can be by', () => {
    const rows = [...readFileSync('docs/views.md', 'utf8').matchAll(/^\| (\w+) \| ([\w, ]+) \|$/gm)].map(([, axis, others]) => `${axis}: ${others}`);
    for (const axis of axes) {
        const related = relatedAxes(axis);
        expect(rows).toContain(`${axis}: ${axes.filter((other) => related.includes(other)).join(', ')}`);
    }
});

describe('a matrix', () => {
    test('counts its marks, and names every row and column without one', () => {
        fc.assert(
            fc.property(anyPageMap, fc.constantFrom(...axes), fc.constantFrom(...axes), (model, rows, columns) => {
                const content = matrixContent(model, viewOf('matrix', { rows, columns }), rows, columns);
                if (!content) {
                    expect(relatedAxes(rows)).not.toContain(columns);
                    return;
                }
                const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
                expect(sum(content.rowCounts)).toBe(sum(content.columnCounts));
                const named = gapsOf(model, content)
                    .filter(({ what }) => !what.startsWith('Of the stock list'))
                    .flatMap(({ titles }) => titles);
                const empty = content.rowCounts.filter((count) => count === 0).length + content.columnCounts.filter((count) => count === 0).length;
                expect(named).toHaveLength(empty);
            }),
            { seed: 20260930, numRuns: 200 },
        );
    });

    test('of any two axes is drawn, or says in words that nothing relates them', async () => {
        const { model } = await parseFiles(exampleFiles('bank/bank.crmmap'));
        for (const rows of axes) {
            for (const columns of axes) {
                const placed = await placePage(matrixDiagram(model, viewOf('matrix', { rows, columns })));
                expect(textFaults(placed.marks, placed.width, placed.height), `${rows} by ${columns}`).toEqual([]);
                const isRelated = relatedAxes(rows).includes(columns);
                expect(textsOf(placed.marks).join(' ').includes('Nothing in a map relates'), `${rows} by ${columns}`).toBe(!isRelated);
            }
        }
    });

    test('names each tie for those who hear it, and says none where there is none', async () => {
        const { model } = await parseMap('team t "Growth"  team u "Sales"  lifecycle l { stage s "Attract" { owner t } }');
        const placed = await placePage(matrixDiagram(model, viewOf('matrix', { rows: 'teams', columns: 'stages' })));
        expect(thingsOf(placed.marks).map(({ thing }) => `${thing.kind} ${thing.id} – ${thing.label}`)).toEqual([
            'lifecycle-stage l.s – Attract: Growth (owns)',
            'team t – Growth: Attract (owns)',
            'team u – Sales: no stage',
        ]);
        expect(textsOf(placed.marks)).toEqual(expect.arrayContaining(['Teams without a stage', 'Sales.', 'none', 'Owns']));
    });

    test('with several kinds of marks writes a word below each', async () => {
        const { model } = await parseMap('system a { provides reporting, social }  system b { lifecycle planned provides reporting }');
        const texts = textsOf((await placePage(matrixDiagram(model, viewOf('matrix', { rows: 'capabilities', columns: 'systems' })))).marks);
        expect(texts.filter((one) => one === 'provides')).toHaveLength(2);
        expect(texts.filter((one) => one === 'planned').length).toBeGreaterThanOrEqual(1);
    });

    test('names the capabilities of the stock list that no system provides', async () => {
        const { model } = await parseMap('system a { provides reporting, loyalty }');
        const content = matrixContent(model, viewOf('matrix'), 'capabilities', 'systems');
        const stock = gapsOf(model, content as MatrixContent).find(({ what }) => what.startsWith('Of the stock list'));
        expect(stock?.titles).toContain('knowledge');
        expect(stock?.titles).not.toContain('loyalty');
    });

    test('grows wider with its columns instead of turning their titles', async () => {
        const { model } = await parseMap(
            Array.from({ length: 30 }, (_, index) => `system s${index} "System number ${index}" { provides reporting }`).join('\n'),
        );
        const placed = await placePage(matrixDiagram(model, viewOf('matrix', { rows: 'capabilities', columns: 'systems' })));
        expect(placed.width).toBeGreaterThan(30 * 76);
    });

    test('says which axis the map has nothing for', async () => {
        const { model } = await parseMap('goal g');
        const text = textsOf((await placePage(matrixDiagram(model, viewOf('matrix', { rows: 'goals', columns: 'initiatives' })))).marks).join(' ');
        expect(text).toContain('This map has no initiatives yet.');
    });
});

describe('include and exclude', () => {
    const map = 'system a { category crm provides reporting }  system b { category erp provides social }';

    test('keep an axis whole of which they say nothing', async () => {
        const view = viewOf('matrix', { include: [{ select: 'category', value: 'crm' }] });
        const { model } = await parseMap(map);
        const content = matrixContent(model, view, 'capabilities', 'systems');
        expect(content?.columns.map(({ id }) => id)).toEqual(['a']);
        expect(content?.rows.map(({ title }) => title)).toEqual(['Reporting', 'Social']);
        expect(gapsOf(model, content as MatrixContent).map(({ what, titles }) => `${what}: ${titles.join(', ')}`)[0]).toBe(
            'Capabilities without any of these systems: Social',
        );
    });

    test('that match nothing on either axis leave nothing, in words', async () => {
        const { model } = await parseMap(map);
        const placed = await placePage(
            matrixDiagram(model, viewOf('matrix', { rows: 'capabilities', columns: 'systems', include: [{ select: 'tag', value: 'x' }] })),
        );
        expect(textsOf(placed.marks).join(' ')).toContain('No capability and no system matches what this view shows.');
    });

    test('exclude takes away from both', async () => {
        expect(await marks(map, 'capabilities', 'systems', viewOf('matrix', { exclude: [{ select: 'thing', kind: 'system', id: 'b' }] }))).toEqual([
            'Reporting × a: provides',
        ]);
    });
});
