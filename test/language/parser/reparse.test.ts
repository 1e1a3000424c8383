import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { type AstNode, AstUtils, type CstNode, EmptyFileSystem, isCompositeCstNode, isReference } from 'langium';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from '../../../language/generated/ast.ts';
import { createCrmMapServices } from '../../../language/module.ts';
import type { CrmMapParseResult } from '../../../language/parser/parser.ts';
import { changesOf } from '../../fuzz/edit-sequences.ts';

const parser = createCrmMapServices(EmptyFileSystem).language.parser.CrmMapParser;
const example = readFileSync('examples/northwind.crmmap', 'utf8');
/** Statements of all sizes, with what an edit may cut through. */
const small = `import "./b.crmmap"
// A comment.
team sales "Sales"   region eu "EU"
/** What it is for. */
system shop "Shop" {
  owner sales /* inside */
  entity Order { No : id key  Total : money }
}
system crm { owner sales  entity Order { No : id key } }  system erp
shop.Order -> crm.Order "Orders" { map No -> No }
crm -> erp
flow f: erp -> shop { timing manual }
metric m { unit percent  baseline 10 }
journey j { stage s { touchpoint t { uses shop.Order.No } } }
view v as landscape
import "./c.crmmap"
system last
/* The end. */
`;

/** All that a result says, as plain data. */
function shown({ value, parserErrors, lexerErrors, lostNames, untold }: CrmMapParseResult): unknown {
    return { cst: value.$cstNode && shownCst(value.$cstNode), ast: shownAst(value), parserErrors, lexerErrors, lostNames, untold };
}

function shownCst(node: CstNode): unknown {
    const { offset, end, range, hidden, text, grammarSource } = node;
    const place = [offset, end, range.start.line, range.start.character, range.end.line, range.end.character, hidden, text];
    if (!isCompositeCstNode(node)) return [...place, grammarSource?.$type];
    expect(node.content.every(({ container }) => container === node)).toBe(true);
    return [...place, grammarSource?.$type, node.astNode.$type, node.content.map(shownCst)];
}

function shownAst(value: unknown): unknown {
    if (isReference(value)) return `-> ${value.$refText} ${value.$refNode?.offset}`;
    if (Array.isArray(value)) return value.map(shownAst);
    if (typeof value !== 'object' || value === null) return value;
    const { $container, $containerProperty, $containerIndex, $cstNode } = value as AstNode;
    const held = ($container as unknown as Record<string, unknown> | undefined)?.[$containerProperty ?? ''];
    expect($container === undefined || ($containerIndex === undefined ? held : (held as unknown[])[$containerIndex]) === value).toBe(true);
    const parts = Object.entries(value).filter(([key]) => key === '$type' || !key.startsWith('$'));
    parts.sort(([a], [b]) => (a < b ? -1 : 1));
    return [$cstNode?.offset, Object.fromEntries(parts.map(([key, part]) => [key, shownAst(part)]))];
}

/** Where the statements of a file are told apart, and how much stands before each. */
function statements({ statements: all }: CrmMapParseResult): unknown {
    return all.map(({ start, startType, first, last, before }) => [start, startType, first, last.endOffset, last.endLine, last.endColumn, before]);
}

describe('A file that is parsed anew after an edit', () => {
    test.each([
        ['a few statements', small],
        ['the reference map', example],
        ['line breaks of Windows', small.replaceAll('\n', '\r\n')],
    ])('is what it is when it is parsed as a whole: %s', (_name, start) => {
        fc.assert(
            fc.property(fc.array(fc.nat(0x7fffffff), { minLength: 10, maxLength: 50, size: 'max' }), (numbers) => {
                const document = TextDocument.create('file:///x', 'crmmap', 1, start);
                let now = parser.parse(start);
                for (const change of changesOf(start, numbers)) {
                    TextDocument.update(document, [change], document.version + 1);
                    now = parser.parseAnew(document.getText(), now);
                    const whole = parser.parse(document.getText());
                    expect(shown(now)).toEqual(shown(whole));
                    expect(statements(now)).toEqual(statements(whole));
                }
            }),
            { numRuns: Number(process.env['CRMMAP_RUNS'] ?? (start === example ? 5 : 60)) },
        );
    });

    test('is so for a single character anywhere', () => {
        const all = ['x', ' ', '{', '"', '/*', '.', '->', ':', '\n', '#', ',', '`', '*/'];
        for (const [index, written] of all.entries()) {
            for (let at = index; at <= small.length; at += all.length) {
                const before = parser.parse(small);
                const text = small.slice(0, at) + written + small.slice(at);
                const whole = parser.parse(text);
                const anew = parser.parseAnew(text, before);
                expect(JSON.stringify(shown(anew))).toBe(JSON.stringify(shown(whole)));
                // And back again.
                expect(JSON.stringify(shown(parser.parseAnew(small, anew)))).toBe(JSON.stringify(shown(parser.parse(small))));
            }
        }
    });

    test('keeps the nodes of the statements that are not touched, and all that hangs on them', () => {
        const text = Array.from({ length: 60 }, (_, index) => `system s${index} { vendor "V" }`).join('\n');
        const before = parser.parse<Document>(text);
        const nodes = [...before.value.elements];
        const { value } = parser.parseAnew<Document>(text.replace('system s30 {', 'team added\nsystem s30 { external'), before);
        const kept = value.elements.filter((node) => nodes.includes(node));
        expect(kept.length).toBeGreaterThan(45);
        expect(kept.at(-1)?.$cstNode?.range.start).toEqual({ line: 60, character: 0 });
        expect(
            kept.every((node) => AstUtils.findRootNode(node) === value && node.$cstNode?.text.startsWith(`system ${(node as { name?: string }).name} `)),
        ).toBe(true);
    });
});
