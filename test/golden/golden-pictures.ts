import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { exampleFiles, parseFiles } from '../helpers/maps.ts';

export const goldenFolder = 'test/golden/pictures';

/** The examples' root files; other files of `examples/` are imported by these. */
export const exampleRoots: readonly string[] = ['sketch.crmmap', 'northwind.crmmap', 'b2b-software.crmmap', 'bank/bank.crmmap'];

/** Every golden picture, drawn now: file name → SVG. */
export async function drawGoldenPictures(): Promise<ReadonlyMap<string, string>> {
    const engine = createElkEngine();
    const pictures = new Map<string, string>();
    const cases = readdirSync('test/golden/cases').filter((file) => file.endsWith('.crmmap'));
    const maps = [
        ...exampleRoots.map((root) => ({ stem: path.basename(root, '.crmmap'), files: exampleFiles(root) })),
        ...cases.map((file) => ({ stem: path.basename(file, '.crmmap'), files: { [file]: readFileSync(`test/golden/cases/${file}`, 'utf8') } })),
    ];
    for (const { stem, files } of maps) {
        const { model, findings } = await parseFiles(files);
        if (findings.length > 0) throw new Error(`${stem} has findings:\n${findings.join('\n')}`);
        for (const view of viewsOf(model)) {
            pictures.set(`${stem}.${view.name}.svg`, await drawView(model, view, engine));
        }
    }
    return pictures;
}
