import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { builtinDocument } from '../../../language/builtin.ts';
import { type CrmMapEditorContext, type CrmMapLspServices, createCrmMapLspServices } from '../../../language/editor/module.ts';

export interface Edited {
    readonly services: CrmMapLspServices;
    readonly document: LangiumDocument;
    /** Places of the markers `<|>` in the first file. */
    readonly positions: readonly Position[];
    file(name: string): LangiumDocument;
}

const marker = '<|>';

/** What the editor at the other end is, and what the server hands in. */
export interface Surroundings {
    /** Whether the editor fills snippets, and which commands it has; without this it says nothing of itself. */
    readonly client?: { readonly snippets?: boolean; readonly commands?: readonly string[] };
    readonly words?: CrmMapEditorContext['words'];
}

/** Opens files that stand in memory; the markers `<|>` of the first are taken out, and are its positions. */
export async function open(files: Readonly<Record<string, string>> | string, { client, words }: Surroundings = {}): Promise<Edited> {
    const { shared, language } = createCrmMapLspServices({ ...EmptyFileSystem, words });
    if (client) {
        const completionItem = { snippetSupport: client.snippets === true };
        await shared.lsp.LanguageServer.initialize({
            processId: null,
            rootUri: null,
            workspaceFolders: null,
            capabilities: { textDocument: { completion: { completionItem } } },
            initializationOptions: { commands: client.commands },
        });
    }
    const entries = Object.entries(typeof files === 'string' ? { 'map.crmmap': files } : files);
    const documents = entries.map(([name, text]) => shared.workspace.LangiumDocumentFactory.fromString(text.replaceAll(marker, ''), URI.file(`/maps/${name}`)));
    const all = [builtinDocument(shared), ...documents];
    for (const each of all) shared.workspace.LangiumDocuments.addDocument(each);
    await shared.workspace.DocumentBuilder.build(all, { validation: true });
    const [document] = documents;
    const [, source = ''] = entries[0] ?? [];
    if (!document) throw new Error('There is no file.');
    const parts = source.split(marker);
    const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
    return {
        services: language,
        document,
        positions: offsets.map((offset) => document.textDocument.positionAt(offset)),
        file: (name) => documents.find(({ uri }) => uri.path === `/maps/${name}`) ?? document,
    };
}

/** What is offered at the marker. */
export async function offered(files: Readonly<Record<string, string>> | string, surroundings?: Surroundings): Promise<CompletionItem[]> {
    const { services, document, positions } = await open(files, surroundings);
    const [position] = positions;
    if (!position) throw new Error('The text has no marker.');
    const list = await services.lsp.CompletionProvider?.getCompletion(document, { textDocument: { uri: document.uri.toString() }, position });
    return [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

export async function labels(files: Readonly<Record<string, string>> | string, surroundings?: Surroundings): Promise<string[]> {
    return (await offered(files, surroundings)).map(({ label }) => label);
}

/** A text after some edits. */
export function edited(document: LangiumDocument, edits: readonly { range: Range; newText: string }[]): string {
    let text = document.textDocument.getText();
    const inOrder = edits
        .map(({ range, newText }) => ({ from: document.textDocument.offsetAt(range.start), to: document.textDocument.offsetAt(range.end), newText }))
        .sort((a, b) => b.from - a.from);
    for (const { from, to, newText } of inOrder) text = text.slice(0, from) + newText + text.slice(to);
    return text;
}

export function textOf(document: LangiumDocument, range: Range): string {
    return document.textDocument.getText(range);
}
