import { dirname, resolve } from 'node:path';
import { type Arguments, countOf, dayOf, oneOfWords, UsageError } from './args.ts';
import type { CheckResult } from './check-result.ts';
import { newDays } from './days.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import { countOfSeverity, type Finding, findingsOf, inTextOrder, lineOf } from './findings.ts';
import { fixFiles } from './fix-files.ts';
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
import { watchRounds } from './watch.ts';
import { watchedFolders } from './watched-folders.ts';
import { writeFile } from './write-file.ts';

interface Settings {
    readonly format: string;
    readonly maxWarnings: number | undefined;
    readonly today: string;
    /** The settings of all maps, absolute. */
    readonly config: string | undefined;
    readonly output: string | undefined;
    /** Whether what is clear is mended first. */
    readonly fix: boolean;
}

/** What a check has found, as it is said. */
interface Outcome {
    readonly text: string;
    /** Lines for standard error, before and after the text. */
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly status: ExitStatus;
    /** The folders that it depends on. */
    readonly folders: ReadonlySet<string>;
}

/** `crmmap check`: says what is wrong in maps. */
export async function check(args: Arguments, host: Host): Promise<ExitStatus> {
    const words = allReports.map(({ word }) => word);
    const config = args.value('config');
    const fixedDay = dayOf('today', args.value('today'));
    const settings: Settings = {
        format: oneOfWords('--format', args.value('format') ?? 'pretty', words),
        maxWarnings: countOf('max-warnings', args.value('max-warnings')),
        today: fixedDay ?? host.today(),
        config: config === undefined ? undefined : resolve(host.cwd, config),
        output: args.value('output'),
        fix: args.has('fix'),
    };
    if (settings.fix && args.has('watch')) throw new UsageError('--watch looks on, and --fix writes. Leave one of the two out.');
    if (!args.has('watch')) return tell(await checked(args.paths, settings, host), settings, host);
    if (settings.format !== 'pretty' && settings.output === undefined)
        throw new UsageError(`--watch tells people, and ${settings.format} is for machines. Leave one of the two out, or add --output FILE.`);
    let told = '';
    return watchRounds(
        async () => {
            const outcome = await checked(args.paths, { ...settings, today: fixedDay ?? host.today() }, host);
            const { text, before, after } = outcome;
            if (told !== (told = [...before, text, ...after].join('\n'))) await tell(outcome, settings, host);
            return outcome.folders;
        },
        host,
        { settings: settings.config, reason: newDays(fixedDay, host) },
    );
}

/** Fixes bring others within reach; a map that needs more rounds than these has mistakes that its author should see. */
const mostRounds = 10;

async function checked(paths: readonly string[], settings: Settings, host: Host): Promise<Outcome> {
    if (!settings.fix) return (await checkedOnce(paths, settings, host)).outcome;
    let count = 0;
    const files = new Set<string>();
    let round = await checkedOnce(paths, settings, host);
    let problems: readonly Problem[] = [];
    for (let rounds = 0; rounds < mostRounds; rounds++) {
        const fixed = await fixFiles(round.findings, round.loaded);
        for (const file of fixed.files) files.add(file);
        count += fixed.count;
        problems = fixed.problems;
        if (fixed.files.length === 0 || problems.length > 0) break;
        round = await checkedOnce(paths, settings, host);
    }
    const told = count === 0 ? [] : [`crmmap: ${plural(count, 'finding')} mended in ${plural(files.size, 'file')}.\n`];
    const unwritten = problems.map(({ file, message }) => `crmmap: ${printableLine(`${file} ${message}`)}\n`);
    const { outcome } = round;
    return { ...outcome, before: [...told, ...unwritten, ...outcome.before], status: worst(outcome.status, problems.length > 0 ? 2 : 0) };
}

interface Round {
    readonly outcome: Outcome;
    readonly findings: readonly Finding[];
    readonly loaded: LoadedMaps;
}

async function checkedOnce(paths: readonly string[], { format, maxWarnings, today, config, output }: Settings, host: Host): Promise<Round> {
    const { maps, problems, searched } = await findMaps(paths, host.cwd);
    const { sources, ...loaded } = await loadMaps(maps, host.cwd);
    const configs = new Configs(host.cwd, config);
    const ruled = ruleFindings(loaded, configs, today, host.cwd);
    const result = resultOf(loaded, ruled, [...problems, ...loaded.problems, ...configs.problems]);
    const report = allReports.find(({ word }) => word === format);
    const context = { line: lineReader(loaded), colour: host.colour && output === undefined, version: host.version };
    const tooMany = maxWarnings !== undefined && result.summary.warnings > maxWarnings;
    const outcome: Outcome = {
        text: report?.text(result, context) ?? '',
        before: result.problems.map(({ file, message }) => `crmmap: ${printableLine(`${file} ${message}`)}\n`),
        after: tooMany ? [`crmmap: ${plural(result.summary.warnings, 'warning')}, more than --max-warnings ${maxWarnings} allows.\n`] : [],
        status: worst(result.problems.length > 0 ? 2 : 0, result.summary.errors > 0 || tooMany ? 1 : 0),
        folders: watchedFolders([...searched, ...(config === undefined ? [] : [dirname(config)])], sources, host.cwd),
    };
    return { outcome, findings: result.findings, loaded };
}

async function tell({ text, before, after, status }: Outcome, { output }: Settings, host: Host): Promise<ExitStatus> {
    for (const line of before) host.err(line);
    const written = output === undefined ? say(text, host) : await writeOutput(output, text, host);
    for (const line of after) host.err(line);
    return worst(written, status);
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
