import { linesByFile } from '../../src/rules/text-lines.ts';
import { changed } from '../../language/edits/text-change.ts';
import { changesOf } from '../../src/rules/fixes/fix-changes.ts';
import type { Fix } from '../../src/rules/fixes/fix.ts';
import { TextLines } from '../../src/rules/text-lines.ts';

type Files = Readonly<Record<string, string>>;

/** The files of a map after a fix. */
export function fixedFiles(files: Files, fix: Fix): Record<string, string> {
    const changes = changesOf(fix, linesByFile(new Map(Object.entries(files))));
    if (!changes) throw new Error(`${fix.title}: a file is missing.`);
    return Object.fromEntries(
        Object.entries(files).map(([name, text]) => {
            const lines = new TextLines(text);
            const own = changes.filter(({ place }) => place.file === name);
            return [
                name,
                changed(
                    text,
                    own.map((change) => ({ from: lines.offsetOf(change.place.start), to: lines.offsetOf(change.place.end), text: change.text })),
                ),
            ];
        }),
    );
}

export function fixedText(text: string, fix: Fix): string {
    return fixedFiles({ 'map.crmmap': text }, fix)['map.crmmap'] ?? '';
}
