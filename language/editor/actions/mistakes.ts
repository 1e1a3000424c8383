import type { CrmMapServices } from '../../module.ts';
import type { LanguageCode } from '../../checks/codes.ts';
import { closeText, rightCharacters } from './characters.ts';
import { createIt } from './create.ts';
import { makeScheduled, swapDates } from './dates.ts';
import { createFile, importIt, removeImport } from './imports.ts';
import { type Fixer, mistakePlace } from './mistake-place.ts';
import { nameAnother } from './new-names.ts';
import { nameByTitle } from './titles.ts';
import type { ProblemSource, QuickFix } from './problem.ts';
import { removeMap, removeOption, removeReference, removeSecond } from './repeated.ts';
import { fitView } from './view-subjects.ts';
import { writeInstead } from './written.ts';

/** Ways out of each kind of mistake, in the order in which they are offered. A new one is a function and its place here. */
const fixers: Partial<Readonly<Record<LanguageCode, readonly Fixer[]>>> = {
    LNG004: [nameByTitle, writeInstead],
    LNG006: [closeText],
    LNG007: [rightCharacters],
    LNG010: [writeInstead, nameAnother, createIt],
    LNG011: [nameAnother, createIt],
    LNG012: [importIt, createIt],
    LNG022: [makeScheduled, writeInstead],
    LNG023: [writeInstead, swapDates],
    LNG031: [removeSecond],
    LNG032: [removeMap],
    LNG040: [writeInstead, createFile, removeImport],
    LNG041: [writeInstead, removeImport],
    LNG042: [removeImport],
    LNG043: [removeImport],
    LNG044: [removeImport],
    LNG050: [fitView],
    LNG052: [removeReference],
    LNG053: [removeOption],
};

const others: readonly Fixer[] = [writeInstead];

/** The mistakes of a file, with their ways out. */
export function mistakesOf(services: CrmMapServices): ProblemSource {
    return (document) =>
        (document.diagnostics ?? []).map((diagnostic) => ({
            code: String(diagnostic.code),
            message: typeof diagnostic.message === 'string' ? diagnostic.message : '',
            range: diagnostic.range,
            fixes: () => {
                const place = mistakePlace(services, document, diagnostic);
                return onePreferred((fixers[place.code as LanguageCode] ?? others).flatMap((fixer) => fixer(place)));
            },
        }));
}

/** Of several that are preferred, the first; the only one is, too. */
function onePreferred(fixes: readonly QuickFix[]): QuickFix[] {
    const first = fixes.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? fixes[0] : undefined);
    const seen = new Set<string>();
    return fixes.filter(({ title }) => !seen.has(title) && seen.add(title)).map((fix) => ({ ...fix, preferred: fix === first && fix.aside !== true }));
}
