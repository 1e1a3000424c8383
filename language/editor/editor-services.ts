import type { LangiumServices } from 'langium/lsp';
import type { CrmMapAddedServices } from '../module.ts';
import type { EditorClient } from './editor-client.ts';
import type { StructureServices } from './language-server.ts';
import type { Usages } from './usages.ts';

/** What later rooms know and the editor shows; handed in by whoever starts the server. */
export interface EditorWords {
    /** Codes of rules, each with its title. */
    readonly rules: Readonly<Record<string, string>>;
    /** A timetable in words: `daily at 03:00`; the timetable itself where it has none. */
    cron(timetable: string): string;
}

/** What is said where nobody hands anything in. */
export const noWords: EditorWords = { rules: {}, cron: (timetable) => timetable };

/** What the editor adds to the services of the language. */
export interface EditorAddedServices {
    readonly editor: {
        readonly Client: EditorClient;
        readonly Usages: Usages;
        readonly Words: EditorWords;
    };
}

export type CrmMapLspServices = LangiumServices & CrmMapAddedServices & EditorAddedServices & StructureServices;
