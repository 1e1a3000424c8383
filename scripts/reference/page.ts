import { CrmMapGrammar } from '../../language/generated/grammar.ts';
import { propertyDoc } from '../../language/editor/property-docs.ts';
import { capabilities, closedLists, currencies, durationUnits, fieldTypes, type Vocabulary } from '../../language/vocabulary.ts';
import type { Chapter, Construct } from './chapter.ts';
import { chapters } from './chapters.ts';
import { fragmentProperties, type Property, shapeOf, valueSyntax } from './syntax.ts';
import { basics, common, selectors, values } from './texts.ts';

const grammar = CrmMapGrammar();

/** Lists too long, or too plain, for the last chapter. */
const notListed: ReadonlySet<Vocabulary> = new Set([currencies, durationUnits]);

/** The reference of the language, as Markdown: prose by hand, syntax and lists from grammar and vocabulary. */
export function languagePage(): string {
    return (
        [
            '<!-- Made from grammar and vocabulary by scripts/language-docs.ts; change scripts/reference, and make it anew. -->',
            '# The language',
            'Every construct with its syntax, its meaning and an example. The examples are checked. What the rules look at stands in [Rules](rules.md), what the pictures show in [Views](views.md).',
            contents(),
            basics,
            `## What every declaration takes\n\n${common}\n\n${tableOf('System', fragmentProperties(grammar, 'Common'))}\n\nWhat lives and dies takes these, too:\n\n${tableOf('System', fragmentProperties(grammar, 'Life'))}`,
            ...chapters.map(chapterOf),
            `## Selectors\n\n${selectors}`,
            `## Values\n\n${values}\n\n${valueTable()}`,
            `## Closed lists\n\nOther words are errors that name the nearest one.\n\n${listsOf().map(listOf).join('\n\n')}`,
        ].join('\n\n') + '\n'
    );
}

function contents(): string {
    const titles = ['Basics', 'What every declaration takes', ...chapters.map(({ title }) => title), 'Selectors', 'Values', 'Closed lists'];
    return titles
        .map((title) => {
            const inside = chapters.find((chapter) => chapter.title === title)?.constructs.map((construct) => linkTo(construct.title)) ?? [];
            return `- ${linkTo(title)}${inside.length > 1 ? `: ${inside.join(', ')}` : ''}`;
        })
        .join('\n');
}

function chapterOf({ title, text, constructs }: Chapter): string {
    return [`## ${title}`, text, ...constructs.map((construct) => constructOf(construct, constructs.length > 1 || construct.title !== title))]
        .filter((part) => part !== '')
        .join('\n\n');
}

function constructOf({ type, title, text, example }: Construct, hasHead: boolean): string {
    const { head, properties, isCommon, lives } = shapeOf(grammar, type);
    const also = isCommon ? `Also takes ${lives ? 'what every declaration takes, `lifecycle`, `since` and `until`' : 'what every declaration takes'}.` : '';
    return [
        hasHead ? `### ${title}` : '',
        text,
        `\`\`\`text\n${head}\n\`\`\``,
        properties.length > 0 ? tableOf(type, properties) : '',
        type === 'Field' ? modifierTable() : '',
        also.replace('what every declaration takes', '[what every declaration takes](#what-every-declaration-takes)'),
        `\`\`\`crmmap\n${example}\n\`\`\``,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}

function tableOf(type: string, properties: readonly Property[]): string {
    const rows = properties.map((property) => `| \`${escaped(property.syntax)}\` | ${meaningOf(type, property)} |`);
    return ['| property | meaning |', '| --- | --- |', ...rows].join('\n');
}

function meaningOf(type: string, { word, syntax, features }: Property): string {
    const choices = /^\(?(\w+(?: \| \w+)+)\)?/.exec(syntax)?.[1]?.split(' | ') ?? [];
    const doc = choices.length > 0 ? choices.map((choice) => `\`${choice}\`: ${propertyDoc(type, choice) ?? ''}`).join('. ') : (propertyDoc(type, word) ?? '');
    const lists = closedLists.filter(([owner, feature, words]) => owner === type && features.includes(feature) && !notListed.has(words));
    const links = [...new Map(lists.map(([, , words]) => [words, `[list](#${anchorOf(listTitle(words))})`])).values()];
    return [escaped(doc), ...links].join(' · ');
}

function modifierTable(): string {
    const modifiers = fragmentProperties(grammar, 'FieldModifier').flatMap((property) =>
        property.syntax.split(' | ').map((syntax) => ({ ...property, word: /^\w+/.exec(syntax)?.[0] ?? '', syntax })),
    );
    return tableOf('Field', modifiers).replace('property', 'modifier');
}

/** The lists that have a table, each once. */
function listsOf(): Vocabulary[] {
    return [...new Set([fieldTypes, capabilities, ...closedLists.map(([, , words]) => words)])].filter((words) => !notListed.has(words));
}

function listOf(words: Vocabulary): string {
    const rows = Object.entries(words).map(([word, meaning]) => `| \`${word}\` | ${escaped(meaning)} |`);
    return [`### ${listTitle(words)}`, '', '| word | meaning |', '| --- | --- |', ...rows].join('\n');
}

const plurals: Readonly<Record<string, string>> = {
    'field type': 'Field types',
    category: 'Categories of systems',
    lifecycle: 'Lifecycle of a thing',
    'survivorship rule': 'Survivorship and conflict rules',
    severity: 'Degrees: severity, impact, effort',
    'lawful basis': 'Lawful bases',
    'unit of time': 'Units of time',
    'axis of a matrix': 'Axes of a matrix',
    'kind of view': 'Kinds of view',
    timing: 'Timings',
};

function listTitle(words: Vocabulary): string {
    if (words === capabilities) return 'Capabilities';
    const [type, , , called = ''] = closedLists.find(([, , list]) => list === words) ?? [];
    if (type === 'RuleSetting') return 'Severities of rules';
    return plurals[called] ?? called.replace(/^./, (first) => first.toUpperCase());
}

function valueTable(): string {
    const rows = ['Duration', 'Money', 'Volume'].map((type) => `| ${type.toUpperCase()} | \`${escaped(valueSyntax(grammar, type))}\` |`);
    return ['| value | syntax |', '| --- | --- |', ...rows].join('\n');
}

function linkTo(title: string): string {
    return `[${title}](#${anchorOf(title)})`;
}

/** The anchor that GitHub and VS Code give a heading. */
function anchorOf(title: string): string {
    return title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
}

/** Text in a cell of a table. */
function escaped(text: string): string {
    return text.replaceAll('|', '\\|');
}
