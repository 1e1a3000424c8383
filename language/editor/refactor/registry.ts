import type { LangiumDocument } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { CrmMapServices } from '../../module.ts';
import { contextAt, type Refactoring } from './refactoring.ts';

/** Every refactoring, in the order in which they are offered. */
const refactorings: readonly Refactoring[] = [];

/** What may be done at a selection, without its being asked for by kind; nothing where the file has mistakes of syntax. */
export function refactoringsAt(services: CrmMapServices, document: LangiumDocument, range: Range): CodeAction[] {
    const context = contextAt(services, document, range);
    return context ? refactorings.flatMap((refactoring) => refactoring(context)) : [];
}
