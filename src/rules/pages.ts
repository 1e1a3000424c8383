import { codePages, type Example } from '../../language/checks/code-pages.ts';
import { type LanguageCode, languageCodes } from '../../language/checks/codes.ts';
import { nearest } from '../../language/nearest.ts';
import { allRules } from './all-rules.ts';
import type { Severity } from './rule.ts';

/** All codes of rules and of mistakes of the language. */
export const allCodes: readonly string[] = [...allRules.map(({ code }) => code), ...Object.keys(languageCodes)];

/** What a code means; `severity` is that of a rule where nothing is set. */
export interface Explanation {
    readonly code: string;
    readonly severity: Severity;
    readonly title: string;
    readonly why: string;
    readonly wrong?: Example;
    readonly right?: Example;
}

const warnings: ReadonlySet<string> = new Set(['LNG044', 'LNG053']);

/** What is told of a code; undefined where there is no such code. */
export function explanationOf(code: string): Explanation | undefined {
    const rule = allRules.find((one) => one.code === code);
    if (rule) return { ...rule, wrong: rule.wrong.replaceAll(/[«»]/g, '') };
    return isLanguageCode(code) ? { code, severity: warnings.has(code) ? 'warning' : 'error', title: languageCodes[code], ...codePages[code] } : undefined;
}

/** The page of a code in Markdown, below a heading of the third level; undefined where there is no such code. */
export function pageOf(code: string): string | undefined {
    const explanation = explanationOf(code);
    if (!explanation) return undefined;
    const { severity, title, why, wrong, right } = explanation;
    const isRule = !isLanguageCode(code);
    const examples =
        wrong === undefined || right === undefined
            ? ''
            : // Only what is without mistakes of the language is marked as a map.
              `\n${shown('Wrong', wrong, isRule ? 'crmmap' : 'text')}\n${shown('Right', right, typeof right === 'string' ? 'crmmap' : 'text')}`;
    return `### ${code}\n\n**${title}**${isRule ? ` (${severity})` : ''}\n\n${why}\n${examples}`;
}

/** The code that is most like a word. */
export function nearestCode(word: string): string | undefined {
    return nearest(word, allCodes);
}

function isLanguageCode(code: string): code is LanguageCode {
    return Object.hasOwn(languageCodes, code);
}

/** An example as one text; files stand below each other, each under its name. */
export function exampleText(example: Example): string {
    if (typeof example === 'string') return example;
    return Object.entries(example)
        .map(([name, file]) => `// ${name}\n${file}`)
        .join('\n\n');
}

function shown(label: string, example: Example, language: string): string {
    return `${label}:\n\n\`\`\`${language}\n${exampleText(example)}\n\`\`\`\n`;
}
