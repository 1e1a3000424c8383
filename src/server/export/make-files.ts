import { csv } from '../../cli/formats/csv.ts';
import { drawio } from '../../cli/formats/drawio.ts';
import type { Format, FormatContext, FormatMap } from '../../cli/formats/format.ts';
import { html } from '../../cli/formats/html.ts';
import { json } from '../../cli/formats/json.ts';
import { markdown } from '../../cli/formats/markdown.ts';
import { mermaid } from '../../cli/formats/mermaid.ts';
import { pdf } from '../../cli/formats/pdf.ts';
import { svg } from '../../cli/formats/svg.ts';
import { OutputNames } from '../../cli/output-names.ts';
import type { LayoutEngine } from '../../layout/engine.ts';
import type { ExportFormat } from '../../protocol.ts';
import type { ExportWork, MadeFile } from './export-work.ts';

const formats: Readonly<Record<ExportFormat, Format>> = { svg, pdf, html, drawio, mermaid, markdown, json, csv };

/** Makes the files of one format, the same as the command line's; a Markdown document with its pictures. */
export async function* makeFiles(work: ExportWork, engine: LayoutEngine): AsyncGenerator<MadeFile> {
    const views = work.views.map((view) => ({ view, errors: [] }));
    const map: FormatMap = { shown: work.shown, model: work.model, views };
    const names = new OutputNames();
    // As the command line does: pictures have their names first.
    const pictureNames = new Map(views.map((one) => [one.view.name, names.nameFor(work.shown, one.view.name, 'svg')]));
    const isAsked: FormatContext['isAsked'] = ({ view }) => work.asked.includes(view.name);
    const context: FormatContext = {
        names,
        engine,
        theme: undefined,
        isAsked,
        findings: () => work.findings,
        today: undefined,
        rasterize: () => Promise.reject(new Error('Pictures in pixels are drawn by the page.')),
        fonts: [],
        pictureName: ({ view }) => pictureNames.get(view.name) ?? '',
    };
    const own = formats[work.format];
    const needed = (own.needs ?? []).flatMap((word) => Object.values(formats).filter((format) => format.word === word));
    for (const format of [...needed, own]) {
        for (const file of format.files(map, context)) {
            if (file.view === undefined || isAsked(file.view)) yield { name: file.name, content: await file.content() };
        }
    }
}
