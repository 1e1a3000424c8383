import type { LangiumDocument } from 'langium';
import type { ImportGraph } from './imports.ts';
import type { CrmMapParseResult } from './parser/parser.ts';

/**
 * Names that a map declares in parts that could not be understood, or in files that are missing nothing else than sense: a reference
 * to one of them is no second mistake.
 */
export function lostNamesOf(document: LangiumDocument, imports: ImportGraph): ReadonlySet<string> {
    const names = new Set<string>();
    for (const part of imports.documentsOf(document)) {
        for (const name of (part.parseResult as Partial<CrmMapParseResult>).lostNames ?? []) names.add(name);
    }
    return names;
}
