import { readdirSync, readFileSync } from 'node:fs';
import { type AstNode, AstUtils, CstUtils, EmptyFileSystem, GrammarUtils, isReference } from 'langium';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../language/generated/ast.ts';
import { createCrmMapServices } from '../../../language/module.ts';

const { language } = createCrmMapServices(EmptyFileSystem);
const parse = (text: string): Document => language.parser.LangiumParser.parse<Document>(text).value;
const examples = readdirSync('examples')
    .filter((name) => name.endsWith('.crmmap'))
    .map((name) => [name, readFileSync(`examples/${name}`, 'utf8')] as const);

/** A tree as plain data, without places. */
function plain(value: unknown): unknown {
    if (isReference(value)) return `-> ${value.$refText}`;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key === '$type' || !key.startsWith('$'))
            .map(([key, part]) => [key, plain(part)]),
    );
}

describe('The syntax tree', () => {
    it.each(examples)('of %s holds every token of the text, in its order and place', (_name, text) => {
        const { tokens, hidden } = language.parser.Lexer.tokenize(text);
        const root = parse(text).$cstNode;
        const leaves = root ? CstUtils.flattenCst(root).toArray() : [];
        expect(leaves.filter((leaf) => !leaf.hidden).map((leaf) => [leaf.offset, leaf.text])).toEqual(tokens.map((token) => [token.startOffset, token.image]));
        expect(
            leaves
                .filter((leaf) => leaf.hidden)
                .map((leaf) => leaf.text)
                .sort(),
        ).toEqual(hidden.map((token) => token.image).sort());
    });

    it.each(examples)('of %s ties each node to its container, and its text to it', (_name, text) => {
        for (const node of AstUtils.streamAllContents(parse(text))) {
            const container = node.$container as unknown as Record<string, unknown>;
            const held = container[node.$containerProperty ?? ''];
            expect(node.$containerIndex === undefined ? held : (held as AstNode[])[node.$containerIndex]).toBe(node);
            expect(node.$cstNode?.astNode).toBe(node);
            expect(node.$cstNode?.text).toBe(text.slice(node.$cstNode?.offset, node.$cstNode?.end));
        }
    });

    it('finds the place of each property', () => {
        const [system] = parse('system crm "CRM" { owner ops, vendor "V" }').elements;
        const place = (property: string): string | undefined => GrammarUtils.findNodeForProperty(system?.$cstNode, property)?.text;
        expect(['name', 'title', 'owner', 'vendor'].map(place)).toEqual(['crm', '"CRM"', 'ops', '"V"']);
    });

    it('has the shape of the grammar', () => {
        const text =
            'flow f: a.b <-> c "T" { volume 3 per day peak 4 map x, y -> z using "u" errors retry 3 then alert ops then replay }\nview v { include tag x and not owner y or (category crm) }';
        expect(plain(parse(text))).toMatchObject({
            $type: 'Document',
            elements: [
                {
                    $type: 'Flow',
                    name: 'f',
                    from: '-> a.b',
                    arrow: '<->',
                    to: '-> c',
                    title: 'T',
                    volume: { $type: 'Volume', amount: 3, unit: 'day', peak: 4 },
                    mappings: [{ $type: 'Mapping', sources: ['-> x', '-> y'], target: '-> z', using: 'u', values: [] }],
                    errors: [{ action: 'retry', times: 3 }, { action: 'alert', team: '-> ops' }, { action: 'replay' }],
                },
                {
                    $type: 'View',
                    name: 'v',
                    include: [
                        {
                            $type: 'OrSelector',
                            left: {
                                $type: 'AndSelector',
                                left: { $type: 'TagSelector', tag: 'x' },
                                right: { $type: 'NotSelector', operand: { $type: 'OwnerSelector', owner: '-> y' } },
                            },
                            right: { $type: 'CategorySelector', category: 'crm' },
                        },
                    ],
                },
            ],
        });
    });

    it('keeps the operators of selectors in the order that the text has', () => {
        const [view] = parse('view v { include tag a or tag b or tag c }').elements;
        expect(plain(view)).toMatchObject({
            include: [{ $type: 'OrSelector', left: { $type: 'OrSelector', left: { tag: 'a' }, right: { tag: 'b' } }, right: { tag: 'c' } }],
        });
    });

    it('takes texts and names for what they mean', () => {
        const [system] = parse('system `A b` "say \\"hi\\"\\nthere" { tags `x y`, z entity `E f` { `F g` : text(1_000) default "q" } }').elements;
        expect(plain(system)).toMatchObject({
            name: 'A b',
            title: 'say "hi"\nthere',
            tags: ['x y', 'z'],
            entities: [{ name: 'E f', fields: [{ name: 'F g', type: { name: 'text', numbers: [1000] }, modifiers: [{ name: 'default', value: 'q' }] }] }],
        });
    });

    it('gives doc comments to the declaration that they stand before', () => {
        const [first, second] = parse('/** One */\nsystem a\n// between\n/** Two */\nsystem b').elements;
        expect([first, second].map((node) => node && language.documentation.CommentProvider.getComment(node))).toEqual(['/** One */', '/** Two */']);
    });

    it('is the same for the same text, and not touched by earlier ones', () => {
        const [, text = ''] = examples[0] ?? [];
        const first = plain(parse(text));
        parse('system { { ( "');
        expect(plain(parse(text))).toEqual(first);
    });
});
