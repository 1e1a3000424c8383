import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf } from '../../src/pipeline.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';

// The preview sends diagrams to its drawing thread as JSON; a set or a map in one would not arrive.
test('every kind of diagram is plain data, so that nothing of it is lost when it is written as JSON', async () => {
    const kinds = new Set<string>();
    const cases = readdirSync('test/golden/cases').filter((file) => file.endsWith('.crmmap'));
    const models = [
        (await parseFiles(exampleFiles('bank/bank.crmmap'))).model,
        (await parseFiles(exampleFiles('northwind.crmmap'))).model,
        ...(await Promise.all(cases.map(async (file) => (await parseMap(readFileSync(`test/golden/cases/${file}`, 'utf8'))).model))),
    ];
    for (const model of models) {
        for (const view of viewsOf(model)) {
            const diagram = diagramOf(model, view);
            if (!diagram) continue;
            kinds.add(diagram.kind);
            expect(oddParts(diagram), view.name).toEqual([]);
        }
    }
    expect(kinds.size).toBe(10);
});

/** Paths of what JSON would lose. */
function oddParts(part: unknown, path = ''): string[] {
    if (typeof part === 'function') return [path];
    if (typeof part !== 'object' || part === null) return [];
    if (![Object.prototype, Array.prototype].includes(Object.getPrototypeOf(part) as object)) return [path];
    return Object.entries(part).flatMap(([key, inner]) => oddParts(inner, `${path}.${key}`));
}
