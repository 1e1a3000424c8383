import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DrawingAnswer } from '../../src/drawing/drawing-worker.ts';
import { drawingWorkers } from '../../src/drawing/worker-thread-web.ts';
import { diagramOf } from '../../src/pipeline.ts';
import { buildModel } from '../../src/model/build-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { checkFiles } from '../language/support.ts';

async function diagram(): Promise<string> {
    const { services, document } = await checkFiles({ 'map.crmmap': 'system shop\nsystem crm\nshop -> crm "Orders"\n' });
    const model = buildModel(document('map.crmmap'), services, ({ path }) => path);
    const [view] = viewsOf(model);
    return JSON.stringify(view && diagramOf(model, view));
}

/** The next answer of a drawing thread, or why it ended. */
function started(): { start: ReturnType<typeof drawingWorkers>; answers: DrawingAnswer[]; failures: string[] } {
    return { start: drawingWorkers('https://example.com/layout.js'), answers: [], failures: [] };
}

afterEach(() => vi.unstubAllGlobals());

describe('drawing in a browser', () => {
    test('draws with the script that Node loads as well, on the thread of the caller where there are no workers', async () => {
        const { start, answers, failures } = started();
        vi.stubGlobal('Worker', undefined);
        vi.stubGlobal('importScripts', () => vm.runInThisContext(readFileSync('dist/web/layout.js', 'utf8')));
        const worker = start({ onAnswer: (answer) => answers.push(answer), onFailure: (reason) => failures.push(reason) });
        worker.send({ id: 7, diagram: await diagram() });
        worker.send({ id: 8, diagram: '{}' });
        await expect.poll(() => answers).toHaveLength(2);
        const [drawn, failed] = answers.toSorted((a, b) => a.id - b.id);
        expect(drawn).toMatchObject({ id: 7, svg: expect.stringContaining('data-id="crm"') as string });
        expect(failed).toMatchObject({ id: 8, error: expect.any(String) as string });
        expect(failures).toEqual([]);
    });

    test('says why it ended where the script cannot be loaded', async () => {
        const { start, failures } = started();
        vi.stubGlobal('Worker', undefined);
        vi.stubGlobal('importScripts', () => {
            throw new Error('The network is gone.');
        });
        start({ onAnswer: () => undefined, onFailure: (reason) => failures.push(reason) });
        await expect.poll(() => failures).toEqual(['The network is gone.']);
    });

    test('starts a worker of its own where it can, and hears nothing of it once it is ended', () => {
        const { start, answers, failures } = started();
        const workers: { onmessage?: (event: object) => void; onerror?: (event: object) => void; sent: unknown[]; ended: boolean }[] = [];
        vi.stubGlobal(
            'Worker',
            class {
                readonly sent: unknown[] = [];
                ended = false;
                constructor(readonly address: string) {
                    workers.push(this);
                }
                postMessage(message: unknown): void {
                    this.sent.push(message);
                }
                terminate(): void {
                    this.ended = true;
                }
            },
        );
        const worker = start({ onAnswer: (answer) => answers.push(answer), onFailure: (reason) => failures.push(reason) });
        worker.send({ id: 1, diagram: '{}' });
        expect(workers[0]?.sent).toEqual([{ id: 1, diagram: '{}' }]);
        workers[0]?.onmessage?.({ data: { id: 1, svg: '<svg/>' } });
        expect(answers).toEqual([{ id: 1, svg: '<svg/>' }]);
        worker.end();
        workers[0]?.onmessage?.({ data: { id: 2, svg: '<svg/>' } });
        expect([answers.length, workers[0]?.ended, failures]).toEqual([1, true, []]);

        start({ onAnswer: () => undefined, onFailure: (reason) => failures.push(reason) });
        workers[1]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined });
        expect([failures, workers[1]?.ended]).toEqual([['out of memory'], true]);
    });
});
