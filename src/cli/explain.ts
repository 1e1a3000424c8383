import { allRules } from '../rules/all-rules.ts';
import { allCodes, type Explanation, exampleText, explanationOf, nearestCode } from '../rules/pages.ts';
import { type Arguments, UsageError } from './args.ts';
import type { ExitStatus, Host } from './host.ts';

const widest = 100;

/** `crmmap explain`: what codes of rules and mistakes mean; without a code, a table of all. */
export function explain({ paths }: Arguments, host: Host): ExitStatus {
    const explanations = paths.map(explained);
    host.out(paths.length === 0 ? table() : explanations.map(pageOf).join('\n\n'));
    return 0;
}

function explained(word: string): Explanation {
    const code = word.toUpperCase();
    const explanation = explanationOf(code);
    if (explanation) return explanation;
    const meant = nearestCode(code);
    throw new UsageError(`There is no rule or error ${word}. ${meant === undefined ? 'crmmap explain lists all of them.' : `Did you mean ${meant}?`}`);
}

function table(): string {
    const rules = new Set(allRules.map(({ code }) => code));
    const rows = (codes: readonly string[]): string =>
        codes
            .flatMap((code) => explanationOf(code) ?? [])
            .map(({ code, severity, title }) => `  ${code}  ${severity.padEnd('warning'.length)}  ${title}\n`)
            .join('');
    return `Rules\n${rows(allCodes.filter((code) => rules.has(code)))}\nErrors of the language\n${rows(allCodes.filter((code) => !rules.has(code)))}`;
}

function pageOf({ code, severity, title, why, wrong, right }: Explanation): string {
    const plain = why.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
    const examples = wrong === undefined || right === undefined ? '' : `\nWrong:\n\n${indented(exampleText(wrong))}\nRight:\n\n${indented(exampleText(right))}`;
    return `${code} ${severity}: ${title}\n\n${wrapped(plain)}\n${examples}`;
}

function indented(text: string): string {
    return text
        .split('\n')
        .map((line) => (line === '' ? '\n' : `    ${line}\n`))
        .join('');
}

function wrapped(text: string): string {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > widest) {
            lines.push(line);
            line = word;
        } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line].join('\n');
}
