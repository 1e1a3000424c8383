import { DefaultWorkspaceManager, inject, type LangiumDocument, type LangiumSharedCoreServices, type Module, type WorkspaceFolder } from 'langium';
import { createDefaultModule, createDefaultSharedModule, type DefaultSharedModuleContext, type LangiumServices, type LangiumSharedServices } from 'langium/lsp';
import { builtinDocument } from '../../language/builtin.ts';
import { registerChecks } from '../../language/checks/registry.ts';
import { CrmMapGeneratedModule, CrmMapGeneratedSharedModule } from '../../language/generated/module.ts';
import { type CrmMapAddedServices, CrmMapModule, CrmMapSharedModule } from '../../language/module.ts';
import { PatientDocumentBuilder } from './patient-document-builder.ts';

/** The language with Langium's own editor features; completion apart, which needs a parser of Langium's. */
export function createCrmMapLspServices(context: DefaultSharedModuleContext): {
    shared: LangiumSharedServices;
    language: LangiumServices & CrmMapAddedServices;
} {
    const shared = inject(createDefaultSharedModule(context), CrmMapGeneratedSharedModule, CrmMapSharedModule, {
        workspace: {
            DocumentBuilder: (services: LangiumSharedCoreServices) => new PatientDocumentBuilder(services),
            WorkspaceManager: (services: LangiumSharedCoreServices) => new BuiltinWorkspaceManager(services),
        },
    });
    const { lsp, parser, ...defaults } = createDefaultModule({ shared }) as Record<string, object>;
    const usable = { ...defaults, lsp: { ...lsp, CompletionProvider: undefined }, parser: { ...parser, CompletionParser: undefined } };
    const language = inject(usable as unknown as Module<LangiumServices & CrmMapAddedServices>, CrmMapGeneratedModule, CrmMapModule);
    shared.ServiceRegistry.register(language);
    registerChecks(language);
    return { shared, language };
}

class BuiltinWorkspaceManager extends DefaultWorkspaceManager {
    private readonly shared: LangiumSharedCoreServices;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.shared = services;
    }

    protected override async loadAdditionalDocuments(_: WorkspaceFolder[], collector: (document: LangiumDocument) => void): Promise<void> {
        collector(builtinDocument(this.shared));
    }
}
