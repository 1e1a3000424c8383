import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { builtinDocument } from '../../language/builtin.ts';
import { type CrmMapLspServices, createCrmMapLspServices } from '../../language/editor/module.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { buildModel } from '../../src/model/build-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, drawView } from '../../src/pipeline.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { diagnosticFaults } from './diagnostic-faults.ts';
import { editorFaults } from './editor-faults.ts';
import { pictureFaults } from './picture-faults.ts';
import { countSteps } from './steps.ts';

/** How far a text is followed through the house: every depth has those before it. */
export const depths = ['text', 'model', 'editor', 'picture'] as const;
export type Depth = (typeof depths)[number];

const fileName = '/maps/map.crmmap';
const today = '2026-11-01';

/**
 * All that is wrong with how the house treats a text, in words; nothing where it is well. An exception is a fault wherever it is
 * thrown; the text itself may be as wrong as it likes.
 */
export async function faultsOf(text: string, depth: Depth): Promise<string[]> {
    const faults: string[] = [];
    const errors = console.error;
    // Langium catches what a check throws, and prints it.
    console.error = (...words: unknown[]) => faults.push(`printed ${words.map(worded).join(' ')}`);
    try {
        await examine(text, depths.indexOf(depth), faults);
    } catch (error) {
        faults.push(`threw ${worded(error)}`);
    } finally {
        console.error = errors;
    }
    return faults;
}

/** A text of the only file of a workspace, read, linked and checked. */
export async function opened(text: string): Promise<{ readonly language: CrmMapLspServices; readonly document: LangiumDocument }> {
    const { shared, language } = createCrmMapLspServices(EmptyFileSystem);
    const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments } = shared.workspace;
    const document = LangiumDocumentFactory.fromString(text, URI.file(fileName));
    const documents = [builtinDocument(shared), document];
    for (const each of documents) LangiumDocuments.addDocument(each);
    await DocumentBuilder.build(documents, { validation: true });
    return { language, document };
}

async function examine(text: string, depth: number, faults: string[]): Promise<void> {
    const { result, steps } = await countSteps(() => opened(text));
    const { language, document } = result;
    // Each token may be looked at by sixteen tokens of lookahead, some ways each, of several choices.
    const most = 5000 + 2000 * text.length;
    if (steps > most) faults.push(`took ${steps} steps of lookahead for ${text.length} characters`);
    faults.push(...diagnosticFaults(document));
    if (depth < depths.indexOf('model')) return;
    const model = buildModel(document, language, (uri) => uri.path);
    JSON.stringify(model);
    const broken = (document.diagnostics ?? []).map(({ range }) => ({ file: fileName, ...range }));
    runRules(model, { today, texts: new Map([[fileName, text]]) });
    runRules(model, { today, broken });
    const views = viewsOf(model);
    for (const view of views) JSON.stringify(diagramOf(model, view));
    if (depth >= depths.indexOf('editor')) faults.push(...(await editorFaults(language, document)));
    if (depth < depths.indexOf('picture')) return;
    const engine = createElkEngine();
    for (const view of views) if (diagramOf(model, view)) faults.push(...pictureFaults(await drawView(model, view, engine)));
}

function worded(thing: unknown): string {
    return thing instanceof Error ? (thing.stack ?? thing.message).split('\n').slice(0, 6).join('\n') : String(thing);
}
