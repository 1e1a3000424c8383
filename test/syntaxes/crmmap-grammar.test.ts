import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils, CstUtils, EmptyFileSystem, GrammarAST } from 'langium';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { createCrmMapServices } from '../../language/module.ts';
import { textMateGrammar } from '../../scripts/textmate.ts';
import { loadGrammar, type Piece, root, tokenize } from './textmate.ts';

const { language } = createCrmMapServices(EmptyFileSystem);
let grammar: IGrammar;
beforeAll(async () => {
    grammar = await loadGrammar('source.crmmap');
});

/** The innermost scope of each piece that is not white space, without `.crmmap`, as `text scope`. */
function seen(text: string): string[] {
    return tokenize(grammar, text)
        .filter((piece) => piece.text.trim() !== '')
        .map((piece) => `${piece.text.trim()} ${(piece.scopes.at(-1) ?? '').replace(/\.crmmap$/, '')}`);
}

function scopesOf(text: string, part: string, occurrence = 0): string {
    const found = tokenize(grammar, text).filter((piece) => piece.text.trim() === part)[occurrence];
    if (!found) throw new Error(`Nothing is coloured by itself as ${part} in: ${text}`);
    return found.scopes.join(' ');
}

describe('the colours of a map', () => {
    it('tell keyword, name, title and block of a declaration apart', () => {
        expect(seen('system crm "Salesforce" {}')).toEqual([
            'system keyword.control.declaration.system',
            'crm entity.name.type.system',
            '" punctuation.definition.string.begin',
            'Salesforce string.quoted.double.title',
            '" punctuation.definition.string.end',
            '{ punctuation.section.block',
            '} punctuation.section.block',
        ]);
    });

    it('show properties, values of closed lists, references and numbers with their units', () => {
        expect(seen('system crm { category crm  region eu  limit 100_000 calls per day  cost 40 USD per year  since 2026-01-31 }').slice(3, -1)).toEqual([
            'category keyword.other.property',
            'crm support.constant.value',
            'region keyword.other.property',
            'eu variable.other.reference',
            'limit keyword.other.property',
            '100_000 constant.numeric',
            'calls keyword.other.unit',
            'per keyword.other.property',
            'day keyword.other.unit',
            'cost keyword.other.property',
            '40 constant.numeric',
            'USD keyword.other.unit.currency',
            'per keyword.other.property',
            'year keyword.other.unit',
            'since keyword.other.property',
            '2026-01-31 constant.numeric.date',
        ]);
    });

    it('show fields with their types, parameters and modifiers', () => {
        const text =
            'system s { entity E {\n  `First Name` : text(80) required personal\n  Kind : picklist("A") default "A"\n  Other : reference(crm.Contact) } }';
        expect(scopesOf(text, 'First Name')).toContain('variable.other.member.field');
        expect(scopesOf(text, 'text')).toContain('support.type.field');
        expect(scopesOf(text, '80')).toContain('constant.numeric');
        expect(scopesOf(text, 'personal')).toContain('storage.modifier');
        expect(scopesOf(text, 'default')).toContain('storage.modifier');
        expect(scopesOf(text, 'crm.Contact')).toContain('variable.other.reference');
    });

    it('show several fields of one line each for itself', () => {
        const text = 'system s { entity E { Id : id key  Email : email required  retention 3 years } }';
        expect(scopesOf(text, 'Email')).toContain('variable.other.member.field');
        expect(scopesOf(text, 'email')).toContain('support.type.field');
        expect(scopesOf(text, 'retention')).toContain('keyword.other.property');
    });

    it('show flows with and without a name, and their arrows', () => {
        for (const arrow of ['->', '<-', '<->']) {
            expect(seen(`flow customers: shop.Customer ${arrow} crm`)).toEqual([
                'flow keyword.control.declaration.flow',
                'customers entity.name.type.flow',
                ': punctuation.separator.key-value',
                'shop.Customer variable.other.reference',
                `${arrow} keyword.operator.arrow`,
                'crm variable.other.reference',
            ]);
            expect(seen(`shop ${arrow} crm`)).toEqual(['shop variable.other.reference', `${arrow} keyword.operator.arrow`, 'crm variable.other.reference']);
        }
    });

    it('follow one declaration after another, with or without a body', () => {
        const text = 'system shop\nsystem crm "Salesforce"\nshop -> crm "New" { timing manual }\nteam sales';
        expect(scopesOf(text, 'system', 1)).toContain('keyword.control.declaration.system');
        expect(scopesOf(text, 'manual')).toContain('support.constant.value');
        expect(scopesOf(text, 'team')).toContain('keyword.control.declaration.team');
        expect(scopesOf(text, 'team')).toBe('source.crmmap keyword.control.declaration.team.crmmap');
    });

    it('keep lists together over line breaks', () => {
        const text = 'goal g { supports one,\n  due, `the third` due 2027-01-01 }';
        expect(scopesOf(text, 'due', 0)).toContain('variable.other.reference');
        expect(scopesOf(text, 'due', 1)).toContain('keyword.other.property');
    });

    it('tell comments, documentation and the silencing of rules apart', () => {
        const text = '/** The **one** record. */\n// crmmap-ignore SOR003, FLW001: it is meant\n/* system no */ system yes // team no';
        expect(scopesOf(text, '**one**')).toContain('comment.block.documentation');
        expect(scopesOf(text, '**one**')).toContain('markup.bold');
        expect(scopesOf(text, 'crmmap-ignore')).toContain('keyword.other.directive');
        expect(scopesOf(text, 'FLW001')).toContain('constant.other.rule');
        expect(scopesOf(text, 'system no')).toContain('comment.block');
        expect(scopesOf(text, 'yes')).toContain('entity.name.type.system');
        expect(scopesOf(text, 'team no')).toContain('comment.line.double-slash');
    });

    it('end an unclosed text with its line', () => {
        expect(scopesOf('system a "open\nsystem b', 'system', 1)).toContain('keyword.control.declaration.system');
    });

    it('go on after a declaration that nobody knows', () => {
        expect(scopesOf('sistem a "A" { category crm { x 1 } }\nteam b', 'team')).toBe('source.crmmap keyword.control.declaration.team.crmmap');
    });
});

/** Every word of the language's grammar that is a keyword. */
function keywordsOfGrammar(): string[] {
    const words = AstUtils.streamAllContents(language.Grammar)
        .filter(GrammarAST.isKeyword)
        .map((keyword) => keyword.value)
        .toArray();
    return [...new Set(words)].filter((word) => /^\w/.test(word)).sort();
}

interface ReadWord {
    readonly text: string;
    readonly line: number;
    readonly character: number;
    /** A keyword of the grammar at this place, or a word that an author chose: a name, or a part of a path. */
    readonly role: 'keyword' | 'name';
}

/** What the parser took each word of a text for. Words of closed lists are neither, and are left out. */
function wordsOf(text: string): ReadWord[] {
    const result = language.parser.LangiumParser.parse(text);
    expect(result.parserErrors.map((error) => error.message)).toEqual([]);
    const words: ReadWord[] = [];
    for (const leaf of CstUtils.streamCst(result.value.$cstNode!).filter((node) => 'tokenType' in node && !('content' in node))) {
        const source = leaf.grammarSource;
        if (!/^[\p{L}_`]/u.test(leaf.text) || leaf.hidden) continue;
        const { line, character } = leaf.range.start;
        const rule = source && GrammarAST.isRuleCall(source) ? AstUtils.getContainerOfType(source, GrammarAST.isParserRule)?.name : undefined;
        if (source && GrammarAST.isKeyword(source)) words.push({ text: leaf.text, line, character, role: 'keyword' });
        else if (rule === 'Name' || rule === 'Label' || rule === 'Path') words.push({ text: leaf.text, line, character, role: 'name' });
    }
    return words;
}

const keywordScopes = /keyword|storage\.modifier|support\.constant/;

/** Words whose colour says something else than the parser does. */
function misread(text: string, words: readonly ReadWord[]): string[] {
    const byLine = new Map<number, Piece[]>();
    for (const piece of tokenize(grammar, text)) byLine.set(piece.line, [...(byLine.get(piece.line) ?? []), piece]);
    return words.flatMap((word) => {
        const piece = byLine.get(word.line)?.find((candidate) => candidate.start <= word.character && word.character < candidate.end);
        const scopes = (piece?.scopes ?? [])
            .slice(1)
            .filter((scope) => !scope.startsWith('meta.'))
            .join(' ');
        const right =
            word.role === 'keyword'
                ? keywordScopes.test(scopes)
                : /entity\.name|variable\.other|support\.constant\.value/.test(scopes) && !/keyword/.test(scopes);
        return right ? [] : [`${word.line + 1}:${word.character + 1} ${word.role} ${word.text} is ${scopes || 'plain'}`];
    });
}

const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.crmmap'))
    .sort();

describe('the file of the colours', () => {
    it('is what scripts/textmate.ts writes', () => {
        const file = readFileSync(join(root, 'syntaxes/crmmap.tmLanguage.json'), 'utf8').replaceAll('\r\n', '\n');
        expect(file === textMateGrammar() ? 'fresh' : 'Run node scripts/textmate.ts').toBe('fresh');
    });
});

describe('the colours and the parser', () => {
    it.each(files)('agree on every keyword and every name of examples/%s', (file) => {
        const text = readFileSync(join(root, 'examples', file), 'utf8').replaceAll('\r\n', '\n');
        expect(misread(text, wordsOf(text))).toEqual([]);
    });

    it('agree on every keyword of the grammar, for the examples use them all', () => {
        const texts = files.map((file) => readFileSync(join(root, 'examples', file), 'utf8'));
        const used = new Set(
            texts
                .flatMap((text) => wordsOf(text))
                .filter((word) => word.role === 'keyword')
                .map((word) => word.text),
        );
        expect(keywordsOfGrammar().filter((keyword) => !used.has(keyword))).toEqual([]);
    });

    it('agree that any keyword may name a field, a system, a flow, a touchpoint, and be referred to', () => {
        const wrong = keywordsOfGrammar().flatMap((word) => {
            const text = [
                `system ${word} "S" {`,
                `  owner ${word}`,
                `  entity ${word} {`,
                `    match ${word}`,
                `    ${word} : text(20) required`,
                `    ${word}: reference(${word}.${word}) key`,
                '  }',
                '}',
                `flow ${word}: ${word} -> ${word}.${word} {`,
                `  via ${word}`,
                `  key ${word}`,
                `  map ${word}, ${word} -> ${word} using "it"`,
                '}',
                `${word} <-> crm`,
                `goal g { supports ${word}, ${word} }`,
                `journey ${word} {`,
                `  stage ${word} { touchpoint ${word} { uses ${word}.${word}, ${word} } }`,
                `  ${word} -> ${word} -> ${word} "then"`,
                '}',
            ].join('\n');
            return misread(text, wordsOf(text)).map((problem) => `${word}: ${problem}`);
        });
        expect(wrong).toEqual([]);
    });
});
