import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/all-rules.ts';
import { ruleMap, withoutMarks } from './rule-maps.ts';

describe('the rules', () => {
    test('have codes of their own, in the order of their families', () => {
        const codes = allRules.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes).toHaveLength(69);
    });

    for (const rule of allRules) {
        describe(`${rule.code}: ${rule.title}`, async () => {
            const { text, marked } = withoutMarks(rule.wrong);
            const wrong = await ruleMap(text);
            const right = await ruleMap(rule.right);

            test('the examples are maps without a mistake of the language', () => {
                expect([...wrong.mistakes, ...right.mistakes]).toEqual([]);
            });

            test('the wrong example is told once, at the marked place, with its severity', () => {
                const own = wrong.findings.filter(({ code }) => code === rule.code);
                expect(
                    own.map(({ place: { start, end }, severity }) => [`${start.line}:${start.character}`, `${end.line}:${end.character}`, severity]),
                ).toEqual([[...marked, rule.severity]]);
                expect(own[0]?.message).toMatch(/^[A-Z“`0-9"].*[.?]$/);
            });

            test('the right example differs in nothing but that this is gone', () => {
                const codes = (map: typeof wrong): string[] => [...new Set(map.findings.map(({ code }) => code))].sort();
                expect(codes(right)).toEqual(codes(wrong).filter((code) => code !== rule.code));
            });
        });
    }
});
