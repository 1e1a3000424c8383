import {
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    type DefaultSharedCoreModuleContext,
    inject,
    type LangiumCoreServices,
    type LangiumSharedCoreServices,
    type LangiumParser,
    type Module,
    type PartialLangiumCoreServices,
} from 'langium';
import { registerChecks } from './checks/registry.ts';
import { CrmMapGeneratedModule, CrmMapGeneratedSharedModule } from './generated/module.ts';
import { ImportGraph } from './imports.ts';
import { CrmMapIndexManager } from './index-manager.ts';
import { CrmMapLinker } from './linker.ts';
import { CrmMapNameProvider } from './names.ts';
import { CrmMapLexer } from './parser/lexer.ts';
import { CrmMapParser } from './parser/parser.ts';
import { CrmMapDocumentValidator } from './parse-errors.ts';
import { CrmMapReferences } from './references.ts';
import { CrmMapScopeComputation, CrmMapScopeProvider } from './scope.ts';
import { CrmMapValueConverter } from './value-converter.ts';
import { everywhere, type WorkspaceBounds } from './workspace-bounds.ts';

/** What the language adds to Langium's services. */
export interface CrmMapAddedServices {
    readonly parser: {
        readonly CrmMapParser: CrmMapParser;
    };
    readonly references: {
        readonly ImportGraph: ImportGraph;
        readonly ScopeProvider: CrmMapScopeProvider;
    };
    readonly workspace: {
        /** Which files may be imported. */
        readonly WorkspaceBounds: WorkspaceBounds;
    };
}

export type CrmMapServices = LangiumCoreServices & CrmMapAddedServices;

/** Every service of the language, editor features apart (`editor/module.ts`). */
export const CrmMapModule: Module<CrmMapServices, PartialLangiumCoreServices & CrmMapAddedServices> = {
    parser: {
        Lexer: (services) => new CrmMapLexer(services),
        // Langium's type is a class with private parts; its services use `parse` alone.
        LangiumParser: (services) => services.parser.CrmMapParser as unknown as LangiumParser,
        CrmMapParser: (services) => new CrmMapParser(services),
        ValueConverter: () => new CrmMapValueConverter(),
    },
    references: {
        ImportGraph: (services) => new ImportGraph(services.shared),
        References: (services) => new CrmMapReferences(services),
        NameProvider: () => new CrmMapNameProvider(),
        ScopeComputation: (services) => new CrmMapScopeComputation(services),
        ScopeProvider: (services) => new CrmMapScopeProvider(services),
        Linker: (services) => new CrmMapLinker(services),
    },
    workspace: {
        WorkspaceBounds: () => everywhere,
    },
    validation: {
        DocumentValidator: (services) => new CrmMapDocumentValidator(services),
    },
};

/** The services shared by all files of a workspace. */
export const CrmMapSharedModule = {
    workspace: {
        IndexManager: (services: LangiumSharedCoreServices) => new CrmMapIndexManager(services),
    },
} as const;

/** What whoever uses the language may hand in beside the file system. */
export interface CrmMapContext extends DefaultSharedCoreModuleContext {
    readonly workspaceBounds?: WorkspaceBounds;
}

/** The language without an editor: parses, links and checks. The file system is handed in. */
export function createCrmMapServices(context: CrmMapContext): { shared: LangiumSharedCoreServices; language: CrmMapServices } {
    const shared = inject(createDefaultSharedCoreModule(context), CrmMapGeneratedSharedModule, CrmMapSharedModule);
    const language = inject(createDefaultCoreModule({ shared }), CrmMapGeneratedModule, CrmMapModule, boundsModule(context));
    shared.ServiceRegistry.register(language);
    registerChecks(language);
    return { shared, language };
}

/** The bounds of the workspace, where they are handed in. */
export function boundsModule({ workspaceBounds }: CrmMapContext): Module<CrmMapServices, PartialLangiumCoreServices & Partial<CrmMapAddedServices>> {
    return workspaceBounds ? { workspace: { WorkspaceBounds: () => workspaceBounds } } : {};
}
