import type { Diagnostic } from 'vscode-languageserver';
import type { SourceRange } from '../model/source-range.ts';
import type { RuleFinding } from '../rules/run-rules.ts';

/** Severities as the language server protocol counts them. */
export const severities = { error: 1, warning: 2, info: 3 } as const;

/** @param addresses addresses of files by the names that findings have for them */
export function diagnosticOf({ code, severity, message, place, related }: RuleFinding, addresses: ReadonlyMap<string, string>): Diagnostic {
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
