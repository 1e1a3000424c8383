import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import { adjustView } from '../../diagram/adjust/adjust-view.ts';
import type { ThreadPool } from '../../drawing/thread-pool.ts';
import { brokenAt } from '../../model/broken-things.ts';
import type { CrmModel, View } from '../../model/crm-model.ts';
import { viewNeeds } from '../../model/needs.ts';
import { viewsOf } from '../../model/views.ts';
import { type ExportAnswer, type ExportFormat, exportFormats, type ExportParams, type PreviewWish } from '../../protocol.ts';
import type { MapModels } from '../map-models.ts';
import { chooseView, findOwnView } from '../view-choice.ts';
import { exportFindings } from './export-findings.ts';
import type { ExportWork, MadeFile } from './export-work.ts';

export interface ExportServiceOptions {
    readonly models: MapModels;
    /** Everything that is said of a file. */
    readonly diagnosticsOf: (part: LangiumDocument) => readonly Diagnostic[];
    /** The threads that make files. They are not those that draw what previews show. */
    readonly threads: Pick<ThreadPool<ExportWork, MadeFile>, 'run'>;
}

/** Makes files of maps, as the command line does, of the texts as they are in the editor. */
export class ExportService {
    private readonly options: ExportServiceOptions;

    constructor(options: ExportServiceOptions) {
        this.options = options;
    }

    /** What is to be made, as far as nothing is in its way; to be asked for while no text is being read. */
    workFor(map: LangiumDocument, { format, wish }: ExportParams): { readonly work: ExportWork; readonly problems: readonly string[] } {
        const { models } = this.options;
        const model = models.modelOf(map);
        const { views, asked, problems } = wish ? asShown(model, wish) : this.sound(map, model);
        const findings = exportFindings(models, map, this.options.diagnosticsOf);
        const shown = map.uri.path.slice(map.uri.path.lastIndexOf('/') + 1);
        return { work: { model, shown, views, asked, format, findings }, problems };
    }

    /** @throws an Error with words for the reader */
    async make(work: ExportWork, problems: readonly string[]): Promise<ExportAnswer> {
        const files: MadeFile[] = [];
        await this.options.threads.run(work, (file) => files.push(file));
        return { problems, files: files.map(({ name, content }) => ({ name: name.replaceAll('\\', '/'), ...written(content) })) };
    }

    /** The views of a map in whose way no error stands. */
    private sound(map: LangiumDocument, model: CrmModel): Views {
        const views = viewsOf(model);
        const broken = this.options.models.documentsOf(map).flatMap((part) =>
            this.options
                .diagnosticsOf(part)
                .filter(({ severity }) => severity === 1)
                .flatMap(({ range }) => brokenAt(part, range.start)),
        );
        const [unsound, sound] = [true, false].map((wanted) => views.filter((view) => broken.some((thing) => viewNeeds(view, thing, model)) === wanted));
        return {
            views,
            asked: (sound ?? []).map(({ name }) => name),
            problems: (unsound ?? []).map(({ name }) => `The view ${name} is not drawn: there are errors in what it shows.`),
        };
    }
}

interface Views {
    readonly views: readonly View[];
    readonly asked: readonly string[];
    readonly problems: readonly string[];
}

/** The view that a preview shows, with its filters and overlays, among the others. */
function asShown(model: CrmModel, wish: PreviewWish): Views {
    const all = viewsOf(model);
    const chosen = (wish.own && findOwnView(model, wish.own)) ?? chooseView(model, wish.view);
    if (!chosen) return { views: all, asked: [], problems: ['This map has no view.'] };
    const shown = adjustView(model, chosen, wish.adjust ?? {});
    const isListed = all.some(({ name }) => name === shown.name);
    return { views: isListed ? all.map((view) => (view.name === shown.name ? shown : view)) : [...all, shown], asked: [shown.name], problems: [] };
}

function written(content: string | Uint8Array): { text: string } | { base64: string } {
    return typeof content === 'string' ? { text: content } : { base64: Buffer.from(content).toString('base64') };
}

/** Whether a client asks for a format that there is. */
export function isExportFormat(value: unknown): value is ExportFormat {
    return exportFormats.some((format) => format === value);
}
