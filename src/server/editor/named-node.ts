import type { AstNode, LangiumDocument } from 'langium';
import type { CrmMapLspServices } from '../../../language/editor/editor-services.ts';

/** The declaration of a type of the grammar that an id means in a document's map; undefined where there is none. */
export function namedNode(services: CrmMapLspServices, map: LangiumDocument, type: string, id: string): AstNode | undefined {
    const [found] = services.references.ScopeProvider.table(map).get(type)?.get(id) ?? [];
    const document = found && services.shared.workspace.LangiumDocuments.getDocument(found.documentUri);
    return found && (found.node ?? (document && services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, found.path)));
}
