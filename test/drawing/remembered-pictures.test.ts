import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createMemory, type Memory } from '../../src/diagram/memory.ts';
import { type AskThread, drawHere } from '../../src/drawing/draw-here.ts';
import { DrawingAbandoned } from '../../src/drawing/drawing-client.ts';
import type { DrawingAnswer, DrawingRequest } from '../../src/drawing/drawing-worker.ts';
import { sha1 } from '../../src/drawing/hash-node.ts';
import { serveDrawings } from '../../src/drawing/serve-drawings.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { type Diagram, diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { seeded } from '../bench/large-workspace.ts';
import { mapText } from '../bench/map-text.ts';
import { parseFiles } from '../helpers/maps.ts';

const engine = createElkEngine();
const { signal } = new AbortController();

/** A drawing thread, which is none: what it is asked, and what it answers, goes through JSON all the same. */
function thread(): AskThread {
    const waiting = new Map<number, (answer: DrawingAnswer) => void>();
    let ask: (request: DrawingRequest) => void = () => undefined;
    void serveDrawings({ receive: (listener) => (ask = listener), send: (answer) => waiting.get(answer.id)?.(answer) }, sha1);
    return (question) =>
        new Promise((resolve, reject) => {
            const id = waiting.size + 1;
            waiting.set(id, (answer) => ('svg' in answer ? resolve(answer.svg) : reject(new Error(answer.error))));
            ask({ id, diagram: question });
        });
}

async function landscapeOf(text: string, memory?: Memory): Promise<Diagram> {
    const { model } = await parseFiles({ 'a.crmmap': text });
    const view = viewsOf(model).find(({ as }) => as === 'landscape');
    const diagram = view && diagramOf(model, view, memory);
    if (!diagram) throw new Error('The map has no landscape.');
    return diagram;
}

async function fresh(text: string): Promise<string> {
    return renderSvg(await placeDiagram(await landscapeOf(text), engine));
}

/** The text with one thing added, taken away, renamed, moved, or looking otherwise. */
function edited(lines: readonly string[], step: number, next: (below: number) => number): string[] {
    const at = 2 + next(lines.length - 2);
    const line = lines[at] ?? '';
    const change = next(6);
    if (change === 0) return lines.toSpliced(at, 1);
    if (change === 1) return lines.toSpliced(at, 0, `s${1 + next(9)} -> s${1 + next(9)} "Added ${step}" { timing manual }`);
    if (change === 2) return lines.with(at, line.replace(/"[^"]*"/, `"Renamed in step ${step}, and now much longer than it was before"`));
    if (change === 3) return lines.with(at, line.replace(/lifecycle \w+/, `lifecycle ${['planned', 'retiring', 'active'][next(3)]}`));
    if (change === 4) return lines.with(at, line.replace('category crm', 'category erp'));
    return [...lines.toSpliced(at, 1), line];
}

describe('A picture drawn with what is remembered of others is, to the byte, the one drawn without', () => {
    test.each([
        { name: 'placed by the engine', text: mapText(7, 8), seed: 1, steps: 8 },
        { name: 'in columns', text: mapText(24, 30), seed: 2, steps: 8 },
        { name: 'running downwards', text: mapText(20, 30).replace('view all as landscape', 'view all as landscape { direction down }'), seed: 3, steps: 8 },
        { name: 'folded', text: mapText(150, 200), seed: 4, steps: 4 },
        { name: 'with all that a map can say', text: readFileSync('examples/northwind.crmmap', 'utf8'), seed: 5, steps: 4 },
    ])(
        'of a map $name, after any edits',
        async ({ text, seed, steps }) => {
            const [memory, ask] = [createMemory(), thread()];
            const next = seeded(seed);
            let lines = text.split('\n\n');
            const before: string[] = [];
            for (let step = 0; step < steps; step++) {
                // Now and then a text comes back, as after an undo.
                const now = step % 5 === 4 ? (before[next(before.length)] ?? text) : lines.join('\n\n');
                before.push(now);
                const anew = await fresh(now);
                const diagram = await landscapeOf(now, memory);
                expect((await drawHere(diagram, memory, ask, signal)) === anew, `here, step ${step}:\n${now.slice(0, 2000)}`).toBe(true);
                expect((await ask(JSON.stringify(diagram), signal)) === anew, `by the thread, step ${step}:\n${now.slice(0, 2000)}`).toBe(true);
                lines = edited(lines, step, next);
            }
        },
        240_000,
    );

    test('and what is found again is not made again', async () => {
        const memory = createMemory();
        const sorts: string[] = [];
        const watched: Memory = {
            ...memory,
            of: (sort, key, make) =>
                memory.of(sort, key, () => {
                    sorts.push(sort);
                    return make();
                }),
        };
        const ask = thread();
        const draw = async (text: string): Promise<string> => drawHere(await landscapeOf(text, watched), watched, ask, signal);
        const text = mapText(24, 30);
        await draw(text);
        expect(new Set(sorts)).toEqual(new Set(['plan', 'card', 'card-width', 'label', 'places', 'gaps', 'flow', 'row', 'row-widths', 'cell', 'cell-widths']));
        sorts.length = 0;
        await draw(`// The same in other lines.\n\n${text.replace('lifecycle active', 'lifecycle active // as it is now')}`);
        expect(sorts).toEqual([]);
        await draw(text.replace('System number 1"', 'System mubner 1"'));
        for (const sort of ['places', 'gaps', 'flow']) expect(sorts).not.toContain(sort);
        const named = text.match(/ s1\.Customer/g)?.length ?? 0;
        expect(sorts.filter((sort) => sort === 'row').length).toBeLessThanOrEqual(named);
        expect(sorts.filter((sort) => sort === 'card').length).toBeLessThanOrEqual(3);
    });

    test('though another picture asked for its places, and was abandoned', async () => {
        const memory = createMemory();
        const diagram = await landscapeOf(mapText(24, 30), memory);
        const first = new AbortController();
        const abandoned: AskThread = (_, aborted) =>
            new Promise((_, reject) => aborted.addEventListener('abort', () => reject(new DrawingAbandoned()), { once: true }));
        const dropped = drawHere(diagram, memory, abandoned, first.signal);
        first.abort();
        const drawn = drawHere(diagram, memory, thread(), signal);
        await expect(dropped).rejects.toThrow(DrawingAbandoned);
        expect(await drawn).toBe(await fresh(mapText(24, 30)));
    });
});

describe('A memory', () => {
    test('forgets what is long ago', () => {
        const memory = createMemory(15);
        let made = 0;
        const ask = (key: string): number => memory.of('sort', key, () => ++made);
        expect([ask('aaaa'), ask('bbbb'), ask('aaaa')]).toEqual([1, 2, 1]);
        for (const key of ['cccc', 'dddd', 'eeee', 'ffff', 'gggg', 'hhhh', 'iiii']) ask(key);
        const before = made;
        ask('aaaa');
        expect(made).toBe(before + 1);
        expect(memory.of('another sort', 'aaaa', () => 'other')).toBe('other');
    });

    test('does not keep what failed', async () => {
        const memory = createMemory();
        await expect(memory.of('sort', 'key', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
        await expect(memory.of('sort', 'key', () => Promise.resolve('yes'))).resolves.toBe('yes');
        expect(() =>
            memory.of('sort', 'thrown', () => {
                throw new Error('no');
            }),
        ).toThrow('no');
        expect(memory.of('sort', 'thrown', () => 'yes')).toBe('yes');
    });
});
