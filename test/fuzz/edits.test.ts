import * as fc from 'fast-check';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { createCrmMapLspServices } from '../../language/editor/module.ts';
import { buildModel } from '../../src/model/build-model.ts';
import { maps, plainSentences } from './any-text.ts';
import { changesOf } from './edit-sequences.ts';

// Other tests may run beside this one.

const names = ['a', 'b', 'c'] as const;
const uriOf = (name: string): string => URI.file(`/maps/${name}.crmmap`).toString();
const nameOf = (uri: URI): string => uri.path.slice('/maps/'.length);

/** A workspace whose files are open in an editor. */
class Workspace {
    private readonly services = createCrmMapLspServices(EmptyFileSystem);
    private readonly texts = new Map<string, TextDocument>();

    async open(files: Readonly<Record<string, string>>): Promise<void> {
        await this.services.shared.workspace.WorkspaceManager.initializeWorkspace([]);
        for (const [name, text] of Object.entries(files)) {
            const document = TextDocument.create(uriOf(name), 'crmmap', 1, text);
            this.texts.set(name, document);
            this.services.shared.workspace.TextDocuments.set(document);
        }
        await this.update(Object.keys(files));
    }

    async change(name: string, changes: Parameters<typeof TextDocument.update>[1]): Promise<void> {
        const document = this.texts.get(name);
        if (document) TextDocument.update(document, changes, document.version + 1);
        await this.update([name]);
    }

    text(name: string): string {
        return this.texts.get(name)?.getText() ?? '';
    }

    /** What is told of each file, and what each map means. */
    state(): unknown {
        return names.map((name) => {
            const document = this.document(name);
            if (!document.diagnostics) throw new Error(`${name} was not checked.`);
            return { name, diagnostics: document.diagnostics, model: buildModel(document, this.services.language, nameOf) };
        });
    }

    private update(changed: readonly string[]): Promise<void> {
        return this.services.shared.workspace.DocumentBuilder.update(
            changed.map((name) => URI.parse(uriOf(name))),
            [],
        );
    }

    private document(name: string): LangiumDocument {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uriOf(name)));
        if (!document) throw new Error(`There is no file ${name}.`);
        return document;
    }
}

async function fresh(texts: Readonly<Record<string, string>>): Promise<Workspace> {
    const workspace = new Workspace();
    await workspace.open(texts);
    return workspace;
}

const start = fc.record({
    a: fc.constantFrom('', ...maps.filter((text) => text.length < 4000)),
    b: plainSentences.map((text) => text.slice(0, 800)),
    c: fc.constantFrom('import "./a.crmmap"\nimport "./b.crmmap"\nview v as landscape', 'import "./b.crmmap"\r\nteam 🥾 "x"\r\nsystem crm { owner sales }'),
});
const edits = fc.array(fc.tuple(fc.constantFrom(...names), fc.array(fc.nat(0x7fffffff), { maxLength: 60, size: 'max' })), { minLength: 1, maxLength: 4 });

test('Any sequence of edits ends in the same state as opening the texts that it ends with', () =>
    fc.assert(
        fc.asyncProperty(start, edits, async (files, sequence) => {
            const edited = await fresh(files);
            for (const [name, numbers] of sequence) {
                for (const change of changesOf(edited.text(name), numbers)) await edited.change(name, [change]);
            }
            const opened = await fresh(Object.fromEntries(names.map((name) => [name, edited.text(name)])));
            expect(edited.state()).toEqual(opened.state());
        }),
        { numRuns: Number(process.env['RUNS'] ?? 25), seed: 20261122, endOnFailure: true },
    ));
