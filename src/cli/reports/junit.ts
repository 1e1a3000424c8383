import { attributes, xmlText } from '../../render/xml.ts';
import type { CheckResult } from '../check-result.ts';
import type { Finding } from '../findings.ts';
import type { Report } from './report.ts';

/**
 * JUnit XML, which most build servers show: a suite for each file, a case for each finding. Errors fail; warnings and notes are told
 * as output of a case that passes, as they do not fail the check either.
 */
export const junit: Report = {
    word: 'junit',
    text: (result) => {
        const suites = [...result.files.map((file) => suiteOf(file, result)), ...problemSuite(result)];
        const counts = { tests: sum(suites, 'tests'), failures: sum(suites, 'failures'), errors: sum(suites, 'errors') };
        return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${written({ name: 'crmmap check', ...counts })}>\n${suites.map(({ text }) => text).join('')}</testsuites>\n`;
    },
};

interface Suite {
    readonly tests: number;
    readonly failures: number;
    readonly errors: number;
    readonly text: string;
}

function suiteOf(file: string, { findings }: CheckResult): Suite {
    const own = findings.filter((finding) => finding.file === file);
    const cases = own.length === 0 ? [`<testcase${written({ name: 'nothing found', classname: file })}/>\n`] : own.map(caseOf);
    return suite(file, cases, own.filter(({ severity }) => severity === 'error').length, 0);
}

function problemSuite({ problems }: CheckResult): Suite[] {
    if (problems.length === 0) return [];
    const cases = problems.map(
        ({ file, message }) =>
            `<testcase${written({ name: 'can be read', classname: file })}><error${written({ message: `${file} ${message}` })}/></testcase>\n`,
    );
    return [suite('files', cases, 0, problems.length)];
}

function suite(name: string, cases: readonly string[], failures: number, errors: number): Suite {
    const head = written({ name, tests: cases.length, failures, errors });
    return { tests: cases.length, failures, errors, text: `<testsuite${head}>\n${cases.join('')}</testsuite>\n` };
}

function caseOf({ code, severity, message, file, start }: Finding): string {
    const place = `${file}:${start.line}:${start.column}`;
    const inside =
        severity === 'error'
            ? `<failure${written({ type: code, message })}>${xmlText(`${place} ${code} ${message}`)}</failure>`
            : `<system-out>${xmlText(`${place} ${severity} ${code} ${message}`)}</system-out>`;
    return `<testcase${written({ name: `${code} at ${start.line}:${start.column}`, classname: file })}>${inside}</testcase>\n`;
}

function written(values: Readonly<Record<string, string | number>>): string {
    return attributes(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])));
}

function sum(suites: readonly Suite[], what: 'tests' | 'failures' | 'errors'): number {
    return suites.reduce((total, one) => total + one[what], 0);
}
