import { type LangiumDocument, type LangiumSharedCoreServices, URI } from 'langium';
import { builtinScheme } from './imports.ts';
import { capabilities } from './vocabulary.ts';

/** The address of the document of the words that every map knows. */
export const builtinUri = URI.from({ scheme: builtinScheme, path: '/capabilities.crmmap' });

/** The stock list of capabilities, as a document that every map sees. */
export function builtinDocument(services: LangiumSharedCoreServices): LangiumDocument {
    const existing = services.workspace.LangiumDocuments.getDocument(builtinUri);
    if (existing) return existing;
    const lines = Object.entries(capabilities).map(([name, meaning]) => `/** ${meaning} */\ncapability ${name} "${titleOf(name)}"`);
    return services.workspace.LangiumDocumentFactory.fromString(lines.join('\n'), builtinUri);
}

function titleOf(name: string): string {
    const words = name.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
}
