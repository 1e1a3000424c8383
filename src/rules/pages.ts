import { type CodePage, codePages, type Example } from '../../language/checks/code-pages.ts';
import { type LanguageCode, languageCodes } from '../../language/checks/codes.ts';
import { nearest } from '../../language/nearest.ts';
import { allRules } from './all-rules.ts';
import type { Rule } from './rule.ts';

/** All codes of rules and of mistakes of the language. */
export const allCodes: readonly string[] = [...allRules.map(({ code }) => code), ...Object.keys(languageCodes)];

/** The page of a code in Markdown, below a heading of the third level; undefined where there is no such code. */
export function pageOf(code: string): string | undefined {
    const rule = allRules.find((one) => one.code === code);
    if (rule) return rulePage(rule);
    return isLanguageCode(code) ? mistakePage(code, languageCodes[code], codePages[code]) : undefined;
}

/** The code that is most like a word. */
export function nearestCode(word: string): string | undefined {
    return nearest(word, allCodes);
}

function isLanguageCode(code: string): code is LanguageCode {
    return Object.hasOwn(languageCodes, code);
}

function rulePage({ code, severity, title, why, wrong, right }: Rule): string {
    return `### ${code}\n\n**${title}** (${severity})\n\n${why}\n\n${shown('Wrong', wrong.replaceAll(/[«»]/g, ''), 'crmmap')}\n${shown('Right', right, 'crmmap')}`;
}

/** Only what is right is marked as a map: what is marked so, is without mistakes. */
function mistakePage(code: string, title: string, { why, wrong, right }: CodePage): string {
    const examples =
        wrong === undefined || right === undefined
            ? ''
            : `\n${shown('Wrong', wrong, 'text')}\n${shown('Right', right, typeof right === 'string' ? 'crmmap' : 'text')}`;
    return `### ${code}\n\n**${title}**\n\n${why}\n${examples}`;
}

function shown(label: string, example: Example, language: string): string {
    const text =
        typeof example === 'string'
            ? example
            : Object.entries(example)
                  .map(([name, file]) => `// ${name}\n${file}`)
                  .join('\n\n');
    return `${label}:\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;
}
