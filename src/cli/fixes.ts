import { mistakesOf } from '../../language/editor/actions/mistakes.ts';
import type { QuickFix } from '../../language/editor/actions/problem.ts';
import { changesOf } from '../rules/fixes/fix-changes.ts';
import type { Fix } from '../rules/fixes/fix.ts';
import type { TextLines } from '../rules/text-lines.ts';
import type { Finding, Position } from './findings.ts';
import type { LoadedFile, LoadedMaps } from './load.ts';

/** A way out of a finding. All of its edits belong together; they are made for the texts as they were checked. */
export interface FoundFix {
    /** What it does. */
    readonly title: string;
    /** The one that is most likely meant; of a finding, at most one. */
    readonly preferred: boolean;
    /** It says nothing that only the author can know, so that `check --fix` does it unasked. */
    readonly certain: boolean;
    readonly edits: readonly FoundEdit[];
}

export interface FoundEdit {
    readonly file: string;
    readonly start: Position;
    readonly end: Position;
    /** What stands there afterwards. */
    readonly text: string;
}

/** The fixes of a rule's finding, by the lines of all files. */
export function fixesOfRule(fixes: readonly Fix[], linesOf: (file: string) => TextLines | undefined): FoundFix[] {
    return fixes.flatMap((fix, index) => {
        const edits = changesOf(fix, linesOf)?.map(({ place, text }) => ({
            file: place.file,
            start: positionOf(place.start),
            end: positionOf(place.end),
            text,
        }));
        return edits ? [{ title: fix.title, preferred: index === 0, certain: fix.certain === true, edits }] : [];
    });
}

/** Findings of the language in a file, each with its fixes. A file is nothing that a command may create unasked. */
export function withFixes(findings: readonly Finding[], file: LoadedFile, { services, files }: LoadedMaps): Finding[] {
    if (findings.length === 0) return [];
    const problems = mistakesOf(services)(file.document);
    return findings.map((finding) => {
        const problem = problems.find(
            ({ code, message, range }) =>
                code === finding.code &&
                message === finding.message &&
                range.start.line + 1 === finding.start.line &&
                range.start.character + 1 === finding.start.column,
        );
        const fixes = (problem?.fixes() ?? []).flatMap((fix) => foundFix(fix, files));
        return fixes.length === 0 ? finding : { ...finding, fixes };
    });
}

function foundFix({ title, preferred = false, certain = false, edits, creates }: QuickFix, files: ReadonlyMap<string, LoadedFile>): FoundFix[] {
    const found = edits.flatMap(({ document, change }) => {
        const shown = files.get(document.uri.toString())?.shown;
        const { textDocument } = document;
        const [start, end] = [positionOf(textDocument.positionAt(change.from)), positionOf(textDocument.positionAt(change.to))];
        return shown === undefined ? [] : [{ file: shown, start, end, text: change.text }];
    });
    return creates || found.length < edits.length ? [] : [{ title, preferred, certain, edits: found }];
}

function positionOf({ line, character }: { readonly line: number; readonly character: number }): Position {
    return { line: line + 1, column: character + 1 };
}
