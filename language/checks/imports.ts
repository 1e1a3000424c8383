import { GrammarUtils } from 'langium';
import { type Document, type Import, isImport } from '../generated/ast.ts';
import { resolveImport } from '../imports.ts';
import { nearest } from '../nearest.ts';
import { relativePath } from '../relative-path.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

/** LNG040 to LNG044: an import names another file of the workspace by a relative path, once. */
function importable(statement: Import, context: CheckContext): void {
    const { document, report, services } = context;
    const literal = GrammarUtils.findNodeForProperty(statement.$cstNode, 'path')?.text ?? '';
    // What follows a backslash is read as an escape, and is no longer what was written.
    const path = literal.includes('\\') ? literal.slice(1, -1).replaceAll('\\\\', '\\') : statement.path;
    if (path === undefined) return;
    const place = { node: statement, property: 'path' };
    const form = mistakeOfPath(path);
    if (form !== undefined) return report('LNG041', form, { ...place, write: rightPath(path) });
    const uri = resolveImport(document, path);
    if (!uri) return report('LNG041', 'An import names a file relative to this one: "./systems.crmmap".', place);
    if (uri.toString() === document.uri.toString()) return report('LNG042', 'This file imports itself. Remove the import.', place);
    if (!services.workspace.WorkspaceBounds.contains(uri)) {
        return report(
            'LNG043',
            `The path "${path}" leads out of the workspace. Import files of the workspace only, or open the folder that holds both.`,
            place,
        );
    }
    const documents = services.shared.workspace.LangiumDocuments;
    if (!documents.hasDocument(uri)) {
        const known = documents.all
            .filter((other) => other.uri.scheme === document.uri.scheme && other !== document)
            .map((other) => relativePath(document.uri, other.uri));
        const meant = nearest(path, known.toArray().sort());
        return report(
            'LNG040',
            `There is no file ${relativePath(document.uri, uri)}. ${meant === undefined ? 'Write the path relative to this file.' : `Did you mean "${meant}"?`}`,
            { ...place, write: meant && `"${meant}"` },
        );
    }
    const twin = (document.parseResult.value as Document).imports.find(
        (other) => isImport(other) && resolveImport(document, other.path)?.toString() === uri.toString(),
    );
    if (twin && twin !== statement) {
        report('LNG044', `"${path}" is imported twice. Remove one of the two.`, {
            ...place,
            severity: 'warning',
            related: { message: 'The first import stands here.', node: twin },
        });
    }
}

/** The relative path that is meant. */
function rightPath(path: string): string | undefined {
    const slashed = path.replaceAll('\\', '/');
    if (path.trim() === '' || /^[a-z][a-z0-9+.-]*:/i.test(slashed)) return undefined;
    const file = slashed.endsWith('.crmmap') ? slashed : `${slashed.replace(/\.\w+$/, '')}.crmmap`;
    return `"${file.startsWith('/') ? '.' : ''}${file}"`;
}

function mistakeOfPath(path: string): string | undefined {
    if (path.trim() === '') return 'An import names a file: "./systems.crmmap".';
    if (path.includes('\\')) return `An import has forward slashes on every system: "${path.replaceAll('\\', '/')}".`;
    if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/'))
        return 'An import names a file relative to this one, such as "./systems.crmmap". It takes no address and no path from the root.';
    if (!path.endsWith('.crmmap')) return `An import names a .crmmap file. Did you mean "${path.replace(/\.\w+$/, '')}.crmmap"?`;
    return undefined;
}

export const importChecks: CheckTable = { Import: [importable as Check] };
