import { type AstNode, AstUtils, type CommentProvider, CstUtils, type LangiumDocument } from 'langium';
import type { CompletionProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import { type CompletionItem, CompletionItemKind, type CompletionList, type CompletionParams, type Range } from 'vscode-languageserver-protocol';
import { type Document, isImport } from '../generated/ast.ts';
import type { CrmMapAddedServices } from '../module.ts';
import { kindNames } from '../names.ts';
import type { CrmMapLexer } from '../parser/lexer.ts';
import { isOpen } from '../parser/lexer.ts';
import type { Token } from '../parser/tokens.ts';
import { relativePath } from '../relative-path.ts';
import { docText, safeMarkdown } from './markdown.ts';
import { propertyDoc } from './property-docs.ts';
import { expectedAt, type Expected } from './expected.ts';

/** A path in front of the cursor, as far as it is typed. */
const typedPath = /(?:(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*|`[^`\r\n]*`)\.)*(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*|`[^`\r\n]*)?$/u;
const restOfWord = /^[\p{L}\p{N}\p{M}_-]*`?/u;

/**
 * Offers what the grammar can read at the cursor, and nothing else: properties of the declaration around it, words of closed lists with
 * their meaning, and the names of things that fit. Where a new name is asked for, it offers nothing.
 */
export class CrmMapCompletionProvider implements CompletionProvider {
    readonly completionOptions = { triggerCharacters: ['.', '`', '"', '/'] };
    private readonly services: LangiumServices & CrmMapAddedServices;
    private readonly comments: CommentProvider;
    private readonly kinds: NodeKindProvider;

    constructor(services: LangiumServices & CrmMapAddedServices) {
        this.services = services;
        this.comments = services.documentation.CommentProvider;
        this.kinds = services.shared.lsp.NodeKindProvider;
    }

    getCompletion(document: LangiumDocument, { position, context }: CompletionParams): CompletionList {
        const text = document.textDocument.getText();
        const offset = document.textDocument.offsetAt(position);
        const before = text.slice(0, offset);
        const file = this.importPaths(document, before, offset);
        if (file) return { isIncomplete: false, items: file };
        const typed = typedPath.exec(before)?.[0] ?? '';
        const start = offset - typed.length;
        if (this.isQuiet(text.slice(0, start)) || (context?.triggerCharacter !== undefined && ['"', '/'].includes(context.triggerCharacter)))
            return { isIncomplete: false, items: [] };
        const range = {
            start: document.textDocument.positionAt(start),
            end: document.textDocument.positionAt(offset + (restOfWord.exec(text.slice(offset))?.[0].length ?? 0)),
        };
        const end = this.services.parser.CrmMapParser.endOf(text.slice(0, start));
        const leaf = leafBefore(document, start);
        const items = new Map<string, CompletionItem>();
        for (const expected of expectedAt(end, this.services.parser.CrmMapParser.lookahead)) {
            for (const item of this.itemsOf(expected, leaf ?? document.parseResult.value, typed, range))
                if (!items.has(item.label)) items.set(item.label, item);
        }
        return { isIncomplete: false, items: [...items.values()] };
    }

    private itemsOf(expected: Expected, around: AstNode, typed: string, range: Range): CompletionItem[] {
        switch (expected.kind) {
            case 'keyword':
                return typed.includes('.') ? [] : [this.keyword(expected.type, expected.words, range)];
            case 'list':
                return Object.entries(expected.words).map(([word, meaning], index) => ({
                    label: word,
                    kind: CompletionItemKind.EnumMember,
                    detail: meaning,
                    sortText: `0${String(index).padStart(3, '0')}`,
                    textEdit: { range, newText: word },
                }));
            case 'reference':
                return this.references(expected, containerFor(expected, around), typed, range);
        }
    }

    private keyword(type: string, words: readonly string[], range: Range): CompletionItem {
        const label = words.join(' ');
        const doc = propertyDoc(type, words[0] ?? '');
        return {
            label,
            kind: CompletionItemKind.Property,
            ...(doc !== undefined && { documentation: { kind: 'markdown' as const, value: doc } }),
            sortText: `1${label}`,
            textEdit: { range, newText: label },
        };
    }

    private references({ target, property, first }: Expected & { kind: 'reference' }, container: AstNode, typed: string, range: Range): CompletionItem[] {
        const scope = this.services.references.ScopeProvider.scopeOf(target, container, property);
        return scope
            .getAllElements()
            .map((description): CompletionItem => {
                const node = description.node;
                const title = node && 'title' in node && typeof node.title === 'string' ? node.title : undefined;
                const comment = node && this.comments.getComment(node);
                const depth = description.name.split('.').length;
                return {
                    label: description.name,
                    kind: this.kinds.getCompletionItemKind({ type: description.type } as never),
                    detail: [kindNames[description.type], title].filter((part) => part !== undefined).join(' · '),
                    ...(comment?.startsWith('/**') && { documentation: { kind: 'markdown' as const, value: safeMarkdown(docText(comment)) } }),
                    sortText: `${first ? '2' : '0'}${depth}${description.name}`,
                    filterText: description.name,
                    textEdit: { range, newText: description.name },
                };
            })
            .filter(({ label }) => !typed.includes('.') || label.includes('.'))
            .toArray();
    }

    /** The other files of the workspace, inside the quotes of an import. */
    private importPaths(document: LangiumDocument, before: string, offset: number): CompletionItem[] | undefined {
        const open = /(?:^|\s)import\s+"([^"\r\n]*)$/.exec(before);
        if (!open) return undefined;
        const typed = open[1] ?? '';
        const rest = /^[^"\r\n]*/.exec(document.textDocument.getText().slice(offset))?.[0].length ?? 0;
        const range = { start: document.textDocument.positionAt(offset - typed.length), end: document.textDocument.positionAt(offset + rest) };
        const root = document.parseResult.value as Document;
        const own = new Set(root.imports.filter(isImport).map(({ path }) => path));
        return this.services.shared.workspace.LangiumDocuments.all
            .filter((other) => other !== document && other.uri.scheme === document.uri.scheme)
            .map((other) => relativePath(document.uri, other.uri))
            .filter((path) => path === typed || !own.has(path))
            .map((path) => ({ label: path, kind: CompletionItemKind.File, textEdit: { range, newText: path } }))
            .toArray();
    }

    /** Whether the cursor stands in a text or a comment. */
    private isQuiet(before: string): boolean {
        const { tokens, hidden, errors } = (this.services.parser.Lexer as CrmMapLexer).tokenize(before);
        const last = tokens.at(-1) as Token | undefined;
        const line = hidden.at(-1);
        if (last?.tokenType.name === 'STRING' && isOpen(last.image, '"') && last.endOffset + 1 === before.length) return true;
        if (line?.image.startsWith('//') && line.startOffset + line.image.length === before.length) return true;
        return errors.some(({ message, offset }) => message.startsWith('This comment') && !/\n[^\S\n]*\n/.test(before.slice(offset)));
    }
}

/** The node of the tree that the text in front of the cursor belongs to. */
function leafBefore(document: LangiumDocument, offset: number): AstNode | undefined {
    const root = document.parseResult.value.$cstNode;
    const before = document.textDocument.getText().slice(0, offset).trimEnd().length;
    const leaf = root && before > 0 ? CstUtils.findLeafNodeAtOffset(root, before - 1) : undefined;
    return leaf?.text === '}' ? leaf.astNode.$container : leaf?.astNode;
}

/** A node of the type that would hold the reference: one around the cursor, or one that is not there yet. */
function containerFor({ owner, first }: Expected & { kind: 'reference' }, around: AstNode): AstNode {
    if (owner === 'Flow' && first) return AstUtils.findRootNode(around);
    for (let node: AstNode | undefined = around; node; node = node.$container) if (node.$type === owner) return node;
    return { $type: owner, $container: around } as AstNode;
}
