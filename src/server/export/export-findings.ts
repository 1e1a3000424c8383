import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { Finding, Severity } from '../../cli/findings.ts';
import { allRules } from '../../rules/all-rules.ts';
import type { MapModels } from '../map-models.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'info'];

/** What is wrong in a map, as a document of it lists that: file by file, in the order of their texts. What depends on the day is left out. */
export function exportFindings(models: MapModels, map: LangiumDocument, diagnosticsOf: (part: LangiumDocument) => readonly Diagnostic[]): Finding[] {
    const dated = new Set(allRules.filter((rule) => rule.dated).map(({ code }) => code));
    return models.documentsOf(map).flatMap((part) =>
        diagnosticsOf(part)
            .map((diagnostic) => findingOf(diagnostic, models.nameOf(part.uri)))
            .filter(({ code }) => !dated.has(code))
            .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column),
    );
}

function findingOf({ range: { start, end }, severity = 1, code, message }: Diagnostic, file: string): Finding {
    return {
        file,
        start: { line: start.line + 1, column: start.character + 1 },
        end: { line: end.line + 1, column: end.character + 1 },
        severity: severities[severity - 1] ?? 'info',
        code: String(code ?? 'error'),
        message: typeof message === 'string' ? message : message.value,
        related: [],
    };
}
