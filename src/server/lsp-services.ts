import { inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule, type DefaultSharedModuleContext, type LangiumServices, type LangiumSharedServices } from 'langium/lsp';
import { registerChecks } from '../../language/checks/registry.ts';
import { CrmMapGeneratedModule, CrmMapGeneratedSharedModule } from '../../language/generated/module.ts';
import { type CrmMapAddedServices, CrmMapModule, CrmMapSharedModule } from '../../language/module.ts';

export function createCrmMapLspServices(context: DefaultSharedModuleContext): {
    shared: LangiumSharedServices;
    language: LangiumServices & CrmMapAddedServices;
} {
    const shared = inject(createDefaultSharedModule(context), CrmMapGeneratedSharedModule, CrmMapSharedModule);
    const language = inject(createDefaultModule({ shared }), CrmMapGeneratedModule, CrmMapModule) as LangiumServices & CrmMapAddedServices;
    shared.ServiceRegistry.register(language);
    registerChecks(language);
    return { shared, language };
}
