import { createGrammarConfig, inject, type LangiumCompletionParser, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type LangiumSharedServices,
    type PartialLangiumServices,
} from 'langium/lsp';
import { registerChecks } from '../checks/registry.ts';
import { CrmMapGeneratedModule, CrmMapGeneratedSharedModule } from '../generated/module.ts';
import { boundsModule, type CrmMapContext, CrmMapModule, CrmMapSharedModule } from '../module.ts';
import { CrmMapWorkspaceManager, loadImports, workspaceFolderBounds } from '../workspace.ts';
import { CrmMapCodeActions } from './actions/code-actions.ts';
import { CrmMapCallHierarchy } from './call-hierarchy.ts';
import { CrmMapCompletionProvider } from './completion.ts';
import { CrmMapDefinitionProvider } from './definition.ts';
import { CrmMapDocumentLinks } from './document-links.ts';
import { EditorClient } from './editor-client.ts';
import { type CrmMapLspServices, type EditorAddedServices, type EditorWords, noWords } from './editor-services.ts';
import { CrmMapFolding } from './folding.ts';
import { CrmMapFormatter } from './formatter.ts';
import { CrmMapHighlightProvider } from './highlight.ts';
import { CrmMapHoverProvider } from './hover.ts';
import { CrmMapImplementationProvider } from './implementation.ts';
import { CrmMapLanguageServer, type StructureServices } from './language-server.ts';
import { CrmMapLinkedEditing } from './linked-editing.ts';
import { PatientDocumentBuilder } from './patient-document-builder.ts';
import { PatientDocumentFactory } from './patient-document-factory.ts';
import { nameCharacter } from './pointer.ts';
import { CrmMapRenameProvider } from './rename.ts';
import { CrmMapSelectionRanges } from './selection-ranges.ts';
import { CrmMapSemanticTokens } from './semantic-tokens.ts';
import { CrmMapSignatureHelp } from './signature-help.ts';
import { CrmMapDocumentSymbols, CrmMapNodeKinds } from './symbols.ts';
import { CrmMapTypeDefinitionProvider } from './type-definition.ts';
import { CrmMapWorkspaceSymbols } from './workspace-symbols.ts';
import { Usages } from './usages.ts';

export type { CrmMapLspServices } from './editor-services.ts';

/** What the editor adds to the language. */
export const CrmMapEditorModule: Module<CrmMapLspServices, PartialLangiumServices & EditorAddedServices & StructureServices> = {
    editor: {
        Client: (services) => new EditorClient(services.shared),
        Usages: (services) => new Usages(services.shared),
        Words: () => noWords,
    },
    parser: {
        // A server creates every service when it starts; Langium's own would ask the lexer for tokens of Langium's kind.
        CompletionParser: (services) => services.parser.CrmMapParser as unknown as LangiumCompletionParser,
        GrammarConfig: (services) => ({ ...createGrammarConfig(services), nameRegexp: nameCharacter }),
    },
    structure: {
        LinkedEditing: (services) => new CrmMapLinkedEditing(services),
        SelectionRanges: () => new CrmMapSelectionRanges(),
    },
    lsp: {
        CodeActionProvider: (services) => new CrmMapCodeActions(services),
        CallHierarchyProvider: (services) => new CrmMapCallHierarchy(services),
        CompletionProvider: (services) => new CrmMapCompletionProvider(services),
        DeclarationProvider: (services) => ({
            getDeclaration: (document, params, token) => services.lsp.DefinitionProvider?.getDefinition(document, params, token),
        }),
        DefinitionProvider: (services) => new CrmMapDefinitionProvider(services),
        DocumentHighlightProvider: (services) => new CrmMapHighlightProvider(services),
        DocumentLinkProvider: (services) => new CrmMapDocumentLinks(services),
        DocumentSymbolProvider: (services) => new CrmMapDocumentSymbols(services.shared.lsp.NodeKindProvider),
        FoldingRangeProvider: () => new CrmMapFolding(),
        Formatter: (services) => new CrmMapFormatter(services),
        HoverProvider: (services) => new CrmMapHoverProvider(services),
        ImplementationProvider: (services) => new CrmMapImplementationProvider(services),
        RenameProvider: (services) => new CrmMapRenameProvider(services),
        SemanticTokenProvider: (services) => new CrmMapSemanticTokens(services),
        TypeProvider: (services) => new CrmMapTypeDefinitionProvider(services),
        SignatureHelp: (services) => new CrmMapSignatureHelp(services.parser.CrmMapParser),
    },
};

/** What whoever starts a server may hand in beside connection and file system. */
export interface CrmMapEditorContext extends CrmMapContext {
    readonly words?: EditorWords;
    /** Editor features of later rooms. */
    readonly features?: Module<CrmMapLspServices, PartialLangiumServices>;
}

/** The language with its editor features. Connection and file system are handed in; a workspace's folders bound its imports. */
export function createCrmMapLspServices(context: DefaultSharedModuleContext & CrmMapEditorContext): {
    shared: LangiumSharedServices;
    language: CrmMapLspServices;
} {
    const shared = inject(createDefaultSharedModule(context), CrmMapGeneratedSharedModule, CrmMapSharedModule, {
        lsp: {
            LanguageServer: (services: LangiumSharedServices) => new CrmMapLanguageServer(services),
            NodeKindProvider: () => new CrmMapNodeKinds(),
            WorkspaceSymbolProvider: (services: LangiumSharedServices) => new CrmMapWorkspaceSymbols(services),
        },
        workspace: {
            DocumentBuilder: (services: LangiumSharedServices) => new PatientDocumentBuilder(services),
            LangiumDocumentFactory: (services: LangiumSharedServices) => new PatientDocumentFactory(services),
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
        wordsModule(context.words),
        context.features ?? {},
    ) as CrmMapLspServices;
    shared.ServiceRegistry.register(language);
    registerChecks(language);
    loadImports(shared, bounds);
    return { shared, language };
}

function wordsModule(words: EditorWords | undefined): Module<CrmMapLspServices, { editor?: Pick<EditorAddedServices['editor'], 'Words'> }> {
    return words ? { editor: { Words: () => words } } : {};
}
