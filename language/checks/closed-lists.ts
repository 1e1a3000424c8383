import type { AstNode } from 'langium';
import { isLimit, type RuleSetting } from '../generated/ast.ts';
import { quoted } from '../names.ts';
import { meantWord } from '../other-words.ts';
import { closedLists, type Vocabulary } from '../vocabulary.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

const longestShown = 19;
const longestOffered = 8;
const rulePattern = /^[A-Z]{3}\d{3}$/;

/** LNG020: a word of a closed list. */
function wordOf(property: string, words: Vocabulary, called: string): Check {
    return (node: AstNode, context: CheckContext) => {
        // A limit without its time is told of by the parser.
        if (isLimit(node) && node.unit === undefined) return;
        const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
        const list = Array.isArray(value) ? value : [value];
        for (const [index, word] of list.entries()) {
            if (typeof word !== 'string' || Object.hasOwn(words, word)) continue;
            const meant = meantWord(word, words, called);
            const advice = meant === undefined ? adviceOf(words) : `Did you mean ${quoted(meant)}?`;
            const place = Array.isArray(value) ? { node, property, index } : { node, property };
            context.report('LNG020', `${quoted(word)} is no ${called}. ${advice}`, { ...place, write: meant, choices: choicesOf(words) });
        }
    };
}

/** The words to choose from, where they are few. */
function choicesOf(words: Vocabulary): string[] | undefined {
    const all = Object.keys(words);
    return all.length > longestOffered ? undefined : all;
}

function adviceOf(words: Vocabulary): string {
    const all = Object.keys(words);
    const shown = all.length > longestShown ? ['EUR', 'USD', 'GBP'].filter((word) => all.includes(word)) : all;
    return all.length > longestShown ? `Write one such as ${shown.join(', ')}.` : `Write one of ${shown.join(', ')}.`;
}

/** LNG025: rules have codes of three letters and three digits. */
function ruleCode(setting: RuleSetting, { report }: CheckContext): void {
    if (setting.rule === undefined || rulePattern.test(setting.rule)) return;
    const upper = setting.rule.toUpperCase();
    const advice = rulePattern.test(upper) ? `Did you mean ${quoted(upper)}?` : 'A code has three letters and three digits, such as SYS002.';
    report('LNG025', `${quoted(setting.rule)} is no code of a rule. ${advice}`, {
        node: setting,
        property: 'rule',
        write: rulePattern.test(upper) ? upper : undefined,
    });
}

const byType: Record<string, Check[]> = { RuleSetting: [ruleCode as Check] };
for (const [type, property, words, called] of closedLists) (byType[type] ??= []).push(wordOf(property, words, called));

export const closedListChecks: CheckTable = byType;
