import { resolve } from 'node:path';
import { type Arguments, countOf, dayOf, oneOfWords } from './args.ts';
import type { CheckResult } from './check-result.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import { countOfSeverity, type Finding, findingsOf, inTextOrder, lineOf } from './findings.ts';
import { withFixes } from './fixes.ts';
import { type ExitStatus, type Host, type Problem, worst } from './host.ts';
import { type LoadedMaps, loadMaps } from './load.ts';
import { byBytes } from './path-names.ts';
import { plural } from './plural.ts';
import type { LineReader } from './pretty.ts';
import { printableLine } from './printable.ts';
import { Configs } from './read-config.ts';
import { allReports } from './reports/all-reports.ts';
import { ruleFindings } from './rule-findings.ts';
import { writeFile } from './write-file.ts';

/** `crmmap check`: says what is wrong in maps. */
export async function check(args: Arguments, host: Host): Promise<ExitStatus> {
    const words = allReports.map(({ word }) => word);
    const format = oneOfWords('--format', args.value('format') ?? 'pretty', words);
    const maxWarnings = countOf('max-warnings', args.value('max-warnings'));
    const today = dayOf('today', args.value('today')) ?? host.today;
    const config = args.value('config');
    const output = args.value('output');

    const { maps, problems } = await findMaps(args.paths, host.cwd);
    const loaded = await loadMaps(maps, host.cwd);
    const configs = new Configs(host.cwd, config === undefined ? undefined : resolve(host.cwd, config));
    const ruled = ruleFindings(loaded, configs, today, host.cwd);
    const result = resultOf(loaded, ruled, [...problems, ...loaded.problems, ...configs.problems]);
    for (const { file, message } of result.problems) host.err(`crmmap: ${printableLine(`${file} ${message}`)}\n`);

    const report = allReports.find(({ word }) => word === format);
    const context = { line: lineReader(loaded), colour: host.colour && output === undefined, version: host.version };
    const text = report?.text(result, context) ?? '';
    const written = output === undefined ? say(text, host) : await writeOutput(output, text, host);
    const tooMany = maxWarnings !== undefined && result.summary.warnings > maxWarnings;
    if (tooMany) host.err(`crmmap: ${plural(result.summary.warnings, 'warning')}, more than --max-warnings ${maxWarnings} allows.\n`);
    return worst(written, result.problems.length > 0 ? 2 : 0, result.summary.errors > 0 || tooMany ? 1 : 0);
}

function resultOf(loaded: LoadedMaps, ruled: readonly Finding[], problems: readonly Problem[]): CheckResult {
    const { files } = loaded;
    const sorted = [...files.values()].sort((a, b) => byBytes(a.shown, b.shown));
    const findings = sorted.flatMap((file) =>
        inTextOrder([...withFixes(findingsOf(file, files), file, loaded), ...ruled.filter((finding) => finding.file === file.shown)]),
    );
    return {
        format: 'crmmap-check',
        formatVersion: 1,
        files: sorted.map(({ shown }) => shown),
        findings,
        problems,
        summary: {
            files: sorted.length,
            errors: countOfSeverity(findings, 'error'),
            warnings: countOfSeverity(findings, 'warning'),
            infos: countOfSeverity(findings, 'info'),
        },
    };
}

function lineReader({ files }: LoadedMaps): LineReader {
    const documents = new Map([...files.values()].map(({ shown, document }) => [shown, document]));
    return (file, number) => {
        const document = documents.get(file);
        return document && lineOf(document, number);
    };
}

function say(text: string, host: Host): ExitStatus {
    host.out(text);
    return 0;
}

async function writeOutput(output: string, text: string, host: Host): Promise<ExitStatus> {
    try {
        await writeFile(resolve(host.cwd, output), text);
        return 0;
    } catch (error) {
        host.err(`crmmap: ${printableLine(output)} cannot be written: ${failureText(error)}\n`);
        return 2;
    }
}
