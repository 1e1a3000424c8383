import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type StartThread, type TaskAnswer, type TaskMessage, ThreadPool } from '../../drawing/thread-pool.ts';
import type { Diagram } from '../../pipeline.ts';
import { type ExportAnswer, exportMap, type ExportParams } from '../../protocol.ts';
import { drawFiles } from './draw-files.ts';
import { ExportService, type ExportServiceOptions, isExportFormat } from './export-service.ts';
import type { ExportWork, MadeFile } from './export-work.ts';

export type StartExportThread = StartThread<TaskMessage<ExportWork>, TaskAnswer<MadeFile>>;

export interface ExportHandlerOptions extends Omit<ExportServiceOptions, 'threads'> {
    /** Without it, only what the drawing thread can make is made. */
    readonly startThread: StartExportThread | undefined;
    readonly draw: (diagram: Diagram, signal: AbortSignal) => Promise<string>;
}

type Threads = Pick<ThreadPool<ExportWork, MadeFile>, 'run' | 'end'>;

/** So long a thread waits for the next file, in milliseconds, before its memory is given back. */
const keptMs = 30_000;

/** Makes files of maps for the client, one after the other on a thread of their own; one that is no longer wanted is left at once. */
export function addExportHandlers(connection: Connection, shared: LangiumSharedServices, { startThread, draw, ...options }: ExportHandlerOptions): void {
    const newThreads = (): Threads => (startThread ? new ThreadPool<ExportWork, MadeFile>(startThread, 1) : drawingHere(draw));
    let threads = newThreads();
    const exports = new ExportService({ ...options, threads: { run: (work, onFile) => threads.run(work, onFile) } });
    /** A pool that has ended takes nothing more. */
    const endThreads = (): void => {
        threads.end();
        threads = newThreads();
    };
    const { WorkspaceLock, LangiumDocuments } = shared.workspace;
    const refused = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer wanted.');
    let last: Promise<unknown> = Promise.resolve();
    let idle: ReturnType<typeof setTimeout> | undefined;

    const make = async (params: ExportParams, cancelled: CancellationToken): Promise<ExportAnswer | ResponseError> => {
        const wanted = await WorkspaceLock.read(() => {
            const map = LangiumDocuments.getDocument(URI.parse(params.uri));
            return map && isExportFormat(params.format) ? exports.workFor(map, params) : undefined;
        });
        if (cancelled.isCancellationRequested) return refused();
        if (!wanted) return { files: [], problems: ['The map is not there any more.'] };
        const leave = cancelled.onCancellationRequested(endThreads);
        try {
            return await exports.make(wanted.work, wanted.problems);
        } catch (error) {
            if (cancelled.isCancellationRequested) return refused();
            return { files: [], problems: [error instanceof Error ? error.message : String(error)] };
        } finally {
            leave.dispose();
        }
    };

    connection.onRequest(exportMap, (params: ExportParams, cancelled) => {
        clearTimeout(idle);
        // One after the other, so that leaving one leaves no other.
        const own = last.then(() => make(params, cancelled));
        const done = own
            .catch(() => undefined)
            .then(() => {
                if (last !== done) return;
                idle = setTimeout(endThreads, keptMs);
            });
        last = done;
        return own;
    });
}

function drawingHere(draw: ExportHandlerOptions['draw']): Threads {
    const wanted = new AbortController();
    return {
        run: async (work, onFile) => {
            for (const file of await drawFiles(work, (diagram) => draw(diagram, wanted.signal))) onFile(file);
        },
        end: () => wanted.abort(),
    };
}
