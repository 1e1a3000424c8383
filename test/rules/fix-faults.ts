import type { RuleFinding } from '../../src/rules/run-rules.ts';
import { fixedFiles } from './rule-fixes.ts';
import { ruleFiles } from './rule-maps.ts';

/** Marking data as personal brings to light what else is missing; that is no fault of the mark. */
const broughtToLight: Readonly<Record<string, readonly string[]>> = { PII006: ['PII001', 'PII003', 'PII007', 'FLW010'] };

function count(findings: readonly RuleFinding[], { code, message }: RuleFinding): number {
    return findings.filter((finding) => finding.code === code && finding.message === message).length;
}

/** What is wrong with what the fixes of a map's findings do, in words. */
export async function faultsOf(
    files: Readonly<Record<string, string>>,
    chosen: (finding: RuleFinding) => boolean = () => true,
    onlyPreferred = false,
): Promise<string[]> {
    const before = await ruleFiles(files);
    const faults: string[] = [];
    for (const finding of before.findings.filter(chosen)) {
        for (const fix of finding.fixes().slice(0, onlyPreferred ? 1 : undefined)) {
            const fixed = fixedFiles(files, fix);
            const after = await ruleFiles(fixed);
            const tell = (what: string): void =>
                void faults.push(
                    `${finding.code} ${fix.title}: ${what}\n${Object.values(fixed)
                        .filter((text) => !Object.values(files).includes(text))
                        .join('\n')}`,
                );
            if (after.mistakes.length > before.mistakes.length) tell(`the map has mistakes, ${after.mistakes.join(', ')}`);
            if (count(after.findings, finding) >= count(before.findings, finding)) tell('it is still found');
            const errors = after.findings.filter(
                (one) =>
                    one.severity === 'error' && !broughtToLight[finding.code]?.includes(one.code) && count(after.findings, one) > count(before.findings, one),
            );
            if (errors.length > 0) tell(`new errors, ${errors.map(({ code, message }) => `${code} ${message}`).join(', ')}`);
        }
    }
    return faults;
}
