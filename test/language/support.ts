import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { builtinDocument } from '../../language/builtin.ts';
import type { Document } from '../../language/generated/ast.ts';
import { type CrmMapServices, createCrmMapServices } from '../../language/module.ts';
import type { WorkspaceBounds } from '../../language/workspace-bounds.ts';

/** Files of a workspace that stands in memory: name → text. */
export type Files = Readonly<Record<string, string>>;

export interface Checked {
    readonly services: CrmMapServices;
    document(name: string): LangiumDocument<Document>;
    diagnostics(name: string): readonly Diagnostic[];
}

/** Parses, links and checks files that stand in memory. */
export async function checkFiles(files: Files, workspaceBounds?: WorkspaceBounds): Promise<Checked> {
    const { shared, language } = createCrmMapServices({ ...EmptyFileSystem, workspaceBounds });
    const documents = Object.entries(files).map(([name, text]) =>
        shared.workspace.LangiumDocumentFactory.fromString<Document>(text, URI.file(`/maps/${name}`)),
    );
    const all = [builtinDocument(shared), ...documents];
    for (const document of all) shared.workspace.LangiumDocuments.addDocument(document);
    await shared.workspace.DocumentBuilder.build(all, { validation: true });
    const find = (name: string): LangiumDocument<Document> => {
        const found = documents.find((document) => document.uri.path === `/maps/${name}`);
        if (!found) throw new Error(`There is no file ${name}.`);
        return found;
    };
    return { services: language, document: find, diagnostics: (name) => find(name).diagnostics ?? [] };
}

export async function check(text: string): Promise<readonly Diagnostic[]> {
    return (await checkFiles({ 'map.crmmap': text })).diagnostics('map.crmmap');
}

/** A diagnostic on one line: `3 LNG002 marked text | message`. Lines count from 1, as authors see them. */
export function told(text: string, diagnostics: readonly Diagnostic[]): string[] {
    const lines = text.split(/\r\n|\n|\r/);
    return diagnostics.map(({ range: { start, end }, code, message }) => {
        const marked = start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : '…';
        return `${start.line + 1} ${code} ${marked} | ${message}`;
    });
}

/** What is told of a text, as `told` writes it. */
export async function mistakesOf(text: string): Promise<string[]> {
    return told(text, await check(text));
}
