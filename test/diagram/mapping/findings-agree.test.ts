import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowMapping } from '../../../src/diagram/mapping/flow-mapping.ts';
import { mappingFindings } from '../../../src/diagram/mapping/mapping-findings.ts';
import type { CrmModel } from '../../../src/model/crm-model.ts';
import { runRules } from '../../../src/rules/run-rules.ts';
import { anyFaultyMapping } from '../../layout/fields-arbitrary.ts';
import { parseMap } from '../../helpers/maps.ts';

const shown = new Set(['MAP001', 'MAP002', 'MAP003', 'MAP004', 'MAP005', 'MAP006', 'MAP007', 'MAP009']);

/** The rules that have something to say of a map's only flow, with their severities. */
function told(model: CrmModel): string[] {
    const found = runRules(model, { today: '2026-11-01' }).filter(({ code, severity }) => shown.has(code) && severity !== 'info');
    return [...new Set(found.map(({ code, severity }) => `${code} ${severity}`))].sort();
}

function drawn(model: CrmModel): string[] {
    const [flow] = model.flows;
    if (!flow) throw new Error('There is no flow.');
    return [...new Set(mappingFindings(model, flowMapping(model, flow), (id) => id).map(({ rule, severity }) => `${rule} ${severity}`))].sort();
}

test('the picture of a mapping marks what the rules find, and nothing else, with their severities', () => {
    const seen = new Set<string>();
    fc.assert(
        fc.property(anyFaultyMapping, ({ model }) => {
            const rules = told(model);
            rules.forEach((rule) => seen.add(rule.slice(0, 6)));
            expect(drawn(model)).toEqual(rules);
        }),
        { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 400) },
    );
    expect([...seen].sort()).toEqual([...shown].sort());
});

test('what the map itself sets counts in the picture, too', async () => {
    const of = async (rules: string): Promise<string[]> => {
        const { model } = await parseMap(`map "M" { ${rules} }
            system a { entity S { A : text(20)  B : text(9) } }  system b { entity T { X : text(10)  Y : boolean required } }
            flow f: a.S -> b.T { map A -> X }`);
        return drawn(model);
    };
    expect(await of('')).toEqual(['MAP001 error', 'MAP003 warning']);
    expect(await of('rules { MAP003 error }')).toEqual(['MAP001 error', 'MAP003 error']);
    expect(await of('rules { MAP001 off }')).toEqual(['MAP003 warning']);
});

test('of a flow that is retired neither says anything', async () => {
    const { model } = await parseMap(`system a { entity S { A : text(20) } }  system b { entity T { X : text(10) } }
        flow f: a.S -> b.T { lifecycle retired  map A -> X }`);
    expect([drawn(model), told(model)]).toEqual([[], []]);
});
