import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { type Document, isImport, isMapInfo, MapInfo } from '../generated/ast.ts';
import { resolveImport } from '../imports.ts';
import { freeName } from '../edits/free-name.ts';
import { isNamed, kindNames, pathOf, pathSegment, quoted } from '../names.ts';
import { indexOf } from '../map-names.ts';
import { relativePath } from '../relative-path.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

/** For so many doubles of a file a free name is looked for: each time, all names of the map are read. */
const mostNamed = 50;

interface Declared {
    readonly node: AstNode;
    readonly document: LangiumDocument;
}

/** LNG030 and LNG032: within a map, a path means one thing of a kind, and there is one map declaration. */
function declaredOnce(root: Document, context: CheckContext): void {
    // Of a path that is declared thousands of times, its declarations are put in order once.
    const firsts = new Map<string, Declared | undefined>();
    let named = 0;
    const index = indexOf(context.services.shared);
    for (const { node, name: path } of index.declaredIn(context.document.uri.toString())) {
        if (!node || index.declared(path).length < 2) continue;
        const key = `${node.$type} ${path}`;
        if (!firsts.has(key)) firsts.set(key, declaredBefore(node.$type, path, context)[0]);
        const first = firsts.get(key);
        if (first && first.node !== node) reportHere(node, first, context, ++named <= mostNamed);
    }
    const twice = [...index.declaredTwice()].flatMap((path) => index.declared(path).map(({ description }) => `${description.type} ${path}`));
    // In an order that does not depend on which file was read first.
    for (const declared of [...new Set(twice)].sort()) {
        const end = declared.indexOf(' ');
        const [first, ...others] = declaredBefore(declared.slice(0, end), declared.slice(end + 1), context);
        for (const other of others) if (first && other.document !== context.document) reportAtImport(root, other, first, context);
    }
    const [first, ...others] = context.map.flatMap((document) =>
        (document.parseResult.value as Document).elements.filter((node) => node.$type === MapInfo.$type).map((node) => ({ node, document })),
    );
    for (const other of others) {
        if (first && other.document === context.document) reportHere(other.node, first, context);
        else if (first) reportAtImport(root, other, first, context);
    }
}

/** All of a path in the map, those first that this document sees first. */
function declaredBefore(type: string, path: string, { services, document }: CheckContext): Declared[] {
    const found = services.references.ScopeProvider.table(document).get(type)?.get(path) ?? [];
    return found.flatMap(({ node }) => (node ? [{ node, document: AstUtils.getDocument(node) }] : []));
}

function reportHere(node: AstNode, before: Declared, context: CheckContext, offersName = true): void {
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
        write: offersName ? otherName(node, context) : undefined,
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
    if (second.document === before.document) return;
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

function firstWord(node: MapInfo): { start: { line: number; character: number }; end: { line: number; character: number } } | undefined {
    const start = node.$cstNode?.range.start;
    return start && { start, end: { line: start.line, character: start.character + 'map'.length } };
}

export const duplicateChecks: CheckTable = { Document: [declaredOnce as Check] };
