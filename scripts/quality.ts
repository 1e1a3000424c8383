/**
 * Measures the pictures: every view of the examples, and generated landscapes of many shapes and sizes beside what ELK makes of the same
 * boxes, lines and labels without advice. Writes `out/quality/index.md` and `index.html`; `--quick` takes the smaller landscapes only.
 * It ends with status 1 where a picture has a fault.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { landscapeDiagram } from '../src/diagram/landscape/landscape-diagram.ts';
import { createElkEngine } from '../src/layout/elk-engine.ts';
import { arrange } from '../src/layout/landscape/arrange.ts';
import { placeLabels } from '../src/layout/landscape/place-labels.ts';
import { viewsOf } from '../src/model/views.ts';
import { diagramOf, placeDiagram } from '../src/pipeline.ts';
import { exampleRoots } from '../test/golden/golden-pictures.ts';
import { exampleFiles, parseFiles } from '../test/helpers/maps.ts';
import { landscapeView } from '../test/helpers/landscape-maps.ts';
import type { Figures } from '../test/layout/drawing-figures.ts';
import { figuresOf, sceneDrawing } from '../test/layout/drawing-figures.ts';
import { generatedMap, shapes } from '../test/layout/generated-maps.ts';
import type { Stability } from '../test/layout/stability.ts';
import { median, stabilityOf } from '../test/layout/stability.ts';
import { landscapeCases } from './quality/landscape-cases.ts';
import { pictureFigures } from './quality/picture-figures.ts';
import { plainDrawing, plainGraph } from './quality/plain-elk.ts';
import { createPlainEngine } from './quality/plain-engine.ts';
import type { Table } from './quality/report.ts';
import { asHtml, asMarkdown } from './quality/report.ts';

/** Plain ELK is given up after so many ms. */
const mostTime = 15_000;
const sheet = 852;

const quick = process.argv.includes('--quick');
const engine = createElkEngine();
const plain = createPlainEngine(mostTime);
await engine.layout({ id: 'warm-up', children: [{ id: 'a', width: 1, height: 1 }] });
let faults = 0;

async function examples(): Promise<Table> {
    const rows: string[][] = [];
    for (const root of exampleRoots) {
        const { model } = await parseFiles(exampleFiles(root));
        for (const view of viewsOf(model)) {
            const diagram = diagramOf(model, view);
            if (diagram === undefined) continue;
            const start = performance.now();
            const placed = await placeDiagram(diagram, engine);
            const time = performance.now() - start;
            const found = pictureFigures(placed);
            faults += found.boxOnBox + found.textOnText + found.lineThroughText + found.lineThroughBox;
            const counts = [found.boxOnBox, found.textOnText, found.lineThroughText, found.lineThroughBox].map(String);
            rows.push([`${root} ${view.name}`, view.as, ...counts, `${Math.round(found.width)} × ${Math.round(found.height)}`, time.toFixed(0)]);
        }
    }
    const head = ['view', 'kind', 'box on box', 'text on text', 'line through text', 'line through box', 'size in px', 'ms'];
    return { title: 'Every view of the examples', head, rows };
}

const measures = ['crossings', 'bends', 'length', 'area'] as const;
type Sums = Record<(typeof measures)[number], { ours: number; plain: number }>;

/** Larger ones are folded in a picture; they are measured unfolded, and summed apart. */
const drawnAsTheyAre = 100;

interface Compared {
    readonly sums: Sums;
    count: number;
}

function nothingCompared(): Compared {
    return { sums: { crossings: { ours: 0, plain: 0 }, bends: { ours: 0, plain: 0 }, length: { ours: 0, plain: 0 }, area: { ours: 0, plain: 0 } }, count: 0 };
}

function sumTable({ sums, count }: Compared, which: string): Table {
    const rows = measures.map((measure) => {
        const { ours, plain: theirs } = sums[measure];
        return [measure, ours.toFixed(0), theirs.toFixed(0), (ours / Math.max(1, theirs)).toFixed(2)];
    });
    return {
        title: `In sum, over the ${count} landscapes ${which} that plain ELK placed in time`,
        head: ['measure', 'ours', 'plain ELK', 'ours to plain'],
        rows,
    };
}

async function generated(): Promise<readonly Table[]> {
    const rows: string[][] = [];
    const [drawn, folded] = [nothingCompared(), nothingCompared()];
    for (const { name, model, view, systems } of landscapeCases(quick)) {
        // The plain engine works on the other thread meanwhile.
        const answer = plain.layout(plainGraph(landscapeDiagram(model, view, 'engine')));
        // What is folded in a picture is measured unfolded.
        const start = performance.now();
        const { scene } = await arrange(landscapeDiagram(model, view, systems >= 100 ? 'columns' : undefined), engine, sheet);
        const labels = placeLabels(scene);
        const time = performance.now() - start;
        const ours = figuresOf(sceneDrawing(scene, labels));
        const { placed, time: plainTime } = await answer;
        const theirs = placed === undefined ? undefined : figuresOf(plainDrawing(placed));
        const bad = faultsIn(ours);
        faults += bad;
        if (theirs !== undefined) {
            const { sums } = systems > drawnAsTheyAre ? folded : drawn;
            (systems > drawnAsTheyAre ? folded : drawn).count += 1;
            for (const measure of measures) {
                sums[measure].ours += ours[measure];
                sums[measure].plain += theirs[measure];
            }
        }
        const beside = (measure: (typeof measures)[number] | 'ratio', digits = 0): string =>
            `${ours[measure].toFixed(digits)} / ${theirs?.[measure].toFixed(digits) ?? '–'}`;
        const faultCells = `${bad} / ${theirs === undefined ? '–' : faultsIn(theirs)}`;
        const times = `${time.toFixed(0)} / ${placed === undefined ? `over ${mostTime}` : plainTime.toFixed(0)}`;
        rows.push([name, faultCells, beside('crossings'), beside('bends'), beside('length'), beside('area', 1), beside('ratio', 2), times]);
    }
    return [
        sumTable(drawn, `of up to ${drawnAsTheyAre} systems`),
        ...(folded.count === 0 ? [] : [sumTable(folded, 'of more systems, which a picture folds,')]),
        {
            title: 'Generated landscapes: ours / plain ELK',
            head: ['landscape', 'faults', 'crossings', 'bends', 'length in px', 'area in Mpx', 'width to height', 'ms'],
            rows,
        },
    ];
}

function faultsIn(found: Figures): number {
    return found.boxOnBox + found.labelOnLabel + found.labelOnOther + found.lineThroughBox;
}

async function stability(): Promise<Table> {
    const rows: string[][] = [];
    const [seeds, edits] = quick ? [[1, 2], 4] : [[1, 2, 3, 4, 5], 8];
    const percent = (value: number): string => `${Math.round(value * 100)} %`;
    const row = (name: string, found: readonly Stability[]): string[] => {
        const onSheet = found.map((entry) => entry.onSheet);
        const kept = onSheet.filter((part) => part >= 0.8).length / onSheet.length;
        return [name, percent(median(onSheet)), percent(Math.min(...onSheet)), percent(kept), percent(median(found.map((entry) => entry.together)))];
    };
    for (const anywhere of [false, true]) {
        const all: Stability[] = [];
        const where = anywhere ? 'anywhere in the text' : 'behind the others';
        for (const shape of shapes) {
            for (const groupBy of ['category', 'none'] as const) {
                const found: Stability[] = [];
                for (const seed of seeds) {
                    const model = generatedMap({ shape, systems: 50, density: 1.4, seed });
                    found.push(...(await stabilityOf(model, landscapeView({ groupBy }), engine, { edits, seed: 4 + seed, anywhere })));
                }
                all.push(...found);
                rows.push(row(`${shape} ${groupBy === 'none' ? 'bare' : 'grouped'}, ${where}`, found));
            }
        }
        rows.push(row(`all, ${where}`, all));
    }
    const head = ['landscape of 50 systems, one flow added', 'systems that stay, median', 'worst', 'edits that keep 80 %', 'median, less a shift of the whole'];
    return { title: `Systems that stay within 20 px of where they stood on the sheet (${seeds.length} maps each, ${edits} edits)`, head, rows };
}

const landscapes = await generated();
const tables = [...landscapes.slice(0, -1), await examples(), await stability(), ...landscapes.slice(-1)];
await plain.close();
mkdirSync('out/quality', { recursive: true });
writeFileSync('out/quality/index.md', asMarkdown(tables));
writeFileSync('out/quality/index.html', asHtml(tables));
console.log(asMarkdown(tables.slice(0, -1)));
console.log(`${faults === 0 ? 'No faults' : `${faults} faults`}. All tables: out/quality/index.md and index.html`);
process.exitCode = faults === 0 ? 0 : 1;
