import type { Diagnostic } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { allThings } from '../../src/diagram/things/all-things.ts';
import { problemsOfThings } from '../../src/server/thing-problems.ts';
import { parseMap } from '../helpers/maps.ts';

const text = `system shop {
    entity Order {
        Total : money
    }
}
system crm
shop -> crm "Orders"
view all as landscape
`;

async function holderOf(line: number, character: number): Promise<string[]> {
    const { model } = await parseMap(text);
    const things = allThings(model);
    const diagnostic: Diagnostic = {
        range: { start: { line, character }, end: { line, character: character + 1 } },
        severity: 2,
        code: 'A1',
        message: 'Something.',
    };
    const found = problemsOfThings(things, [{ file: 'map.crmmap', diagnostics: [diagnostic] }]);
    return [...found].map(
        ([position, problems]) =>
            `${things[position]?.kind} ${things[position]?.id}: ${problems.map(({ severity, code, message }) => `${severity} ${code} ${message}`).join()}`,
    );
}

describe('what is wrong with which thing', () => {
    test('is said of the innermost declaration around it', async () => {
        expect(await holderOf(0, 8)).toEqual(['system shop: warning A1 Something.']);
        expect(await holderOf(1, 12)).toEqual(['entity shop.Order: warning A1 Something.']);
        expect(await holderOf(2, 10)).toEqual(['field shop.Order.Total: warning A1 Something.']);
        expect(await holderOf(4, 0)).toEqual(['system shop: warning A1 Something.']);
        expect(await holderOf(6, 0)).toHaveLength(1);
        expect((await holderOf(6, 0))[0]).toMatch(/^flow /);
    });

    test('is said of nothing where it is in no thing, as in a view', async () => {
        expect(await holderOf(7, 6)).toEqual([]);
    });

    test('is not repeated without end', async () => {
        const { model } = await parseMap(text);
        const one: Diagnostic = { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } }, message: 'Again.' };
        const found = problemsOfThings(allThings(model), [{ file: 'map.crmmap', diagnostics: Array.from({ length: 500 }, () => one) }]);
        expect([...found.values()].flat()).toHaveLength(20);
    });
});
