import type { LangiumDocument } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { CrmMapServices } from '../../module.ts';
import { addBody, collapseBody, expandBody, removeEmptyBody } from './bodies.ts';
import { extractToFile } from './extract.ts';
import { splitTwoWay, turnRound } from './flow-directions.ts';
import { flowFromEntities } from './flow-from-entities.ts';
import { nameFlow, unnameFlow } from './flow-names.ts';
import { inlineMapping } from './inline-mapping.ts';
import { mapFields } from './map-fields.ts';
import { contextAt, type Refactoring } from './refactoring.ts';
import { groupFlows, sortDeclarations, sortImports } from './sort-declarations.ts';
import { sortProperties } from './sort-properties.ts';

/** Every refactoring, in the order in which they are offered. */
const refactorings: readonly Refactoring[] = [
    extractToFile,
    mapFields,
    flowFromEntities,
    inlineMapping,
    nameFlow,
    unnameFlow,
    splitTwoWay,
    turnRound,
    addBody,
    removeEmptyBody,
    expandBody,
    collapseBody,
    sortProperties,
    sortDeclarations,
    groupFlows,
    sortImports,
];

/** What may be done at a selection; nothing where the file has mistakes of syntax. */
export function refactoringsAt(services: CrmMapServices, document: LangiumDocument, range: Range): CodeAction[] {
    const context = contextAt(services, document, range);
    return context ? refactorings.flatMap((refactoring) => refactoring(context)) : [];
}
