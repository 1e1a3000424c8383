import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-protocol';
import type { Mapping } from '../../generated/ast.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { plainText } from '../markdown.ts';
import { type Place, rankText } from './place.ts';

/** Field types with arguments, as snippets. */
const typeArguments: Readonly<Record<string, string>> = {
    text: 'text(${1:80})',
    number: 'number(${1:10}, ${2:2})',
    picklist: 'picklist("${1:A}", "${2:B}")',
    reference: 'reference($1)',
};

/** Currencies that most maps are in, before all others. */
const usualCurrencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'SEK', 'PLN'];

const retentions = ['1 year', '2 years', '3 years', '6 years', '10 years', '30 days'];
const spans = ['15 minutes', '1 hour', '4 hours', '1 day', '2 days', '1 week'];
const reviews = ['30 days', '90 days', '6 months', '1 year'];

/** Timetables that say what they mean. */
const timetables: Vocabulary = {
    '*/15 * * * *': 'Every 15 minutes',
    '0 * * * *': 'Every hour',
    '*/15 8-18 * * 1-5': 'Every 15 minutes, on weekdays from 8 to 18',
    '0 3 * * *': 'Every night at 03:00',
    '0 6,18 * * *': 'Twice a day, at 06:00 and 18:00',
    '0 6 * * 1': 'On Mondays at 06:00',
    '0 4 1 * *': 'On the first of each month at 04:00',
};

/** The words of a closed list, each with what it means. */
export function listItems(words: Vocabulary, called: string, property: string, { range }: Place, snippets: boolean): CompletionItem[] {
    return Object.entries(words).map(([word, meaning], index) => {
        const usual = property === 'currency' ? usualCurrencies.indexOf(word) : -1;
        const snippet = snippets && property === 'name' && Object.hasOwn(typeArguments, word) ? typeArguments[word] : undefined;
        return {
            label: word,
            kind: CompletionItemKind.EnumMember,
            detail: meaning,
            documentation: { kind: 'markdown', value: `**${plainText(word)}** · ${plainText(called)}\n\n${plainText(meaning)}` },
            sortText: `0${rankText(usual >= 0 ? usual : usualCurrencies.length + index)}`,
            ...(snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
            textEdit: { range, newText: snippet ?? word },
        };
    });
}

/** Lengths of time that are usual for a property. */
export function durationItems(property: string, { range, typed }: Place): CompletionItem[] {
    if (typed !== '' && !/^\d/.test(typed)) return [];
    const usual = property === 'retention' ? retentions : property === 'reviewEvery' ? reviews : spans;
    return usual.map((text, index) => ({
        label: text,
        kind: CompletionItemKind.Value,
        sortText: `0${rankText(index)}`,
        textEdit: { range, newText: text },
    }));
}

/** The form of a date; the day is the author's to know. */
export function dateItems({ range, typed }: Place, snippets: boolean): CompletionItem[] {
    if (!snippets || typed !== '') return [];
    return [
        {
            label: 'YYYY-MM-DD',
            kind: CompletionItemKind.Value,
            detail: 'A date: year, month, day',
            sortText: '00000',
            insertTextFormat: InsertTextFormat.Snippet,
            textEdit: { range, newText: '${1:YYYY}-${2:MM}-${3:DD}' },
        },
    ];
}

/** Timetables to start from; `quoted` where the quotes are to be written as well. */
export function timetableItems({ range }: Pick<Place, 'range'>, quoted: boolean): CompletionItem[] {
    return Object.entries(timetables).map(([cron, meaning], index) => ({
        label: quoted ? `"${cron}"` : cron,
        kind: CompletionItemKind.Value,
        detail: meaning,
        sortText: `0${rankText(index)}`,
        filterText: quoted ? `"${cron}"` : cron,
        textEdit: { range, newText: quoted ? `"${cron}"` : cron },
    }));
}

/** Values of the picklist that a `values` pair starts from, or leads to; those without a partner of the same name first. */
export function picklistItems(mapping: Mapping, side: string, { range, typed }: Place): CompletionItem[] {
    const sources = mapping.sources.flatMap(({ ref }) => ref?.type?.values ?? []);
    const targets = mapping.target?.ref?.type?.values ?? [];
    const [own, others] = side === 'target' ? [targets, sources] : [sources, targets];
    if (typed !== '') return [];
    return [...new Set(own)].map((value, index) => ({
        label: `"${value}"`,
        kind: CompletionItemKind.Value,
        sortText: `0${others.includes(value) ? 1 : 0}${rankText(index)}`,
        textEdit: { range, newText: JSON.stringify(value) },
    }));
}

/** Codes of rules, with their titles. */
export function ruleItems(rules: Readonly<Record<string, string>>, range: Place['range']): CompletionItem[] {
    return Object.entries(rules).map(([code, title]) => ({
        label: code,
        kind: CompletionItemKind.EnumMember,
        detail: title,
        sortText: `0${code}`,
        textEdit: { range, newText: code },
    }));
}
