import { readFileSync } from 'node:fs';
import { type AstNode, AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { CrmMapGrammar } from '../../language/generated/grammar.ts';
import { propertyDoc } from '../../language/editor/property-docs.ts';
import { chapters } from '../../scripts/reference/chapters.ts';
import { languagePage } from '../../scripts/reference/page.ts';
import { fragmentProperties, shapeOf } from '../../scripts/reference/syntax.ts';
import { common } from '../../scripts/reference/texts.ts';
import { parseMap } from '../helpers/maps.ts';

const grammar = CrmMapGrammar();
const constructs = chapters.flatMap((chapter) => chapter.constructs);

/** What a text says of things of a type: the features of the tree that are filled in one of them at least. */
async function statedOf(type: string, text: string): Promise<Set<string>> {
    const { document } = await parseMap(text);
    const nodes = AstUtils.streamAst(document.parseResult.value).filter((node) => node.$type === type);
    return new Set(nodes.flatMap((node) => Object.entries(node).flatMap(([feature, value]) => (isStated(value) ? [feature] : []))));
}

function isStated(value: AstNode[keyof AstNode] | unknown): boolean {
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

describe('the reference of the language', () => {
    test('is made from grammar, vocabulary and prose as they are now (npm run reference)', () => {
        expect(readFileSync('docs/language.md', 'utf8')).toBe(languagePage());
    });

    test('has a section for all that a map can declare', () => {
        const elements = grammar.rules.find(({ name }) => name === 'Element');
        const declarable = GrammarAST.isParserRule(elements) && GrammarAST.isAlternatives(elements.definition) ? elements.definition.elements : [];
        const names = declarable.flatMap((part) => (GrammarAST.isRuleCall(part) ? [part.rule.$refText] : [])).filter((name) => name !== 'UnknownDeclaration');
        const held = names.flatMap((name) => shapeOf(grammar, name).holds);
        expect(names.length).toBeGreaterThan(10);
        expect([...names, ...held].filter((name) => !constructs.some(({ type }) => type === name))).toEqual([]);
    });

    for (const { type, title, example } of constructs) {
        const { properties } = shapeOf(grammar, type);
        test(`the example of ${title} uses each of its properties, and each has a meaning`, async () => {
            const stated = await statedOf(type, example);
            expect(properties.filter(({ features }) => features.some((feature) => !stated.has(feature))).map(({ syntax }) => syntax)).toEqual([]);
            expect(properties.filter(({ word }) => propertyDoc(type, word) === undefined).map(({ syntax }) => syntax)).toEqual([]);
        });
    }

    test('the example of what every declaration takes uses all of it', async () => {
        const stated = await statedOf('System', common.replaceAll(/^```.*$/gm, ''));
        const features = ['Common', 'Life'].flatMap((name) => fragmentProperties(grammar, name).flatMap((property) => property.features));
        expect(features.filter((feature) => !stated.has(feature))).toEqual([]);
    });

    test('each link within the page leads to one heading', () => {
        const page = languagePage();
        const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
            title
                .toLowerCase()
                .replaceAll(/[^\p{L}\p{N} -]/gu, '')
                .replaceAll(' ', '-'),
        );
        const wanted = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
        expect(wanted.filter((anchor) => anchors.filter((known) => known === anchor).length !== 1)).toEqual([]);
    });
});
