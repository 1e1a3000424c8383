import { type AstNode, AstUtils, EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { builtinDocument } from '../../../../language/builtin.ts';
import { refactoringsAt } from '../../../../language/editor/refactor/registry.ts';
import { type CrmMapServices, createCrmMapServices } from '../../../../language/module.ts';
import { buildModel } from '../../../../src/model/build-model.ts';
import type { CrmModel } from '../../../../src/model/crm-model.ts';

/** Files of a workspace by their names; the last one is the root of its map. */
export type Files = Readonly<Record<string, string>>;

export interface Opened {
    readonly services: CrmMapServices;
    readonly model: CrmModel;
    /** `code message` of every diagnostic of every file, in an order of their own. */
    readonly diagnostics: readonly string[];
    document(name: string): LangiumDocument;
}

export async function openFiles(files: Files): Promise<Opened> {
    const { shared, language } = createCrmMapServices(EmptyFileSystem);
    const documents = Object.entries(files).map(([name, text]) => shared.workspace.LangiumDocumentFactory.fromString(text, URI.file(`/maps/${name}`)));
    const all = [builtinDocument(shared), ...documents];
    for (const document of all) shared.workspace.LangiumDocuments.addDocument(document);
    await shared.workspace.DocumentBuilder.build(all, { validation: true });
    const find = (name: string): LangiumDocument => {
        const found = documents.find(({ uri }) => uri.path === `/maps/${name}`);
        if (!found) throw new Error(`There is no file ${name}.`);
        return found;
    };
    return {
        services: language,
        model: buildModel(documents.at(-1) ?? find(''), language, (uri) => uri.path.replace('/maps/', '')),
        diagnostics: documents.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code, message }) => `${code} ${message}`)).sort(),
        document: find,
    };
}

/** What is offered at `<|>` of the one file that has it, or for what stands between two of them. */
export async function offeredAt(source: Files | string): Promise<{ readonly files: Files; readonly opened: Opened; readonly actions: CodeAction[] }> {
    const marked = typeof source === 'string' ? { 'map.crmmap': source } : source;
    const files = Object.fromEntries(Object.entries(marked).map(([name, text]) => [name, text.replaceAll('<|>', '')]));
    const [name, text] = Object.entries(marked).find(([, text]) => text.includes('<|>')) ?? ['', ''];
    const [before = '', inside, after] = text.split('<|>');
    const opened = await openFiles(files);
    const document = opened.document(name);
    const start = document.textDocument.positionAt(before.length);
    const end = after === undefined ? start : document.textDocument.positionAt(before.length + (inside ?? '').length);
    return { files, opened, actions: refactoringsAt(opened.services, document, { start, end }) };
}

/** The files after the one action that is offered and whose title has some words in it. */
export async function refactored(source: Files | string, title: string): Promise<Files> {
    const { files, opened, actions } = await offeredAt(source);
    const [only, ...more] = actions.filter((action) => action.title.includes(title));
    if (!only || more.length > 0) throw new Error(`There is not one action “${title}”, but: ${actions.map((action) => action.title).join('; ')}`);
    return applied(files, opened, only);
}

/** The one file of a map after an action. */
export async function refactoredText(source: string, title: string): Promise<string> {
    return (await refactored(source, title))['map.crmmap'] ?? '';
}

/** Files after an action. A file that it creates stands first. */
export function applied(files: Files, opened: Opened, { edit }: CodeAction): Files {
    const created: Record<string, string> = {};
    const result: Record<string, string> = { ...files };
    const change = (uri: string, edits: readonly { range: Range; newText: string }[]): void => {
        const name = URI.parse(uri).path.replace('/maps/', '');
        if (name in created) created[name] = edits.map(({ newText }) => newText).join('');
        else result[name] = TextDocument.applyEdits(opened.document(name).textDocument as TextDocument, [...edits]);
    };
    for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(uri, edits);
    for (const part of edit?.documentChanges ?? []) {
        if (CreateFile.is(part)) {
            const name = URI.parse(part.uri).path.replace('/maps/', '');
            if (name in files) throw new Error(`${name} is there already.`);
            created[name] = '';
        } else if (TextDocumentEdit.is(part)) change(part.textDocument.uri, part.edits as { range: Range; newText: string }[]);
    }
    return { ...created, ...result };
}

/** Where the declarations of a file begin, or those of one type. */
export function declarationsIn(document: LangiumDocument, is: (node: AstNode) => boolean = () => true): number[] {
    return offsetsOf(AstUtils.streamContents(document.parseResult.value).filter(is));
}

/** Where all things of a file begin, at any depth. */
export function partsIn(document: LangiumDocument): number[] {
    return offsetsOf(AstUtils.streamAst(document.parseResult.value));
}

function offsetsOf(nodes: Iterable<AstNode>): number[] {
    return [...nodes].flatMap(({ $cstNode }) => ($cstNode ? [$cstNode.offset] : [])).sort((a, b) => a - b);
}

const lists = ['teams', 'goals', 'metrics', 'segments', 'personas', 'channels', 'regions', 'capabilities', 'systems', 'flows'] as const;
const moreLists = ['lifecycles', 'journeys', 'initiatives', 'views'] as const;

/** A model without the places of its things, without the numbers of its flows, and each kind in the order of its names. */
export function meaningOf(model: CrmModel): unknown {
    const plain = JSON.parse(JSON.stringify(model, (key, value: unknown) => (['source', 'nameSource', 'number'].includes(key) ? undefined : value))) as Record<
        string,
        { id: string }[]
    >;
    for (const list of [...lists, ...moreLists]) plain[list]?.sort((a, b) => (a.id < b.id ? -1 : 1));
    return plain;
}
