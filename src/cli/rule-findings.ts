import { buildModel } from '../model/build-model.ts';
import type { SourceRange } from '../model/source-range.ts';
import { type MapFindings, overMaps } from '../rules/over-maps.ts';
import { lacksFiles, type RuleFinding, runRules } from '../rules/run-rules.ts';
import { type Finding, findingsOf, type Place } from './findings.ts';
import type { Entry, LoadedMaps } from './load.ts';
import { shownPath } from './path-names.ts';
import type { Configs } from './read-config.ts';
import { rootsOf } from './roots.ts';

/** What the rules find in all maps that have all of their files. A file that another one imports is a part of that map, and not looked at by itself. */
export function ruleFindings(loaded: LoadedMaps, configs: Configs, today: string, cwd: string): Finding[] {
    const entries = loaded.entries.map((entry) => ({ ...entry, named: false }));
    return overMaps(rootsOf(entries, loaded.services).map((root) => findingsOfMap(root, loaded, configs, today, cwd))).map(findingOf);
}

function findingsOfMap({ file }: Entry, { services, files }: LoadedMaps, configs: Configs, today: string, cwd: string): MapFindings {
    const parts = services.references.ImportGraph.documentsOf(file.document).flatMap((document) => files.get(document.uri.toString()) ?? []);
    const model = buildModel(file.document, services, (uri) => files.get(uri.toString())?.shown ?? shownPath(cwd, uri.fsPath));
    const errors = parts.flatMap((part) => findingsOf(part, files)).filter(({ severity }) => severity === 'error');
    const texts = new Map(parts.map(({ shown, document }) => [shown, document.textDocument.getText()]));
    const options = { today, texts, config: configs.configOf(file.path), broken: errors.map(rangeOf) };
    const findings = lacksFiles(errors.map(({ code }) => code)) ? [] : runRules(model, options);
    return { files: new Set(texts.keys()), findings };
}

function findingOf({ code, severity, message, place, related }: RuleFinding): Finding {
    return { ...placeOf(place), severity, code, message, related: related.map((other) => ({ ...placeOf(other.place), message: other.message })) };
}

function placeOf({ file, start, end }: SourceRange): Place {
    return { file, start: { line: start.line + 1, column: start.character + 1 }, end: { line: end.line + 1, column: end.character + 1 } };
}

function rangeOf({ file, start, end }: Place): SourceRange {
    return { file, start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } };
}
