import { type AstNode, AstUtils, type CstNode, GrammarUtils, type LangiumDocument, type URI } from 'langium';
import type { LangiumServices, SemanticTokenProvider } from 'langium/lsp';
import type {
    Range,
    SemanticTokens,
    SemanticTokensDelta,
    SemanticTokensDeltaParams,
    SemanticTokensOptions,
    SemanticTokensParams,
    SemanticTokensRangeParams,
} from 'vscode-languageserver-protocol';
import { isNamed } from '../names.ts';
import { partsOf } from '../references.ts';
import { closedLists, type Vocabulary } from '../vocabulary.ts';
import { modifiersOf, type TokenModifier, tokenModifiers, type TokenType, tokenTypes, typeByKind } from './token-kinds.ts';

interface Token {
    readonly cst: CstNode;
    readonly type: TokenType;
    readonly modifiers: readonly TokenModifier[];
}

const listsByType: ReadonlyMap<string, readonly (readonly [property: string, words: Vocabulary])[]> = listsOfTypes();

/**
 * Colours the names of things by their kind, where they are declared and where they are named, and the words of closed lists. The rest
 * is left to the TextMate grammar, which cannot know that a word such as `owner` is a name here.
 */
export class CrmMapSemanticTokens implements SemanticTokenProvider {
    readonly tokenTypes = Object.fromEntries(tokenTypes.map((type, index) => [type, index]));
    readonly tokenModifiers = Object.fromEntries(tokenModifiers.map((modifier, index) => [modifier, 1 << index]));
    readonly semanticTokensOptions: SemanticTokensOptions = {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
    };
    /** What was sent last of each open file, so that the next answer need only say what is new. */
    private readonly sent = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
    private lastId = 0;

    constructor({ shared }: LangiumServices) {
        shared.workspace.TextDocuments.onDidClose(({ document }) => this.sent.delete(document.uri));
    }

    semanticHighlight(document: LangiumDocument, _params: SemanticTokensParams): SemanticTokens {
        const data = dataOf(document);
        return { resultId: this.remember(document.uri, data), data };
    }

    semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
        return { data: dataOf(document, range) };
    }

    semanticHighlightDelta(document: LangiumDocument, { previousResultId }: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta {
        const before = this.sent.get(document.uri.toString());
        const data = dataOf(document);
        const resultId = this.remember(document.uri, data);
        return before?.resultId === previousResultId ? { resultId, edits: editsBetween(before.data, data) } : { resultId, data };
    }

    private remember(uri: URI, data: readonly number[]): string {
        this.lastId += 1;
        const resultId = String(this.lastId);
        this.sent.set(uri.toString(), { resultId, data });
        return resultId;
    }
}

/** The tokens of a document as the protocol has them: five numbers each, places relative to the token before. */
function dataOf(document: LangiumDocument, range?: Range): number[] {
    const tokens = AstUtils.streamAst(document.parseResult.value, { range })
        .flatMap((node) => [...nameTokens(node), ...referenceTokens(node), ...listTokens(node), ...tagTokens(node)])
        .filter(({ cst }) => !range || (cst.range.end.line >= range.start.line && cst.range.start.line <= range.end.line))
        .toArray()
        .sort((a, b) => a.cst.offset - b.cst.offset);
    const data: number[] = [];
    let line = 0;
    let character = 0;
    let end = 0;
    for (const { cst, type, modifiers } of tokens) {
        if (cst.offset < end) continue;
        const { start } = cst.range;
        const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
        data.push(start.line - line, start.line === line ? start.character - character : start.character, cst.length, tokenTypes.indexOf(type), bits);
        ({ line, character } = start);
        end = cst.end;
    }
    return data;
}

function nameTokens(node: AstNode): Token[] {
    const type = typeByKind[node.$type];
    const cst = type && isNamed(node) ? GrammarUtils.findNodeForProperty(node.$cstNode, 'name') : undefined;
    return type && cst ? [{ cst, type, modifiers: ['declaration', ...modifiersOf(node)] }] : [];
}

function referenceTokens(node: AstNode): Token[] {
    return AstUtils.streamReferences(node)
        .flatMap(({ reference }) => ('ref' in reference ? partsOf(reference) : []))
        .flatMap(({ cst, node: thing }) => {
            const type = typeByKind[thing.$type];
            return type ? [{ cst, type, modifiers: modifiersOf(thing) }] : [];
        })
        .toArray();
}

function listTokens(node: AstNode): Token[] {
    return (listsByType.get(node.$type) ?? []).flatMap(([property, words]) =>
        GrammarUtils.findNodesForProperty(node.$cstNode, property)
            .filter(({ text }) => Object.hasOwn(words, text))
            .map((cst) => ({ cst, type: node.$type === 'FieldType' ? ('type' as const) : ('enumMember' as const), modifiers: [] })),
    );
}

function tagTokens(node: AstNode): Token[] {
    const property = node.$type === 'TagSelector' ? 'tag' : 'tags';
    return property in node ? GrammarUtils.findNodesForProperty(node.$cstNode, property).map((cst) => ({ cst, type: 'decorator', modifiers: [] })) : [];
}

/** The one edit that leads from one list of numbers to another: what they share at their beginning and at their end stays. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start]) start += 1;
    let end = 0;
    while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
    const deleteCount = before.length - end - start;
    return deleteCount === 0 && before.length === after.length ? [] : [{ start, deleteCount, data: after.slice(start, after.length - end) }];
}

function listsOfTypes(): Map<string, (readonly [string, Vocabulary])[]> {
    const lists = new Map<string, (readonly [string, Vocabulary])[]>();
    for (const [type, property, words] of closedLists) lists.set(type, [...(lists.get(type) ?? []), [property, words]]);
    return lists;
}
