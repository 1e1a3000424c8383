import type { Diagnostic } from 'vscode-languageserver';
import type { SourceRange } from '../model/source-range.ts';
import type { RuleFinding } from '../rules/run-rules.ts';

/** Severities as the language server protocol counts them. */
export const severities = { error: 1, warning: 2, info: 3 } as const;

/** @param addresses addresses of files by the names that findings have for them */
function diagnosticOf({ code, severity, message, place, related }: RuleFinding, addresses: ReadonlyMap<string, string>): Diagnostic {
    return {
        range: rangeOf(place),
        severity: severities[severity],
        code,
        source: 'crmmap',
        message,
        data: { code },
        relatedInformation: related.flatMap((other) => {
            const uri = addresses.get(other.place.file);
            return uri === undefined ? [] : [{ message: other.message, location: { uri, range: rangeOf(other.place) } }];
        }),
    };
}

/** More findings of a file than this make an editor slow, and nobody reads them. */
const mostTold = 1000;

/** The findings of a file; of very many the gravest, and one that says how many more there are. */
export function diagnosticsOf(findings: readonly RuleFinding[], addresses: ReadonlyMap<string, string>): Diagnostic[] {
    if (findings.length <= mostTold) return findings.map((finding) => diagnosticOf(finding, addresses));
    const told = new Set([...findings].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, mostTold));
    const shown = findings.filter((finding) => told.has(finding)).map((finding) => diagnosticOf(finding, addresses));
    const start = { line: 0, character: 0 };
    const message = `The rules find ${findings.length - mostTold} more things in this file, none graver than those that are told. All of them: crmmap check.`;
    return [...shown, { range: { start, end: start }, severity: severities.info, code: 'LNG090', source: 'crmmap', message, data: { code: 'LNG090' } }];
}

/** Whether two findings read the same in an editor. */
export function isSameFinding(a: RuleFinding, b: RuleFinding | undefined): boolean {
    return (
        b !== undefined &&
        a.code === b.code &&
        a.severity === b.severity &&
        a.message === b.message &&
        isSamePlace(a.place, b.place) &&
        a.related.length === b.related.length &&
        a.related.every((other, index) => {
            const same = b.related[index];
            return same !== undefined && other.message === same.message && isSamePlace(other.place, same.place);
        })
    );
}

function isSamePlace(a: SourceRange, b: SourceRange): boolean {
    return (
        a.file === b.file &&
        a.start.line === b.start.line &&
        a.start.character === b.start.character &&
        a.end.line === b.end.line &&
        a.end.character === b.end.character
    );
}

function rangeOf({ start, end }: SourceRange): Diagnostic['range'] {
    return { start, end };
}
