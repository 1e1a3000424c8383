import { parseArgs } from 'node:util';
import { nearest } from '../../language/nearest.ts';

/** What was asked for cannot be understood. The message says what to write instead. */
export class UsageError extends Error {}

export interface Option {
    /** Without the dashes. */
    readonly name: string;
    readonly short?: string;
    /** What its value is called in the help; an option without one is a switch. */
    readonly value?: string;
    readonly help: string;
    /** It is part of the contract, but not of this version. */
    readonly later?: boolean;
}

export interface Arguments {
    readonly paths: readonly string[];
    has(option: string): boolean;
    /** The last value that was given. */
    value(option: string): string | undefined;
    /** All values that were given. */
    values(option: string): readonly string[];
}

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError for an option that is unknown, of a later version, without its value, or with one that it does not take
 */
export function readArguments(args: readonly string[], options: readonly Option[]): Arguments {
    const known = Object.fromEntries(
        options.map(({ name, short, value }) => [name, { type: value ? ('string' as const) : ('boolean' as const), short, multiple: true }]),
    );
    for (const option of Object.values(known)) if (option.short === undefined) delete option.short;
    const { tokens } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true });
    const given = new Map<string, string[]>();
    const paths: string[] = [];
    for (const token of tokens) {
        if (token.kind === 'positional') paths.push(token.value);
        if (token.kind !== 'option') continue;
        const option = options.find(({ name }) => name === token.name);
        if (!option) throw new UsageError(unknownOption(token.rawName, options));
        given.set(option.name, [...(given.get(option.name) ?? []), valueOf(option, token.value, token.inlineValue)]);
    }
    const values = (option: string): readonly string[] => given.get(option) ?? [];
    return { paths, has: (option) => given.has(option), value: (option) => values(option).at(-1), values };
}

function valueOf(option: Option, value: string | undefined, inline: boolean | undefined): string {
    if (option.later) throw new UsageError(`--${option.name} is not part of this version yet. Leave it out.`);
    if (option.value === undefined) {
        if (value !== undefined) throw new UsageError(`--${option.name} takes no value. Write --${option.name} alone.`);
        return '';
    }
    if (value === undefined || value === '' || (!inline && value.startsWith('-'))) {
        throw new UsageError(`--${option.name} needs a value. Write --${option.name} ${option.value}.`);
    }
    return value;
}

function unknownOption(written: string, options: readonly Option[]): string {
    const names = options.filter(({ later }) => !later).map(({ name }) => name);
    const meant = nearest(written.replace(/^-+/, ''), names);
    return `There is no option ${written}. ${meant === undefined ? `There are ${sentenceList(names.map((name) => `--${name}`))}.` : `Did you mean --${meant}?`}`;
}

/**
 * The word, when it is one of those that are there.
 *
 * @param what how the message calls it, such as `--format`
 * @param later words of the contract that are not part of this version
 */
export function oneOfWords<T extends string>(what: string, word: string, words: readonly T[], later: readonly string[] = []): T {
    const found = words.find((known) => known === word);
    if (found !== undefined) return found;
    if (later.includes(word))
        throw new UsageError(`${what} ${word} is not part of this version yet. There ${words.length === 1 ? 'is' : 'are'} ${sentenceList(words)}.`);
    const meant = nearest(word, words);
    throw new UsageError(`There is no ${what} ${word}. ${meant === undefined ? `There are ${sentenceList(words)}.` : `Did you mean ${meant}?`}`);
}

/** `a, b and c`. */
export function sentenceList(words: readonly string[]): string {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A whole number from 0. */
export function countOf(option: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} ${text} is no number. Write a whole number from 0, such as --${option} 5.`);
    return Number(text);
}

/** A part of several: `2/4` is the second of four. */
export interface Shard {
    readonly index: number;
    readonly count: number;
}

/** `I/N`, counted from 1. */
export function shardOf(option: string, text: string | undefined): Shard | undefined {
    if (text === undefined) return undefined;
    const [, index = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
    if (index < 1 || index > count) throw new UsageError(`--${option} ${text} is no part. Write which of how many, such as --${option} 1/4.`);
    return { index, count };
}

/** A day of the calendar, `2026-11-01`. */
export function dayOf(option: string, text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
        throw new UsageError(`--${option} ${text} is no date. Write year, month and day, such as --${option} 2026-11-01.`);
    }
    return text;
}
