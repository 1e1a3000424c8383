import { severities } from '../../../language/vocabulary.ts';
import { nearest } from '../../../language/nearest.ts';
import { allRules } from '../all-rules.ts';

/** What `crmmap.json` says; `docs/crmmap.schema.json` is its schema. */
export interface CrmmapConfig {
    /** The address of the schema, for editors. */
    readonly $schema?: string;
    /** How severe a rule is in this workspace, by its code; a map and a comment in it go before. */
    readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** `off` turns a rule off. */
export type RuleSetting = 'off' | 'info' | 'warning' | 'error';

/** A configuration that was read, and sentences about what is wrong in it; what is wrong is left out. */
export interface ParsedConfig {
    readonly config: CrmmapConfig;
    readonly problems: readonly string[];
}

/** Reads the text of a `crmmap.json`. Throws nothing. */
export function parseConfig(text: string): ParsedConfig {
    const codes = allRules.map(({ code }) => code);
    let value: unknown;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
        return { config: {}, problems: [`It is no JSON: ${error instanceof Error ? error.message : String(error)}.`] };
    }
    if (!isObject(value)) return { config: {}, problems: ['It is no JSON object. Write { "rules": { "SYS002": "off" } }.'] };
    const problems = Object.keys(value).flatMap((key) =>
        key === 'rules' || key === '$schema' ? [] : [`There is no setting "${key}". ${meant(key, ['rules'])}`],
    );
    const { rules } = value;
    if (rules === undefined) return { config: {}, problems };
    if (!isObject(rules)) return { config: {}, problems: [...problems, '"rules" is no object. Write "rules": { "SYS002": "off" }.'] };
    const settings = Object.entries(rules).flatMap(([code, setting]) => {
        if (!codes.includes(code)) {
            const near = nearest(code, codes);
            problems.push(
                `There is no rule ${code}. ${near === undefined ? 'A code has three letters and three digits, such as SYS002.' : `Did you mean ${near}?`}`,
            );
            return [];
        }
        if (isSetting(setting)) return [[code, setting] as const];
        const words = Object.keys(severities);
        problems.push(
            `The severity ${JSON.stringify(setting)} of ${code} is none. ${typeof setting === 'string' ? meant(setting, words) : `Write one of ${words.join(', ')}.`}`,
        );
        return [];
    });
    return { config: { rules: Object.fromEntries(settings) }, problems };
}

/** Whether a word is a severity that can be set. */
export function isSetting(word: unknown): word is RuleSetting {
    return typeof word === 'string' && Object.hasOwn(severities, word);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function meant(word: string, words: readonly string[]): string {
    const near = nearest(word, words);
    return near === undefined ? `Write one of ${words.join(', ')}.` : `Did you mean "${near}"?`;
}
