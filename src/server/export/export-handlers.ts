import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
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

/** So long a thread waits for the next file, in milliseconds, before its memory is given back. */
const keptMs = 30_000;

/** Makes files of maps for the client, one after the other on a thread of their own; one that is no longer wanted is left at once. */
export function addExportHandlers(connection: Connection, shared: LangiumSharedServices, { startThread, draw, ...options }: ExportHandlerOptions): void {
    const threads = startThread ? new ThreadPool<ExportWork, MadeFile>(startThread, 1) : drawingHere(draw);
    const exports = new ExportService({ ...options, threads });
    const { WorkspaceLock, LangiumDocuments } = shared.workspace;
    let running = 0;
    let idle: ReturnType<typeof setTimeout> | undefined;
    connection.onRequest(exportMap, async (params: ExportParams, cancelled): Promise<ExportAnswer | ResponseError> => {
        const wanted = await WorkspaceLock.read(() => {
            const map = LangiumDocuments.getDocument(URI.parse(params.uri));
            return map && isExportFormat(params.format) ? exports.workFor(map, params) : undefined;
        });
        if (!wanted) return { files: [], problems: ['The map is not there any more.'] };
        const leave = cancelled.onCancellationRequested(() => threads.end());
        running += 1;
        clearTimeout(idle);
        try {
            return await exports.make(wanted.work, wanted.problems);
        } catch (error) {
            if (cancelled.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer wanted.');
            return { files: [], problems: [error instanceof Error ? error.message : String(error)] };
        } finally {
            leave.dispose();
            running -= 1;
            if (running === 0) idle = setTimeout(() => threads.end(), keptMs);
        }
    });
}

function drawingHere(draw: ExportHandlerOptions['draw']): Pick<ThreadPool<ExportWork, MadeFile>, 'run' | 'end'> {
    let wanted = new AbortController();
    return {
        run: async (work, onFile) => {
            const { signal } = wanted;
            for (const file of await drawFiles(work, (diagram) => draw(diagram, signal))) onFile(file);
        },
        end: () => {
            wanted.abort();
            wanted = new AbortController();
        },
    };
}
