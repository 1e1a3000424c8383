import { type AstNode, AstUtils, type DiagnosticInfo, GrammarUtils, type ValidationAcceptor, type ValidationChecks } from 'langium';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { CrmMapAstType, Document } from '../generated/ast.ts';
import type { CrmMapServices } from '../module.ts';
import { nodesOf } from '../nodes.ts';
import { mostTold } from '../parser/bounds.ts';
import type { Check, CheckContext, CheckTable, RelatedPlace } from './check.ts';
import { closedListChecks } from './closed-lists.ts';
import { dateChecks } from './dates.ts';
import { duplicateChecks } from './duplicates.ts';
import { fieldTypeChecks } from './field-types.ts';
import { importChecks } from './imports.ts';
import { linkChecks } from './links.ts';
import { numberChecks } from './numbers.ts';
import { referenceChecks } from './references.ts';
import { repeatedProperty } from './repeated.ts';
import { timetableChecks } from './timetables.ts';
import { viewChecks } from './views.ts';

const families: readonly CheckTable[] = [
    closedListChecks,
    dateChecks,
    duplicateChecks,
    fieldTypeChecks,
    importChecks,
    linkChecks,
    numberChecks,
    referenceChecks,
    timetableChecks,
    viewChecks,
];

/** Tells Langium of every check. One family a file; each check is a function with its code. The whole file is checked in one go. */
export function registerChecks(services: CrmMapServices): void {
    // What states nothing twice does not do so as long as it stays as it is.
    const sound = new WeakSet<AstNode>();
    const check = (node: AstNode, context: CheckContext): void => {
        for (const checks of checksOf(node.$type)) checks(node as never, context);
    };
    const checkAll = (root: Document, accept: ValidationAcceptor): void => {
        const context = contextOf(root, services, accept);
        check(root, context);
        for (const statement of [...root.imports, ...root.elements]) {
            const nodes = nodesOf(statement);
            if (!sound.has(statement) && nodes.filter((node) => repeatedProperty(node, context)).length === 0) sound.add(statement);
            for (const node of nodes) check(node, context);
        }
    };
    const byType = new Map<string, readonly Check[]>();
    const checksOf = (type: string): readonly Check[] => {
        let checks = byType.get(type);
        if (!checks) byType.set(type, (checks = families.flatMap((family) => family[type] ?? [])));
        return checks;
    };
    services.validation.ValidationRegistry.register<CrmMapAstType>({ Document: checkAll } as ValidationChecks<CrmMapAstType>);
}

/** No more reports are taken of one file than could be told, and some to choose from. */
const mostTaken = 5 * mostTold;

function contextOf(root: AstNode, services: CrmMapServices, accept: ValidationAcceptor): CheckContext {
    const document = AstUtils.getDocument(root);
    let taken = 0;
    return {
        services,
        document,
        map: services.references.ImportGraph.documentsOf(document),
        report: (code, message, { node, property, index, range, related, severity, write, choices }) => {
            if (++taken > mostTaken) return;
            const info: DiagnosticInfo<AstNode, string> = {
                node,
                property,
                index,
                range,
                code,
                data: { code, ...(write !== undefined && { write }), ...(choices && { choices }) },
                ...(related && { relatedInformation: [placeOf(related)] }),
            };
            accept(severity ?? 'error', message, info);
        },
    };
}

function placeOf({ message, node, property }: RelatedPlace): DiagnosticRelatedInformation {
    const range = (GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? node.$cstNode)?.range;
    const start = { line: 0, character: 0 };
    return { message, location: { uri: AstUtils.getDocument(node).uri.toString(), range: range ?? { start, end: start } } };
}
