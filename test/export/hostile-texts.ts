import * as fc from 'fast-check';
import * as vocabulary from '../../language/vocabulary.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';

/** Texts that would end a label, begin a statement or run something, were they not escaped. */
export const nasty: readonly string[] = [
    '"',
    "'",
    '`',
    '"]',
    '"|',
    ']',
    '[',
    '(',
    ')',
    '{',
    '}',
    '|',
    ';',
    ':',
    '#',
    '#quot;',
    '#35;',
    '&quot;',
    '&',
    '<',
    '>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u2028',
    '\\',
    '\\n',
    '%%',
    '%%{init: {"theme":"dark"}}%%',
    '%%{',
    '}%%',
    '---',
    'end',
    'subgraph x',
    'click s_a href "javascript:alert(1)"',
    'direction TB',
    'direction',
    ' LR',
    'style',
    'style:"x"',
    'classDef',
    'classDef a:#f00;',
    'journey',
    'title',
    'section',
    'accTitle:',
    'accDescr {',
    'flowchart',
    '-->',
    '--',
    '==>',
    '-.->',
    '~~~',
    ':::',
    '@{',
    '@',
    '$$x$$',
    'fa:fa-home',
    '**b**',
    '_i_',
    '1. x',
    '- x',
    '+ x',
    'https://e.example',
    'www.e.example',
    'a@b.example',
    'ﬂ°quot¶ß',
    'ﬂ°°60¶ß',
    'PK',
    'FK',
    'one',
    'to',
    ',',
    '.',
    'o',
    'x',
    'v',
    ' ',
    '\u00a0',
    '\u200b',
    '\u202e',
    'é',
    'ß',
    '漢字',
    '🙂',
    '\ud800',
    '__proto__',
    'constructor',
    'default',
    '=',
    '*',
    '/',
    '~a~',
];

/** Texts made of these, and of any characters. */
export const hostile = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...nasty) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), {
        maxLength: 6,
    })
    .map((parts) => parts.join(''));

/** The model with other texts in place of every title, and of every other text that is shown. */
export function retitled(model: CrmModel, texts: readonly string[]): CrmModel {
    let next = 0;
    const words = new Set(['title', 'when', 'feeling', 'scenario', 'format', 'vendor', 'description', 'purpose']);
    const replace = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(replace);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(
            Object.entries(value).map(([key, inner]) => [key, words.has(key) && typeof inner === 'string' ? texts[next++ % texts.length] : replace(inner)]),
        );
    };
    return replace(model) as CrmModel;
}

/** Words that a map can only choose from lists: they stay as they are. */
const closed: ReadonlySet<string> = new Set(Object.values(vocabulary).flatMap((list) => (typeof list === 'object' ? Object.keys(list) : [])));
const closedKeys: ReadonlySet<string> = new Set(['kind', 'as', 'select', 'type', 'unit', 'rhythm', 'mode', 'orientation', 'size', 'per', 'growthPer']);

/**
 * The model with another text in place of every string that a map can hold, names and ids as well, so that what refers to something
 * still does. Texts that were equal stay equal.
 */
export function retoldThroughout(model: CrmModel, texts: readonly string[]): CrmModel {
    const told = new Map<string, string>();
    const tell = (part: string): string => {
        const known = told.get(part) ?? `${texts[told.size % texts.length]?.replaceAll('.', '') ?? ''}${told.size}`;
        told.set(part, known);
        return known;
    };
    const replace = (value: unknown, key: string): unknown => {
        if (typeof value === 'string') return closedKeys.has(key) || closed.has(value) ? value : value.split('.').map(tell).join('.');
        if (Array.isArray(value)) return value.map((inner) => replace(inner, key));
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === 'type' ? retoldType(inner, replace) : replace(inner, name)]));
    };
    return replace(model, '') as CrmModel;
}

/** Of a field's type everything but its name. */
function retoldType(type: unknown, replace: (value: unknown, key: string) => unknown): unknown {
    if (typeof type !== 'object' || type === null) return type;
    return Object.fromEntries(Object.entries(type).map(([name, inner]) => [name, name === 'name' ? inner : replace(inner, '')]));
}
