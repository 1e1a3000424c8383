import { EmptyFileSystem, type FileSystemProvider, type LangiumDocument, URI } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { builtinDocument } from '../../language/builtin.ts';
import type { CrmMapLspServices } from '../../language/editor/editor-services.ts';
import { importedUris } from '../../language/imports.ts';
import { type CrmMapServices, createCrmMapServices } from '../../language/module.ts';
import { largestFile } from '../../language/parser/bounds.ts';
import { relativePath } from '../../language/relative-path.ts';
import type { WorkspaceBounds } from '../../language/workspace-bounds.ts';
import type { HashOf } from '../drawing/hash.ts';
import { buildModel } from '../model/build-model.ts';
import type { CrmModel } from '../model/crm-model.ts';
import { viewsOf } from '../model/views.ts';
import { type Diagram, diagramOf } from '../pipeline.ts';
import { drawText, type DrawnText, type TextError, type TextToDraw } from '../protocol.ts';
import { severities } from './finding-diagnostics.ts';

/** What a text is drawn with. */
export interface TextDrawer {
    /** The text of a file; it may be that of an editor. Rejects where there is none. */
    readonly readFile: FileSystemProvider['readFile'];
    /** Which files may be imported. */
    readonly bounds: WorkspaceBounds;
    /** Lays out and draws, not on this thread. */
    readonly draw: (diagram: Diagram, signal: AbortSignal) => Promise<string>;
    readonly hashOf: HashOf;
}

/** A text that stands in another document is a part of it; a longer one belongs in a file. In characters. */
const longestText = 200_000;

const mostErrors = 20;

/** Answers requests for pictures of texts. Only where a folder is open does a text have files that it may import. */
export function answerTexts(connection: Connection, { shared, workspace }: CrmMapLspServices, drawer: Pick<TextDrawer, 'draw' | 'hashOf'>): void {
    const { WorkspaceManager, FileSystemProvider, TextDocuments } = shared.workspace;
    const hasFolder = (): boolean => (WorkspaceManager.workspaceFolders ?? []).length > 0;
    const whole: TextDrawer = {
        ...drawer,
        bounds: { contains: (uri) => hasFolder() && workspace.WorkspaceBounds.contains(uri) },
        readFile: async (uri) => TextDocuments.get(uri)?.getText() ?? FileSystemProvider.readFile(uri),
    };
    connection.onRequest(drawText, async (params: TextToDraw, token: CancellationToken) => {
        await WorkspaceManager.ready;
        const abandoned = new AbortController();
        const listening = token.onCancellationRequested(() => abandoned.abort());
        return drawnText(params, whole, abandoned.signal).finally(() => listening.dispose());
    });
}

/** Checks and draws a text, with what it imports. It is a map of its own: the maps of the workspace neither see it nor change by it. */
export async function drawnText({ text, within, view }: TextToDraw, drawer: TextDrawer, signal: AbortSignal): Promise<DrawnText> {
    if (text.length > longestText) {
        const message = `This map is longer than ${longestText / 1000} KB. Put it into a .crmmap file, and import that file here.`;
        return { message, errors: [], moreErrors: 0, imports: false };
    }
    let loaded: Awaited<ReturnType<typeof load>>;
    try {
        loaded = await load(text, addressOf(within), drawer);
    } catch (error) {
        const reason = error instanceof RangeError ? 'it is nested too deeply' : error instanceof Error ? error.message : String(error);
        return { message: `This map cannot be read: ${reason}.`, errors: [], moreErrors: 0, imports: false };
    }
    const { language, document } = loaded;
    const files = language.references.ImportGraph.documentsOf(document);
    const nameOf = (uri: URI): string => relativePath(document.uri, uri);
    const errors = files.flatMap((file) => errorsOf(file, file === document ? undefined : nameOf(file.uri)));
    const told = { errors: errors.slice(0, mostErrors), moreErrors: Math.max(0, errors.length - mostErrors), imports: importedUris(document).length > 0 };
    const id = `crmmap-${drawer.hashOf(text).replaceAll(/[^A-Za-z0-9]/g, '')}`;
    return { ...told, ...(await pictureOf(buildModel(document, language, nameOf), view, id, drawer, signal)) };
}

/** A text counts as a file beside the document that it stands in, which names it where it has no title of its own. */
function addressOf(within: string | undefined): URI {
    const { scheme, authority, path } = within === undefined ? URI.parse('crmmap-text:/map') : URI.parse(within);
    return URI.from({ scheme, authority, path: `${path.startsWith('/') ? '' : '/'}${path}.crmmap` });
}

async function load(text: string, uri: URI, drawer: TextDrawer): Promise<{ language: CrmMapServices; document: LangiumDocument }> {
    const { shared, language } = createCrmMapServices({ ...EmptyFileSystem, workspaceBounds: drawer.bounds });
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
    const add = (content: string, address: URI): LangiumDocument => {
        const document = LangiumDocumentFactory.fromString(content, address);
        LangiumDocuments.addDocument(document);
        return document;
    };
    const builtins = builtinDocument(shared);
    LangiumDocuments.addDocument(builtins);
    const document = add(text, uri);
    const open = [document];
    for (let file = open.pop(); file; file = open.pop()) {
        for (const imported of importedUris(file)) {
            if (!imported?.path.endsWith('.crmmap') || LangiumDocuments.hasDocument(imported) || !drawer.bounds.contains(imported)) continue;
            // What cannot be read is missing, as the check of imports says.
            const content = await drawer.readFile(imported).catch(() => undefined);
            if (content !== undefined && content.length <= largestFile) open.push(add(content, imported));
        }
    }
    await DocumentBuilder.build([...LangiumDocuments.all], { validation: true });
    return { language, document };
}

function errorsOf(document: LangiumDocument, file: string | undefined): TextError[] {
    return (document.diagnostics ?? [])
        .filter(({ severity }) => severity === severities.error)
        .map(({ range, message }) => ({
            line: range.start.line,
            message: typeof message === 'string' ? message : message.value,
            ...(file !== undefined && { file }),
        }))
        .sort((a, b) => a.line - b.line);
}

async function pictureOf(
    model: CrmModel,
    name: string | undefined,
    id: string,
    drawer: TextDrawer,
    signal: AbortSignal,
): Promise<Pick<DrawnText, 'svg' | 'message'>> {
    if (isEmpty(model)) return { message: 'This map is still empty. Declare a system to see it here: system crm "Salesforce"' };
    const views = viewsOf(model);
    const view = name === undefined ? views[0] : views.find((other) => other.name === name);
    if (!view) return { message: `There is no view "${name}" here. ${views.length === 1 ? 'There is' : 'There are'} ${listOf(views)}.` };
    try {
        const diagram = diagramOf(model, view);
        if (!diagram) return { message: `What the view "${view.name}" shows is not in this map.` };
        return { svg: await drawer.draw({ ...diagram, sheet: { ...diagram.sheet, id } }, signal) };
    } catch (error) {
        return { message: `The view "${view.name}" could not be drawn: ${error instanceof Error ? error.message : String(error)}` };
    }
}

function listOf(views: ReturnType<typeof viewsOf>): string {
    const names = views.slice(0, 10).map(({ name }) => `"${name}"`);
    if (views.length > names.length) names.push(`${views.length - names.length} more`);
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function isEmpty(model: CrmModel): boolean {
    return Object.values(model).every((part) => !Array.isArray(part) || part.length === 0);
}
