import { AstUtils, type CstNode } from 'langium';
import { DefaultDefinitionProvider, type GoToLink } from 'langium/lsp';
import { builtinScheme } from '../imports.ts';

/** Goes from each part of a path to what it names; never to what the language brings along, which is no file. */
export class CrmMapDefinitionProvider extends DefaultDefinitionProvider {
    protected override findLinks(source: CstNode): GoToLink[] {
        return this.references.findDeclarationNodes(source).flatMap((target) => {
            const targetDocument = AstUtils.getDocument(target.astNode);
            return targetDocument.uri.scheme === builtinScheme ? [] : [{ source, target, targetDocument }];
        });
    }
}
