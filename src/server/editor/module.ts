import { DocumentState, type Module } from 'langium';
import type { LangiumSharedServices, PartialLangiumServices } from 'langium/lsp';
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { CrmMapLspServices, EditorWords } from '../../../language/editor/editor-services.ts';
import { spokenTiming } from '../../diagram/words/timing-words.ts';
import { allRules } from '../../rules/all-rules.ts';
import { CrmMapCodeLenses } from './code-lenses.ts';
import { CrmMapInlayHints } from './inlay-hints.ts';

/** Editor features that know of models, rules and pictures. */
export const serverFeatures: Module<CrmMapLspServices, PartialLangiumServices> = {
    lsp: {
        CodeLensProvider: (services) => new CrmMapCodeLenses(services),
        InlayHintProvider: (services) => new CrmMapInlayHints(services),
    },
};

/** What rules and pictures know, for the language to show. */
export const serverWords: EditorWords = {
    rules: Object.fromEntries(allRules.map(({ code, title }) => [code, title])),
    cron: (timetable) => spokenTiming({ timing: 'scheduled', cron: timetable }) ?? timetable,
};

/** Has lenses and hints asked for again when a setting changes, and when an edit may change those of another file that is open. */
export function refreshLenses(connection: Connection, { workspace }: LangiumSharedServices, { editor: { Client } }: CrmMapLspServices): void {
    const refresh = (): void => {
        // An editor that is about to close answers no more.
        if (Client.refreshes.lenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
        if (Client.refreshes.hints) connection.languages.inlayHint.refresh().catch(() => undefined);
    };
    workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        if (workspace.TextDocuments.keys().length > 1) refresh();
    });
    workspace.ConfigurationProvider.onConfigurationSectionUpdate(refresh);
    void workspace.ConfigurationProvider.ready.then(refresh);
}
