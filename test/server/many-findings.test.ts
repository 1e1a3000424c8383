import { expect, test } from 'vitest';
import type { RuleFinding } from '../../src/rules/run-rules.ts';
import { diagnosticsOf } from '../../src/server/finding-diagnostics.ts';

function findingAt(line: number, severity: RuleFinding['severity']): RuleFinding {
    const place = { file: 'a.crmmap', start: { line, character: 0 }, end: { line, character: 1 } };
    return { code: 'SYS002', severity, message: `Line ${line}`, place, related: [], fixes: () => [] };
}

test('of very many findings an editor is told the gravest, in the order of the text, and how many more there are', () => {
    const findings = Array.from({ length: 5000 }, (_, line) => findingAt(line, line === 4321 ? 'error' : line % 2 === 0 ? 'warning' : 'info'));
    const told = diagnosticsOf(findings, new Map());
    expect(told).toHaveLength(1001);
    expect(told.filter(({ severity }) => severity === 1).map(({ range }) => range.start.line)).toEqual([4321]);
    const lines = told.slice(0, -1).map(({ range }) => range.start.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ code: 'LNG090', message: expect.stringContaining('4000 more things') });
});

test('of a thousand it is told all', () => {
    const findings = Array.from({ length: 1000 }, (_, line) => findingAt(line, 'info'));
    expect(diagnosticsOf(findings, new Map()).map(({ message }) => message)).toEqual(findings.map(({ message }) => message));
});
