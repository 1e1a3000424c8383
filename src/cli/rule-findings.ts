import { buildModel } from '../model/build-model.ts';
import type { SourceRange } from '../model/source-range.ts';
import { allRules } from '../rules/all-rules.ts';
import { type MapFindings, overMaps } from '../rules/over-maps.ts';
import { lacksFiles, type RuleFinding, runRules } from '../rules/run-rules.ts';
import { type Finding, findingsOf, inTextOrder, type Place } from './findings.ts';
import { linesByFile } from '../rules/text-lines.ts';
import { fixesOfRule } from './fixes.ts';
import type { Entry, LoadedMaps } from './load.ts';
import { shownPath } from './path-names.ts';
import type { Configs } from './read-config.ts';
import { rootsOf } from './roots.ts';

/** Knows the settings of maps. */
type MapConfigs = Pick<Configs, 'configOf'>;

/** What the rules find in all maps that have all of their files. A file that another one imports is a part of that map, and not looked at by itself. */
export function ruleFindings(loaded: LoadedMaps, configs: MapConfigs, today: string, cwd: string): Finding[] {
    const entries = loaded.entries.map((entry) => ({ ...entry, named: false }));
    const linesOf = linesByFile(new Map([...loaded.files.values()].map(({ shown, document }) => [shown, document.textDocument.getText()])));
    return overMaps(rootsOf(entries, loaded.services).map((root) => ruledMap(root, loaded, configs, today, cwd))).map((finding) => {
        const fixes = fixesOfRule(finding.fixes(), linesOf);
        return fixes.length === 0 ? findingOf(finding) : { ...findingOf(finding), fixes };
    });
}

/**
 * What is wrong in one map, by the language and by the rules, in the order of its files and texts.
 *
 * @param today the day with which dates are compared, ISO; without it, nothing is told that depends on the day
 */
export function findingsOfMap(root: Entry, loaded: LoadedMaps, configs: MapConfigs, today: string | undefined, cwd: string): Finding[] {
    const { files, findings } = ruledMap(root, loaded, configs, today ?? '0001-01-01', cwd);
    const dated = new Set(allRules.filter((rule) => rule.dated && today === undefined).map(({ code }) => code));
    const parts = [...loaded.files.values()].filter(({ shown }) => files.has(shown)).flatMap((file) => findingsOf(file, loaded.files));
    const ruled = findings.filter(({ code }) => !dated.has(code)).map(findingOf);
    return [...files].flatMap((file) => inTextOrder([...parts, ...ruled].filter((finding) => finding.file === file)));
}

function ruledMap({ file }: Entry, { services, files }: LoadedMaps, configs: MapConfigs, today: string, cwd: string): MapFindings {
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
