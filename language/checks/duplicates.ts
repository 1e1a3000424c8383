import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { type Document, isImport, isMapInfo, type MapInfo } from '../generated/ast.ts';
import { resolveImport } from '../imports.ts';
import { freeName } from '../edits/free-name.ts';
import { isNamed, kindNames, pathOf, pathSegment, quoted } from '../names.ts';
import { relativePath } from '../relative-path.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

interface Declared {
    readonly node: AstNode;
    readonly document: LangiumDocument;
}

/** LNG030 and LNG032: within a map, a path means one thing of a kind, and there is one map declaration. */
function declaredOnce(root: Document, context: CheckContext): void {
    const first = new Map<string, Declared>();
    for (const document of context.map) {
        for (const node of declarationsOf(document)) {
            const key = keyOf(node);
            if (key === undefined) continue;
            const before = first.get(key);
            if (!before) first.set(key, { node, document });
            else if (document === context.document) reportHere(node, before, context);
            else if (before.document !== document) reportAtImport(root, { node, document }, before, context);
        }
    }
}

function reportHere(node: AstNode, before: Declared, context: CheckContext): void {
    const { document, report } = context;
    const related = { message: 'The first one stands here.', node: before.node, property: isMapInfo(before.node) ? 'title' : 'name' };
    const where = before.document === document ? '' : ` in ${relativePath(document.uri, before.document.uri)}`;
    if (isMapInfo(node)) {
        report('LNG032', `This map has a \`map\` declaration already${where}. Write all that is said of the map in one.`, {
            node,
            range: firstWord(node),
            related,
        });
        return;
    }
    const path = pathOf(node) ?? '';
    const kind = kindNames[node.$type] ?? 'thing';
    report('LNG030', `There is another ${kind} ${quoted(path)}${where}. Give this one a name of its own.`, {
        node,
        property: 'name',
        related,
        write: otherName(node, context),
    });
}

/** A name that is still free. */
function otherName(node: AstNode, { document, services }: CheckContext): string | undefined {
    if (!isNamed(node)) return undefined;
    const taken = services.references.ScopeProvider.namesOf(document, [node.$type]);
    const path = pathOf(node) ?? node.name;
    const holder = path.slice(0, path.length - pathSegment(node.name).length);
    const own = taken.filter((name) => name.startsWith(holder)).map((name) => name.slice(holder.length).replaceAll('`', ''));
    return pathSegment(freeName(node.name, own));
}

/** Two imported files that do not know each other declare the same: only the file that imports both can tell. */
function reportAtImport(root: Document, second: Declared, before: Declared, { document, services, report }: CheckContext): void {
    const graph = services.references.ImportGraph;
    if (graph.documentsOf(second.document).includes(before.document) || graph.documentsOf(before.document).includes(second.document)) return;
    const brings = root.imports.find((statement) => {
        const uri = isImport(statement) ? resolveImport(document, statement.path) : undefined;
        const imported = uri && services.shared.workspace.LangiumDocuments.getDocument(uri);
        return imported !== undefined && graph.documentsOf(imported).includes(second.document) && !graph.documentsOf(imported).includes(before.document);
    });
    if (!brings) return;
    const files = `${relativePath(document.uri, before.document.uri)} and ${relativePath(document.uri, second.document.uri)}`;
    const related = { message: 'The first one stands here.', node: before.node, property: isMapInfo(before.node) ? 'title' : 'name' };
    if (isMapInfo(second.node))
        report('LNG032', `Two files of this map have a \`map\` declaration: ${files}. Keep one.`, { node: brings, property: 'path', related });
    else
        report(
            'LNG030',
            `The ${kindNames[second.node.$type] ?? 'thing'} ${quoted(pathOf(second.node) ?? '')} is declared in two files: ${files}. Rename one.`,
            { node: brings, property: 'path', related },
        );
}

function declarationsOf(document: LangiumDocument): Iterable<AstNode> {
    return AstUtils.streamAst(document.parseResult.value).filter((node) => isNamed(node) || isMapInfo(node));
}

function keyOf(node: AstNode): string | undefined {
    if (isMapInfo(node)) return 'map';
    const path = pathOf(node);
    return path === undefined ? undefined : `${node.$type} ${path}`;
}

function firstWord(node: MapInfo): { start: { line: number; character: number }; end: { line: number; character: number } } | undefined {
    const start = node.$cstNode?.range.start;
    return start && { start, end: { line: start.line, character: start.character + 'map'.length } };
}

export const duplicateChecks: CheckTable = { Document: [declaredOnce as Check] };
