import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { exampleFiles, parseFiles } from '../helpers/maps.ts';
import { today } from './rule-maps.ts';

type Json = Record<string, unknown>;

/** Every list and object of a model, outermost first. */
function partsOf(model: unknown): Json[] {
    const parts: Json[] = [];
    const pending = [model];
    for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
        if (typeof part !== 'object' || part === null) continue;
        parts.push(part as Json);
        pending.push(...Object.entries(part).flatMap(([key, value]) => (/source$/i.test(key) ? [] : [value])));
    }
    return parts;
}

function textsOf(parts: readonly Json[]): string[] {
    return parts.flatMap((part) => Object.values(part).filter((value): value is string => typeof value === 'string'));
}

const edit = fc.record({
    where: fc.nat(),
    key: fc.nat(),
    from: fc.nat(),
    how: fc.constantFrom('drop', 'text', 'number', 'turn', 'double'),
    number: fc.constantFrom(0, -1, 1, 1e9, Number.NaN, Number.POSITIVE_INFINITY),
});

/** A model that says something else in some places: references that name other things or none, values that are missing or absurd. */
function edited(model: CrmModel, edits: readonly { where: number; key: number; from: number; how: string; number: number }[]): CrmModel {
    const copy = structuredClone(model);
    const texts = textsOf(partsOf(copy));
    for (const { where, key, from, how, number } of edits) {
        const parts = partsOf(copy);
        const part = parts[where % parts.length] ?? {};
        const keys = Object.keys(part).filter((name) => !['source', 'nameSource', 'kind', 'id', 'name', 'title'].includes(name));
        const name = keys[key % Math.max(1, keys.length)];
        if (name === undefined) continue;
        const value = part[name];
        if (Array.isArray(part)) {
            if (how === 'drop') part.splice(Number(name), 1);
            else if (how === 'double') part.push(value);
            else if (typeof value === 'string') part[Number(name)] = texts[from % texts.length];
        } else if (typeof value === 'string') part[name] = how === 'drop' ? undefined : texts[from % texts.length];
        else if (typeof value === 'number') part[name] = how === 'drop' ? undefined : number;
        else if (typeof value === 'boolean') part[name] = !value;
    }
    return copy;
}

function deepFreeze(part: unknown): void {
    for (const inner of partsOf(part)) Object.freeze(inner);
}

describe('on any model', async () => {
    const roots = ['northwind.crmmap', 'b2b-software.crmmap', 'bank/bank.crmmap'];
    const models = await Promise.all(roots.map(async (root) => (await parseFiles(exampleFiles(root))).model));

    test('no rule throws or changes the model, and every finding has a place, words and a severity', () => {
        fc.assert(
            fc.property(fc.constantFrom(...models), fc.array(edit, { maxLength: 60 }), (model, edits) => {
                const odd = edited(model, edits);
                deepFreeze(odd);
                for (const { message, place, related, severity, code, fixes } of runRules(odd, { today })) {
                    for (const { title } of fixes()) expect(title).not.toMatch(/undefined|\[object|NaN/);
                    expect(code).toMatch(/^[A-Z]{3}\d{3}$/);
                    expect(['error', 'warning', 'info']).toContain(severity);
                    expect(message).not.toMatch(/undefined|\[object|NaN/);
                    for (const range of [place, ...related.map((other) => other.place)]) {
                        expect(range.start.line).toBeGreaterThanOrEqual(0);
                        expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
                    }
                }
            }),
            { numRuns: 150, seed: 2026 },
        );
    });

    test('the findings are the same each time', () => {
        const findings = (model: CrmModel): unknown => runRules(model, { today }).map((finding) => ({ ...finding, fixes: finding.fixes() }));
        for (const model of models) expect(findings(model)).toEqual(findings(model));
    });
});
