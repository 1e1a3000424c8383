import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { builtinDocument } from '../../language/builtin.ts';
import { type CrmMapServices, createCrmMapServices } from '../../language/module.ts';
import { buildModel } from '../../src/model/build-model.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';

export interface ParsedMap {
    readonly document: LangiumDocument;
    readonly services: CrmMapServices;
    readonly model: CrmModel;
    /** `line:column message` of every finding of the root file, counted from 1. */
    readonly findings: readonly string[];
}

/** Parses, links, checks and reads maps that exist only in memory. The last file is the root. */
export async function parseFiles(files: Readonly<Record<string, string>>): Promise<ParsedMap> {
    const { shared, language } = createCrmMapServices(EmptyFileSystem);
    const documents = [
        builtinDocument(shared),
        ...Object.entries(files).map(([name, text]) => shared.workspace.LangiumDocumentFactory.fromString(text, URI.file(`/maps/${name}`))),
    ];
    for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document);
    await shared.workspace.DocumentBuilder.build(documents, { validation: true });
    const document = documents.at(-1) as LangiumDocument;
    return {
        document,
        services: language,
        model: buildModel(document, language, (uri) => path.posix.relative('/maps', uri.path)),
        findings: (document.diagnostics ?? []).map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`),
    };
}

export function parseMap(text: string): Promise<ParsedMap> {
    return parseFiles({ 'map.crmmap': text });
}

/** An example map by its root file's name, with the files that it imports before it. */
export function exampleFiles(root: string): Record<string, string> {
    return filesOf('examples', root);
}

/** A map of a folder by its root file's path below it, with the files that it imports before it. */
export function filesOf(folder: string, root: string): Record<string, string> {
    const files: Record<string, string> = {};
    const add = (name: string): void => {
        if (name in files) return;
        const text = readFileSync(path.join(folder, name), 'utf8');
        files[name] = text;
        for (const [, target = ''] of text.matchAll(/^\s*import\s+"([^"]+)"/gm)) add(path.posix.join(path.posix.dirname(name), target));
        delete files[name];
        files[name] = text;
    };
    add(root);
    return files;
}
