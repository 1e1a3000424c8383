import { UriUtils } from 'langium';
import { atTop, removePiece } from '../../edits/lines.ts';
import { type Import, isImport } from '../../generated/ast.ts';
import { builtinScheme, resolveImport } from '../../imports.ts';
import { relativePath } from '../../relative-path.ts';
import { type Fixer, type MistakePlace, nodeAt, referenceAt } from './mistake-place.ts';
import type { QuickFix } from './problem.ts';

const mostOffered = 4;

/** LNG012: imports each file of the workspace that declares the name. */
export const importIt: Fixer = (place) => {
    const { services, document, data } = place;
    const reference = referenceAt(place);
    if (!reference) return data.importPath === undefined ? [] : [importing(place, data.importPath)];
    const own = new Set(services.references.ImportGraph.documentsOf(document).map(({ uri }) => uri.toString()));
    const type = services.shared.AstReflection.getReferenceType(reference);
    const files = services.shared.workspace.IndexManager.allElements(type)
        .filter(({ name, documentUri }) => name === reference.reference.$refText && documentUri.scheme !== builtinScheme && !own.has(documentUri.toString()))
        .map(({ documentUri }) => relativePath(document.uri, documentUri))
        .toArray();
    return [...new Set(files)].slice(0, mostOffered).map((path, index) => ({ ...importing(place, path), preferred: index === 0 }));
};

function importing({ document, text }: MistakePlace, path: string): QuickFix {
    const line = `import "${path}"`;
    return { title: `Add ${line}`, preferred: true, edits: [{ document, change: atTop(text, line) }] };
}

/** LNG040 to LNG044: takes the import away. */
export const removeImport: Fixer = (place) => {
    const statement = nodeAt(place, isImport);
    const cst = statement?.$cstNode;
    if (!cst) return [];
    const isVain = place.code === 'LNG042' || place.code === 'LNG044';
    const change = removePiece(place.text, { from: cst.offset, to: cst.end });
    return [{ title: 'Remove the import', preferred: isVain, certain: isVain, edits: [{ document: place.document, change }] }];
};

/** LNG040: makes the file that is imported. */
export const createFile: Fixer = (place) => {
    const statement: Import | undefined = nodeAt(place, isImport);
    const uri = resolveImport(place.document, statement?.path);
    return uri ? [{ title: `Create ${UriUtils.basename(uri)}`, creates: uri, edits: [] }] : [];
};
