import type { Finding } from '../../cli/findings.ts';
import type { CrmModel, View } from '../../model/crm-model.ts';
import type { ExportFormat } from '../../protocol.ts';

/** What a thread is asked to make; plain data. */
export interface ExportWork {
    readonly model: CrmModel;
    /** The map's file, as files made of it are named. */
    readonly shown: string;
    /** All views, so that each file has the same name whichever are asked for. */
    readonly views: readonly View[];
    /** Names of the views that are asked for. */
    readonly asked: readonly string[];
    readonly format: ExportFormat;
    readonly findings: readonly Finding[];
}

export interface MadeFile {
    /** Relative, with the separators of this system. */
    readonly name: string;
    readonly content: string | Uint8Array;
}
