import type { LangiumDocument } from 'langium';
import type { Document } from '../../language/generated/ast.ts';
import type { FoundFix } from './fixes.ts';
import type { LoadedFile } from './load.ts';

type Diagnostic = NonNullable<LangiumDocument['diagnostics']>[number];
type Range = Diagnostic['range'];

export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

export interface Place {
    /** Relative to the working folder, with `/`. */
    readonly file: string;
    readonly start: Position;
    readonly end: Position;
}

export interface Finding extends Place {
    readonly severity: Severity;
    readonly code: string;
    readonly message: string;
    readonly related: readonly (Place & { readonly message: string })[];
    /** Ways out; absent where none is known. */
    readonly fixes?: readonly FoundFix[];
}

/** What is wrong in a file, in the order of its text. */
export function findingsOf(file: LoadedFile, files: ReadonlyMap<string, LoadedFile>): Finding[] {
    const refused = refusedImports(file);
    const diagnostics = (file.document.diagnostics ?? []).filter(({ range }) => !refused.some((finding) => isWithin(range, finding)));
    const findings = diagnostics.map((diagnostic) => findingOf(diagnostic, file, files));
    return inTextOrder([...findings, ...refused]);
}

/** Findings in the order of the text, each once. */
export function inTextOrder(findings: readonly Finding[]): Finding[] {
    return unique([...findings].sort(inOrder));
}

/** The number of findings of a severity. */
export function countOfSeverity(findings: readonly Finding[], severity: Severity): number {
    return findings.filter((finding) => finding.severity === severity).length;
}

function findingOf(diagnostic: Diagnostic, file: LoadedFile, files: ReadonlyMap<string, LoadedFile>): Finding {
    const data = diagnostic.data as { readonly code?: unknown } | undefined;
    return {
        ...placeOf(file.shown, diagnostic.range),
        severity: diagnostic.severity === 2 ? 'warning' : diagnostic.severity === 3 || diagnostic.severity === 4 ? 'info' : 'error',
        code: String(diagnostic.code ?? data?.code ?? 'error'),
        message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
        related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
            ...placeOf(files.get(location.uri)?.shown ?? location.uri, location.range),
            message,
        })),
    };
}

/** An import that was not followed is one error; what the language says of it would be wrong. */
function refusedImports(file: LoadedFile): Finding[] {
    const { imports } = file.document.parseResult.value as Document;
    return [...file.refused].flatMap(([index, { code, reason }]) => {
        const statement = imports[index];
        const range = statement?.$cstNode?.range;
        if (!statement || !range) return [];
        return [
            {
                ...placeOf(file.shown, range),
                severity: 'error',
                code,
                message: `"${statement.path}" cannot be imported. ${reason}`,
                related: [],
            },
        ];
    });
}

function placeOf(file: string, { start, end }: Range): Place {
    return { file, start: { line: start.line + 1, column: start.character + 1 }, end: { line: end.line + 1, column: end.character + 1 } };
}

function isWithin({ start, end }: Range, place: Place): boolean {
    return (
        comparePositions(place.start, { line: start.line + 1, column: start.character + 1 }) <= 0 &&
        comparePositions({ line: end.line + 1, column: end.character + 1 }, place.end) <= 0
    );
}

/** Below 0 where the first place stands before the second. */
export function comparePositions(a: Position, b: Position): number {
    return a.line - b.line || a.column - b.column;
}

function inOrder(a: Finding, b: Finding): number {
    return comparePositions(a.start, b.start) || comparePositions(a.end, b.end) || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Two rules may find the same thing with the same words; it is said once. */
function unique(sorted: readonly Finding[]): Finding[] {
    return sorted.filter((finding, index) => {
        const before = sorted[index - 1];
        return !before || inOrder(before, finding) !== 0;
    });
}

/** The line of a file, without its end; lines count from 1. */
export function lineOf(document: LangiumDocument, line: number): string {
    const text = document.textDocument.getText({ start: { line: line - 1, character: 0 }, end: { line, character: 0 } });
    return text.replace(/[\r\n]+$/, '');
}
