import type { FileEdit, QuickFix } from './problem.ts';

/**
 * The edits of several fixes as one. A fix that touches what an earlier one changes is left out, and done the next time; so is one that
 * makes files. Two that do the same, as to declare one thing twice, count once.
 */
export function together(fixes: readonly QuickFix[]): { readonly edits: FileEdit[]; readonly count: number } {
    const edits: FileEdit[] = [];
    let count = 0;
    for (const fix of fixes) {
        if (fix.creates || fix.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
        edits.push(...fix.edits);
        count++;
    }
    return { edits, count };
}

function touches(a: FileEdit, b: FileEdit): boolean {
    return a.document === b.document && a.change.from <= b.change.to && b.change.from <= a.change.to;
}
