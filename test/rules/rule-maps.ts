import { runRules, type RuleFinding, type RuleOptions } from '../../src/rules/run-rules.ts';
import { parseFiles } from '../helpers/maps.ts';

/** The day on which the tests look at maps. */
export const today = '2026-11-22';

export interface Ruled {
    readonly findings: readonly RuleFinding[];
    /** What the language itself finds in the root file. */
    readonly mistakes: readonly string[];
}

/** Runs all rules over files that stand in memory; the last one is the root. */
export async function ruleFiles(files: Readonly<Record<string, string>>, options: Partial<RuleOptions> = {}): Promise<Ruled> {
    const { model, findings } = await parseFiles(files);
    return { findings: runRules(model, { today, texts: new Map(Object.entries(files)), ...options }), mistakes: findings };
}

export function ruleMap(text: string, options: Partial<RuleOptions> = {}): Promise<Ruled> {
    return ruleFiles({ 'map.crmmap': text }, options);
}

/** The text of a wrong example without its marks, and where they stood, as lines and characters from 0. */
export function withoutMarks(example: string): { readonly text: string; readonly marked: readonly string[] } {
    const marked: string[] = [];
    let text = '';
    for (const sign of example) {
        if (sign === '«' || sign === '»') {
            const lines = text.split('\n');
            marked.push(`${lines.length - 1}:${(lines.at(-1) ?? '').length}`);
        } else text += sign;
    }
    return { text, marked };
}

/** `1:8 SYS002`: line and column of each finding, counted from 1, and its code. */
export function told(findings: readonly RuleFinding[]): string[] {
    return findings.map(({ place, code }) => `${place.start.line + 1}:${place.start.character + 1} ${code}`);
}
