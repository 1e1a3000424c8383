import { createHash } from 'node:crypto';
import { allCodes, explanationOf, exampleText } from '../../rules/pages.ts';
import type { CheckResult } from '../check-result.ts';
import type { Place } from '../findings.ts';
import type { Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS), which GitHub code scanning, Azure DevOps and editors read, with the page of each rule. */
export const sarif: Report = {
    word: 'sarif',
    text: (result, { version }) => {
        const driver = { name: 'crmmap', semanticVersion: version, rules: allCodes.map(ruleOf) };
        const run = {
            tool: { driver },
            invocations: [{ executionSuccessful: result.problems.length === 0, toolExecutionNotifications: result.problems.map(notification) }],
            artifacts: result.files.map((file) => ({ location: artifact(file) })),
            results: resultsOf(result),
            columnKind: 'utf16CodeUnits',
        };
        return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
    },
};

function ruleOf(code: string): object {
    const page = explanationOf(code);
    const { title = code, why = '', severity = 'error' } = page ?? {};
    const [wrong, right] = [page?.wrong, page?.right].map((example) => (example === undefined ? undefined : exampleText(example)));
    const examples =
        wrong === undefined || right === undefined
            ? []
            : [
                  { label: 'Wrong', text: wrong },
                  { label: 'Right', text: right },
              ];
    return {
        id: code,
        shortDescription: { text: title },
        fullDescription: { text: why === '' ? title : why },
        help: {
            text: [title, why, ...examples.map(({ label, text }) => `${label}:\n${text}`)].filter((part) => part !== '').join('\n\n'),
            markdown: [`**${title}**`, why, ...examples.map(({ label, text }) => `${label}:\n\n\`\`\`crmmap\n${text}\n\`\`\``)]
                .filter((part) => part !== '')
                .join('\n\n'),
        },
        defaultConfiguration: { level: levels[severity] },
    };
}

function resultsOf({ findings }: CheckResult): object[] {
    const seen = new Map<string, number>();
    return findings.map((finding) => {
        // The same finding keeps its mark when lines above it come and go; the same one again in a file is counted.
        const what = JSON.stringify([finding.code, finding.file, finding.message]);
        const count = (seen.get(what) ?? 0) + 1;
        seen.set(what, count);
        const fingerprint = createHash('sha256').update(`${what} ${count}`).digest('hex').slice(0, 32);
        return {
            ruleId: finding.code,
            ruleIndex: allCodes.indexOf(finding.code),
            level: levels[finding.severity],
            message: { text: finding.message },
            locations: [location(finding)],
            ...(finding.related.length > 0 && {
                relatedLocations: finding.related.map((place, id) => ({ id: id + 1, ...location(place), message: { text: place.message } })),
            }),
            partialFingerprints: { 'crmmap/v1': fingerprint },
        };
    });
}

function location({ file, start, end }: Place): object {
    const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    return { physicalLocation: { artifactLocation: artifact(file), region } };
}

/** A file by an address relative to the working folder. */
function artifact(file: string): object {
    return { uri: file.split('/').map(encodeURIComponent).join('/') };
}

function notification({ file, message }: CheckResult['problems'][number]): object {
    return { level: 'error', message: { text: `${file} ${message}` }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] };
}
