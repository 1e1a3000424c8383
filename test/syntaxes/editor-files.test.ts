import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapServices } from '../../language/module.ts';
import * as vocabulary from '../../language/vocabulary.ts';
import { root } from './textmate.ts';

const { language } = createCrmMapServices(EmptyFileSystem);
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

interface Snippet {
    readonly prefix: string;
    readonly description: string;
    readonly body: readonly string[];
}

const snippets = Object.entries(read('language/snippets.json') as Record<string, Snippet>);

const variables: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '11', CURRENT_DATE: '05' };

/** The words to choose from in a snippet, each list as the editor shows it. */
function choicesOf(snippet: Snippet): string[][] {
    return [...snippet.body.join('\n').matchAll(/\$\{\d+\|(.*?)\|\}/g)].map((match) =>
        (match[1] ?? '').split(/(?<!\\),/).map((choice) => choice.replaceAll('\\,', ',')),
    );
}

/** The text of a snippet when nothing is typed, and the choice of that number is taken in every list that has so many. */
function expand(snippet: Snippet, choice: number): string {
    return snippet.body
        .join('\n')
        .replaceAll(/\$\{\d+\|(.*?)\|\}/g, (_, list: string) => {
            const words = list.split(/(?<!\\),/).map((word) => word.replaceAll('\\,', ','));
            return words[Math.min(choice, words.length - 1)] ?? '';
        })
        .replaceAll(/\$([A-Z_]+)/g, (_, name: string) => variables[name] ?? `unknown variable ${name}`)
        .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
        .replaceAll(/\$\{?\d+\}?/g, '');
}

/** Where a snippet is meant to be used. */
const places: Readonly<Record<string, (text: string) => string>> = {
    entity: (text) => `system s {\n${text}\n}`,
    master: (text) => `system s {\n${text}\n}`,
    field: (text) => `system s { entity E {\n${text}\n} }`,
    picklist: (text) => `system s { entity E {\n${text}\n} }`,
    activity: (text) => `lifecycle l { stage s {\n${text}\n} }`,
    stage: (text) => `lifecycle l {\n${text}\n}`,
    touchpoint: (text) => `journey j { stage s {\n${text}\n} }`,
    ...Object.fromEntries(
        ['pain', 'opportunity', 'evidence', 'moment'].map((prefix) => [prefix, (text: string) => `journey j { stage s { touchpoint t {\n${text}\n} } }`]),
    ),
};

function place(title: string, snippet: Snippet, text: string): string {
    if (title.startsWith('Mapping')) return `flow f: a -> b {\n${text}\n}`;
    return (places[snippet.prefix] ?? ((whole: string) => whole))(text);
}

describe('the snippets', () => {
    it.each(snippets)('give text that parses, whichever words are chosen: %s', (title, snippet) => {
        const most = Math.max(1, ...choicesOf(snippet).map((list) => list.length));
        for (let choice = 0; choice < most; choice++) {
            const text = place(title, snippet, expand(snippet, choice));
            const result = language.parser.LangiumParser.parse(text);
            const unknown = result.value.$cstNode?.text.trim() === text.trim() ? [] : ['not all of the text was read'];
            expect([...result.lexerErrors, ...result.parserErrors].map((error) => `${error.message} in ${text}`).concat(unknown)).toEqual([]);
            expect((result.value as unknown as { elements: { $type: string }[] }).elements.filter((element) => element.$type === 'UnknownDeclaration')).toEqual(
                [],
            );
        }
    });

    it('offer each closed list whole, as the language knows it', () => {
        const offered = new Set(snippets.flatMap(([, snippet]) => choicesOf(snippet)).map((list) => [...list].sort().join()));
        const lists = {
            teamFunctions: vocabulary.teamFunctions,
            metricUnits: vocabulary.metricUnits,
            systemCategories: vocabulary.systemCategories,
            classifications: vocabulary.classifications,
            lawfulBases: vocabulary.lawfulBases,
            flowPatterns: vocabulary.flowPatterns,
            timings: vocabulary.timings,
            auths: vocabulary.auths,
            survivorships: vocabulary.survivorships,
            journeyStates: vocabulary.journeyStates,
            degrees: vocabulary.degrees,
            evidenceMethods: vocabulary.evidenceMethods,
            initiativeStatuses: vocabulary.initiativeStatuses,
            groupings: vocabulary.groupings,
            matrixAxes: vocabulary.matrixAxes,
        };
        expect(
            Object.entries(lists)
                .filter(([, list]) => !offered.has(Object.keys(list).sort().join()))
                .map(([name]) => name),
        ).toEqual([]);
    });

    it('offer each type of field', () => {
        const types = snippets.filter(([, snippet]) => snippet.prefix === 'field').flatMap(([, snippet]) => choicesOf(snippet)[0] ?? []);
        expect(types.map((type) => type.replace(/\(.*/, '')).sort()).toEqual(Object.keys(vocabulary.fieldTypes).sort());
    });

    it('stand under the keyword of each declaration, and for each kind of view', () => {
        const declarations = [
            'map',
            'import',
            'team',
            'goal',
            'metric',
            'segment',
            'persona',
            'channel',
            'region',
            'capability',
            'system',
            'entity',
            'flow',
            'lifecycle',
            'stage',
            'activity',
            'journey',
            'touchpoint',
            'pain',
            'opportunity',
            'evidence',
            'initiative',
            'view',
        ];
        const prefixes = new Set(snippets.map(([, snippet]) => snippet.prefix));
        expect(declarations.filter((declaration) => !prefixes.has(declaration))).toEqual([]);
        const views = snippets
            .filter(([, snippet]) => snippet.prefix === 'view')
            .map(([, snippet]) => expand(snippet, 0))
            .join('\n');
        expect(Object.keys(vocabulary.viewKinds).filter((kind) => !views.includes(`as ${kind}`))).toEqual([]);
    });
});

interface Configuration {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
    readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
    readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
    readonly onEnterRules: readonly {
        readonly beforeText: string;
        readonly afterText?: string;
        readonly previousLineText?: string;
        readonly action: { readonly appendText?: string };
    }[];
}

describe('the language configuration', () => {
    const configuration = read('language/language-configuration.json') as Configuration;

    it('takes a name with hyphens, digits and any letters for one word', () => {
        const words = 'near-real-time Größe_2 東京.E-Mail a -> b'.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`));
        expect(words).toEqual(['near-real-time', 'Größe_2', '東京', 'E-Mail', 'a', 'b']);
    });

    it('indents after a block is opened, and only then', () => {
        const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
        const opens = new RegExp(increaseIndentPattern, 'u');
        for (const line of ['system crm "Salesforce" {', '  rules {', '  pain p "P" severity high { // why', 'flow f: a -> b { timing manual'])
            expect(opens.test(line), line).toBe(true);
        for (const line of ['team a "A" { function it }', '// like this {', ' * in a doc comment {', '  note "open {"', '}'])
            expect(opens.test(line), line).toBe(false);
        expect(new RegExp(decreaseIndentPattern, 'u').test('  }')).toBe(true);
    });

    it('closes quotes and backticks', () => {
        expect(configuration.autoClosingPairs.map((pair) => pair.open + pair.close)).toEqual(expect.arrayContaining(['""', '``', '{}', '()']));
    });

    it('folds regions', () => {
        expect(new RegExp(configuration.folding.markers.start).test('// region Systems')).toBe(true);
        expect(new RegExp(configuration.folding.markers.end).test('// #endregion')).toBe(true);
        expect(new RegExp(configuration.folding.markers.start).test('region eu "European Union"')).toBe(false);
    });

    it.each([
        { name: 'goes on with a doc comment', before: '/** The record', after: '', previous: '', appended: ' * ' },
        { name: 'opens a doc comment that is closed behind the cursor', before: '/**', after: ' */', previous: '', appended: ' * ' },
        { name: 'goes on within a doc comment', before: ' * of a person', after: '', previous: '/** The record', appended: '* ' },
        { name: 'splits a comment of one line in two', before: '  // one and', after: 'two', previous: '', appended: '// ' },
        { name: 'ends a comment of one line at its end', before: '  // one and two', after: '', previous: '', appended: undefined },
        { name: 'adds nothing after a declaration', before: 'system crm {', after: '}', previous: '', appended: undefined },
    ])('on Enter $name', ({ before, after, previous, appended }) => {
        const rule = configuration.onEnterRules.find(
            (candidate) =>
                new RegExp(candidate.beforeText).test(before) &&
                (!candidate.afterText || new RegExp(candidate.afterText).test(after)) &&
                (!candidate.previousLineText || new RegExp(candidate.previousLineText).test(previous)),
        );
        expect(rule?.action.appendText).toBe(appended);
    });
});
