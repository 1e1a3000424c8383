import { accessSync, constants, readFileSync } from 'node:fs';
import { changed } from '../../language/edits/text-change.ts';
import { TextLines } from '../rules/text-lines.ts';
import { failureText } from './failure-text.ts';
import { comparePositions, type Finding } from './findings.ts';
import type { FoundEdit, FoundFix } from './fixes.ts';
import type { Problem } from './host.ts';
import type { LoadedFile, LoadedMaps } from './load.ts';
import { writeFile } from './write-file.ts';

/** What was mended, and what could not be written. */
export interface Fixed {
    /** How many findings were mended. */
    readonly count: number;
    /** The files that were written, as they are shown. */
    readonly files: readonly string[];
    readonly problems: readonly Problem[];
}

/**
 * Mends what may be mended unasked, in the files that were asked for: each finding whose likeliest fix is a certain one. Fixes that touch
 * each other wait for another round. A file that has changed since it was read is left as it is.
 */
export async function fixFiles(findings: readonly Finding[], { entries }: LoadedMaps): Promise<Fixed> {
    const files = new Map(entries.map(({ file }) => [file.shown, file]));
    const { edits, count } = together(
        findings.flatMap(({ fixes = [] }) => fixes.find(({ preferred, certain }) => preferred && certain) ?? []),
        files,
    );
    const written: string[] = [];
    const problems: Problem[] = [];
    for (const [shown, own] of edits) {
        const file = files.get(shown);
        if (!file) continue;
        try {
            await rewrite(file, own);
            written.push(shown);
        } catch (error) {
            problems.push({ file: shown, message: `cannot be written: ${failureText(error)}` });
        }
    }
    return { count: problems.length === 0 ? count : 0, files: written, problems };
}

async function rewrite({ path, document }: LoadedFile, edits: readonly FoundEdit[]): Promise<void> {
    const text = document.textDocument.getText();
    const now = readFileSync(path, 'utf8');
    const mark = now.startsWith('\uFEFF') && !text.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (now !== mark + text) throw new Error('it was changed meanwhile. Run the command once more.');
    // A file that is written beside its place and renamed would not ask.
    accessSync(path, constants.W_OK);
    const lines = new TextLines(text);
    const offset = ({ line, column }: FoundEdit['start']): number => lines.offsetOf({ line: line - 1, character: column - 1 });
    const changes = edits.map(({ start, end, text: write }) => ({ from: offset(start), to: offset(end), text: write }));
    await writeFile(path, mark + changed(text, changes));
}

/** The edits of fixes by their files, without those that touch an earlier one or a file that nobody asked for. */
function together(
    fixes: readonly FoundFix[],
    files: ReadonlyMap<string, LoadedFile>,
): { readonly edits: ReadonlyMap<string, FoundEdit[]>; readonly count: number } {
    const edits = new Map<string, FoundEdit[]>();
    let count = 0;
    for (const fix of fixes) {
        if (fix.edits.some((edit) => !files.has(edit.file) || (edits.get(edit.file) ?? []).some((other) => touches(edit, other)))) continue;
        for (const edit of fix.edits) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
        count++;
    }
    return { edits, count };
}

function touches(a: FoundEdit, b: FoundEdit): boolean {
    return comparePositions(a.end, b.start) >= 0 && comparePositions(b.end, a.start) >= 0;
}
