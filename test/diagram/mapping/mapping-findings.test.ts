import { describe, expect, test } from 'vitest';
import { mappingFindings } from '../../../src/diagram/mapping/mapping-findings.ts';
import { flowMapping } from '../../../src/diagram/mapping/flow-mapping.ts';
import { parseMap } from '../../helpers/maps.ts';

/** `RULE field: words` of each finding of a flow from `a.S` to `b.T`. */
async function findings(source: string, target: string, lines: string, arrow = '->'): Promise<string[]> {
    const { model, findings: errors } = await parseMap(`
        system a { entity S "Source" { ${source} } }
        system b { entity T "Target" { ${target} } }
        flow f: a.S ${arrow} b.T { ${lines} }`);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    const [flow] = model.flows;
    if (flow === undefined) throw new Error('There is no flow.');
    const entities = model.systems.flatMap((system) => system.entities);
    return mappingFindings(model, flowMapping(model, flow), (id) => entities.find((entity) => entity.id === id)?.title ?? id).map(
        ({ rule, field, short }) => `${rule} ${field.name}: ${short}`,
    );
}

const fieldsA = 'A : text(10)  B : text(10)';

describe('MAP001, a required target field that nothing maps to', () => {
    test('is found', async () => {
        expect(await findings(fieldsA, 'X : text(10)  Y : boolean required', 'map A -> X')).toEqual(['MAP001 Y: Required, and nothing maps to it']);
    });
    test('is not found where the field has a default, or something maps to it', async () => {
        expect(await findings(fieldsA, 'X : text(10) required  Y : boolean required default false', 'map A -> X')).toEqual([]);
    });
    test('is not found in a flow that states no map line', async () => {
        expect(await findings(fieldsA, 'Y : boolean required', '')).toEqual([]);
    });
});

describe('MAP002, a type that does not fit', () => {
    test('is found', async () => {
        expect(await findings('A : boolean', 'X : date', 'map A -> X')).toEqual(['MAP002 X: From boolean: the type does not fit']);
    });
    test('is not found with a transform, nor where every value fits', async () => {
        expect(await findings('A : boolean', 'X : date', 'map A -> X using "today where it is true"')).toEqual([]);
        expect(await findings('A : date  B : integer  C : email', 'X : datetime  Y : number(9, 2)  Z : text(200)', 'map A -> X map B -> Y map C -> Z')).toEqual(
            [],
        );
    });
});

describe('MAP003, longer into shorter', () => {
    test('is found, also beside a transform', async () => {
        expect(await findings('A : text(120)', 'X : text(80)', 'map A -> X using "last word"')).toEqual(['MAP003 X: From text(120): longer values may be cut']);
    });
    test('is found on the way back of a flow both ways', async () => {
        expect(await findings('A : text(20)', 'X : text(80)', 'map A -> X', '<->')).toEqual(['MAP003 A: From text(80): longer values may be cut']);
    });
    test('is not found where one of the two states no length', async () => {
        expect(await findings('A : text  B : text(20)', 'X : text(10)  Y : text', 'map A -> X map B -> Y')).toEqual([]);
    });
});

describe('MAP004, values without a partner', () => {
    test('are named', async () => {
        expect(await findings('A : picklist("Old", "New", "Odd")', 'X : picklist("New", "Past")', 'map A -> X values "Old" -> "Past"')).toEqual([
            'MAP004 X: No partner for \u201cOdd\u201d',
        ]);
    });
    test('are not found where each has one, by a pair or by its name', async () => {
        expect(await findings('A : picklist("Old", "New")', 'X : picklist("New", "Past")', 'map A -> X values "Old" -> "Past"')).toEqual([]);
    });
});

describe('MAP005, several sources for one target', () => {
    test('without a rule are found, in one line and in two', async () => {
        expect(await findings(fieldsA, 'X : text(10)', 'map A, B -> X')).toEqual(['MAP005 X: A and B, and no rule which wins']);
        expect(await findings(fieldsA, 'X : text(10)', 'map A -> X map B -> X')).toEqual(['MAP005 X: A and B, and no rule which wins']);
    });
    test('with a transform or a conflict rule are not', async () => {
        expect(await findings(fieldsA, 'X : text(10)', 'map A, B -> X using "join with a space"')).toEqual([]);
        expect(await findings(fieldsA, 'X : text(10)', 'conflict most-recent map A -> X map B -> X')).toEqual([]);
    });
});

test('MAP006 finds what writes a formula or a read-only field', async () => {
    expect(await findings(fieldsA, 'X : text(10) formula  Y : text(10) readonly', 'map A -> X map B -> Y')).toEqual([
        'MAP006 X: It is a formula, and cannot be written',
        'MAP006 Y: It is read-only, and cannot be written',
    ]);
});

test('MAP007 finds formats that differ, unless a transform stands between', async () => {
    const [from, to] = ['A : phone format "national"', 'X : phone format "E.164"'];
    expect(await findings(from, to, 'map A -> X')).toEqual(['MAP007 X: From national: the format differs']);
    expect(await findings(from, to, 'map A -> X using "to E.164"')).toEqual([]);
    expect(await findings('A : phone', to, 'map A -> X')).toEqual([]);
});

test('MAP009 finds a transform on a flow both ways that says nothing of the way back', async () => {
    expect(await findings(fieldsA, 'X : text(10)', 'map A -> X using "capitals"', '<->')).toEqual(['MAP009 A: No way back is stated']);
    expect(await findings(fieldsA, 'X : text(10)', 'map A -> X using "capitals" back "small letters"', '<->')).toEqual([]);
    expect(await findings(fieldsA, 'X : text(10)', 'map A -> X using "capitals"')).toEqual([]);
});

test('errors stand before warnings', async () => {
    const found = await findings('A : boolean', 'X : date  Y : text required', 'map A -> X');
    expect(found.map((finding) => finding.slice(0, 6))).toEqual(['MAP001', 'MAP002']);
});
