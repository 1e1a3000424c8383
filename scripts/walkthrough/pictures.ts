import { EmptyFileSystem, URI } from 'langium';
import { createCrmMapServices } from '../../language/module.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { buildModel } from '../../src/model/build-model.ts';
import type { CrmModel, ViewKind } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { allTemplates } from '../../src/templates/all-templates.ts';

export const walkthroughFolder = 'media/walkthrough';

/** What each step shows: a view of a template. */
const steps: readonly { readonly name: string; readonly template: string; readonly view: ViewKind }[] = [
    { name: 'template', template: 'landscape', view: 'landscape' },
    { name: 'preview', template: 'landscape', view: 'profile' },
    { name: 'journey', template: 'journey', view: 'journey' },
    { name: 'findings', template: 'full', view: 'trace' },
    { name: 'tree', template: 'full', view: 'mapping' },
    { name: 'share', template: 'lifecycle', view: 'lifecycle' },
];

const themes = ['light', 'dark'] as const;

/** The pictures by the names of their files. */
export async function walkthroughPictures(): Promise<ReadonlyMap<string, string>> {
    const engine = createElkEngine();
    const pictures = new Map<string, string>();
    for (const { name, template, view: kind } of steps) {
        const model = await modelOf(template);
        const view = viewsOf(model).find((candidate) => candidate.as === kind);
        if (!view) throw new Error(`The template ${template} has no view as ${kind}.`);
        for (const theme of themes) {
            const svg = await drawView(model, { ...view, theme }, engine);
            if (svg === undefined) throw new Error(`The view ${view.name} of the template ${template} draws nothing.`);
            pictures.set(`${name}-${theme}.svg`, svg);
        }
    }
    return pictures;
}

async function modelOf(name: string): Promise<CrmModel> {
    const text = allTemplates.find((template) => template.name === name)?.text ?? '';
    const { shared, language } = createCrmMapServices(EmptyFileSystem);
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.file(`/${name}.crmmap`));
    shared.workspace.LangiumDocuments.addDocument(document);
    await shared.workspace.DocumentBuilder.build([document]);
    return buildModel(document, language, () => `${name}.crmmap`);
}
