import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { builtinDocument } from '../../../language/builtin.ts';
import { type CrmMapLspServices, createCrmMapLspServices } from '../../../language/editor/module.ts';
import { serverFeatures, serverWords } from '../../../src/server/editor/module.ts';
import { MapModels } from '../../../src/server/map-models.ts';

export interface Served {
    readonly services: CrmMapLspServices;
    readonly document: LangiumDocument;
    readonly models: MapModels;
}

/** Opens files that stand in memory, the first of them with the features that need the model; `commands` are those of the editor. */
export async function serve(files: Readonly<Record<string, string>>, commands: readonly string[] = []): Promise<Served> {
    const { shared, language } = createCrmMapLspServices({ ...EmptyFileSystem, words: serverWords, features: serverFeatures });
    const models = new MapModels(language);
    await shared.lsp.LanguageServer.initialize({
        processId: null,
        rootUri: null,
        workspaceFolders: null,
        capabilities: {},
        initializationOptions: { commands },
    });
    const documents = Object.entries(files).map(([name, text]) => shared.workspace.LangiumDocumentFactory.fromString(text, URI.file(`/maps/${name}`)));
    const all = [builtinDocument(shared), ...documents];
    for (const each of all) shared.workspace.LangiumDocuments.addDocument(each);
    await shared.workspace.DocumentBuilder.build(all, { validation: true });
    const [document] = documents;
    if (!document) throw new Error('There is no file.');
    return { services: language, document, models };
}
