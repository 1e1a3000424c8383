import { inject, type LangiumCompletionParser, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type LangiumServices,
    type LangiumSharedServices,
    type PartialLangiumServices,
} from 'langium/lsp';
import { registerChecks } from '../checks/registry.ts';
import { CrmMapGeneratedModule, CrmMapGeneratedSharedModule } from '../generated/module.ts';
import { boundsModule, type CrmMapAddedServices, type CrmMapContext, CrmMapModule, CrmMapSharedModule } from '../module.ts';
import { CrmMapWorkspaceManager, loadImports, workspaceFolderBounds } from '../workspace.ts';
import { CrmMapCompletionProvider } from './completion.ts';
import { CrmMapDefinitionProvider } from './definition.ts';
import { CrmMapFolding } from './folding.ts';
import { CrmMapHoverProvider } from './hover.ts';
import { PatientDocumentBuilder } from './patient-document-builder.ts';
import { CrmMapRenameProvider } from './rename.ts';
import { CrmMapDocumentSymbols, CrmMapNodeKinds } from './symbols.ts';

export type CrmMapLspServices = LangiumServices & CrmMapAddedServices;

/** What the editor adds to the language. */
export const CrmMapEditorModule: Module<CrmMapLspServices, PartialLangiumServices> = {
    parser: {
        // A server creates every service when it starts; Langium's own would ask the lexer for tokens of Langium's kind.
        CompletionParser: (services) => services.parser.CrmMapParser as unknown as LangiumCompletionParser,
    },
    lsp: {
        CompletionProvider: (services) => new CrmMapCompletionProvider(services),
        DefinitionProvider: (services) => new CrmMapDefinitionProvider(services),
        DocumentSymbolProvider: (services) => new CrmMapDocumentSymbols(services.shared.lsp.NodeKindProvider),
        FoldingRangeProvider: () => new CrmMapFolding(),
        HoverProvider: (services) => new CrmMapHoverProvider(services),
        RenameProvider: (services) => new CrmMapRenameProvider(services),
    },
};

/** The language with its editor features. Connection and file system are handed in; a workspace's folders bound its imports. */
export function createCrmMapLspServices(context: DefaultSharedModuleContext & CrmMapContext): { shared: LangiumSharedServices; language: CrmMapLspServices } {
    const shared = inject(createDefaultSharedModule(context), CrmMapGeneratedSharedModule, CrmMapSharedModule, {
        lsp: { NodeKindProvider: () => new CrmMapNodeKinds() },
        workspace: {
            DocumentBuilder: (services: LangiumSharedServices) => new PatientDocumentBuilder(services),
            WorkspaceManager: (services: LangiumSharedServices) => new CrmMapWorkspaceManager(services),
        },
    });
    const bounds = context.workspaceBounds ?? workspaceFolderBounds(shared);
    const language = inject(
        createDefaultModule({ shared }),
        CrmMapGeneratedModule,
        CrmMapModule,
        CrmMapEditorModule,
        boundsModule({ ...context, workspaceBounds: bounds }),
    ) as CrmMapLspServices;
    shared.ServiceRegistry.register(language);
    registerChecks(language);
    loadImports(shared, bounds);
    return { shared, language };
}
