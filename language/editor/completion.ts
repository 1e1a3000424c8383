import { type AstNode, CstUtils, type LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver-protocol';
import { isMapping, isView } from '../generated/ast.ts';
import { isOpen } from '../parser/lexer.ts';
import type { Token } from '../parser/tokens.ts';
import { commentSnippets, declarationSnippets } from './completion/declaration-snippets.ts';
import { type Expected, expectedAt } from './completion/expected.ts';
import { importPaths } from './completion/import-paths.ts';
import { keywordItems } from './completion/keywords.ts';
import { numberItems } from './completion/numbers.ts';
import type { Offer, Place } from './completion/place.ts';
import { referenceItems } from './completion/references.ts';
import { isStated, nodeAround } from './completion/stated.ts';
import { dateItems, durationItems, listItems, picklistItems, ruleItems, timetableItems } from './completion/values.ts';
import { alreadyListed, defaultItems, tagItems } from './completion/words-in-use.ts';
import type { CrmMapLspServices } from './editor-services.ts';
import { declarationStart } from './statement-start.ts';

/** A path in front of the cursor, as far as it is typed. */
const typedPath = /(?:(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*|`[^`\r\n]*`)\.)*(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*|`[^`\r\n]*)?$/u;
/** No further around the cursor does it look for words: a line may be as long as a file. */
const longestLook = 1000;
const restOfWord = /^[\p{L}\p{N}\p{M}_-]*`?/u;
/** Characters that open a value in quotes or a path; without a value of that kind they ask for nothing. */
const quiet = new Set(['"', '/', '(']);

/**
 * Offers what the grammar can read at the cursor, and nothing else: properties of the declaration around it that it does not state yet,
 * words of closed lists with their meaning, and the names of things that fit. Where a new name is asked for, it offers nothing.
 */
export class CrmMapCompletionProvider implements CompletionProvider {
    readonly completionOptions = { triggerCharacters: ['.', '`', '"', '/', '('] };
    private readonly services: CrmMapLspServices;

    constructor(services: CrmMapLspServices) {
        this.services = services;
    }

    async getCompletion(document: LangiumDocument, { position, context }: CompletionParams): Promise<CompletionList> {
        const text = document.textDocument.getText();
        const offset = document.textDocument.offsetAt(position);
        const paths = importPaths(document, offset, this.services.shared);
        if (paths) return { isIncomplete: false, items: await paths };
        const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
        const place = placeAt(document, offset, line);
        const begin = declarationStart(document, place.start);
        const inside = this.inTextOrComment(begin, line, place);
        if (inside) return { isIncomplete: false, items: inside };
        const byTrigger = context?.triggerCharacter;
        if (byTrigger !== undefined && quiet.has(byTrigger) && byTrigger !== '(') return { isIncomplete: false, items: [] };
        return this.offersAt(begin, place, byTrigger === '(');
    }

    private offersAt(begin: number, place: Place, namesOnly: boolean): CompletionList {
        const parser = this.services.parser.CrmMapParser;
        const { Client } = this.services.editor;
        const items = new Map<string, CompletionItem>();
        let isIncomplete = false;
        for (const expected of expectedAt(parser.endOf(place.text.slice(begin, place.start)), parser.lookahead)) {
            if (namesOnly && expected.kind !== 'reference') continue;
            // A flow or a way begins a line: behind other words its ends would only be in the way of what goes on there.
            if (expected.kind === 'reference' && expected.first && !place.startsLine) continue;
            const offer = this.offerOf(expected, place);
            isIncomplete ||= offer.isIncomplete === true;
            const listed = 'property' in expected ? alreadyListed(expected.owner, expected.property, place) : new Set<string>();
            for (const item of offer.items) {
                if (listed.has(item.label)) continue;
                const key = `${item.label}\n${item.labelDetails?.description ?? ''}`;
                if (!items.has(key)) items.set(key, item);
            }
        }
        if (Client.snippets && place.startsLine && place.endsLine && !namesOnly && place.typed !== '') {
            for (const item of commentSnippets('doc', place)) items.set(item.label, item);
        }
        return { isIncomplete, items: [...items.values()] };
    }

    private offerOf(expected: Expected, place: Place): Offer {
        const { Client, Words } = this.services.editor;
        const path = place.typed.includes('.');
        switch (expected.kind) {
            case 'keyword':
                return { items: path || isStated(expected, place.around, place.start) ? [] : keywordItems(this.services, expected, place) };
            case 'list':
                if (isAxis(expected) && viewKind(place) !== 'matrix') return { items: [] };
                return { items: listItems(expected.words, expected.called, expected.property, place, Client.snippets && place.endsLine) };
            case 'reference':
                return referenceItems(this.services, expected, place);
            case 'text':
                if (expected.owner === 'ValuePair') return { items: this.picklistValues(expected.property, place) };
                return { items: expected.property === 'cron' && place.typed === '' ? timetableItems(place, true) : [] };
            case 'duration':
                return { items: durationItems(expected.property, place) };
            case 'date':
                return { items: expected.property === 'value' ? [] : dateItems(place, Client.snippets) };
            case 'number':
                return { items: numberItems(expected.owner, expected.property, place, Client.snippets && place.endsLine) };
            case 'word':
                return { items: this.words(expected, place, Words.rules) };
            case 'label':
                return { items: Client.snippets && place.startsLine && !path ? this.fieldSnippets(expected.owner, place) : [] };
        }
    }

    private words(
        { owner, property }: { readonly owner: string; readonly property: string },
        place: Place,
        rules: Readonly<Record<string, string>>,
    ): CompletionItem[] {
        if (owner === 'RuleSetting' && property === 'rule') return ruleItems(rules, place.range);
        if (owner === 'FieldModifier' && property === 'value') return defaultItems(place);
        return property === 'tags' || property === 'tag' ? tagItems(this.services.references.ImportGraph, place) : [];
    }

    private picklistValues(property: string, place: Place): CompletionItem[] {
        const mapping = nodeAround(place.around, 'Mapping');
        return isMapping(mapping) ? picklistItems(mapping, property, place) : [];
    }

    private fieldSnippets(owner: string, place: Place): CompletionItem[] {
        return ['field', 'picklist'].flatMap((prefix) => declarationSnippets(prefix, owner, place, () => []));
    }

    /** What is offered in a text or a comment: timetables and codes of rules, or nothing; undefined where the cursor is in neither. */
    private inTextOrComment(begin: number, line: string, place: Place): CompletionItem[] | undefined {
        const before = place.text.slice(begin, place.start);
        const { tokens, hidden, errors } = this.services.parser.Lexer.tokenize(before);
        const last = tokens.at(-1) as Token | undefined;
        if (last?.tokenType.name === 'STRING' && isOpen(last.image, '"') && last.endOffset + 1 === before.length) {
            return tokens.at(-2)?.image === 'scheduled' ? this.timetables(begin + last.startOffset + 1, place) : [];
        }
        const comment = hidden.at(-1);
        if (comment?.image.startsWith('//') && comment.startOffset + comment.image.length === before.length) return this.inComment(line, place);
        return errors.some(({ message, offset }) => message.startsWith('This comment') && !/\n[^\S\n]*\n/.test(before.slice(offset))) ? [] : undefined;
    }

    private timetables(from: number, { document, text }: Place): CompletionItem[] {
        const length = /^[^"\r\n]*/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
        const range = { start: document.textDocument.positionAt(from), end: document.textDocument.positionAt(from + length) };
        return timetableItems({ range }, false);
    }

    private inComment(line: string, place: Place): CompletionItem[] {
        if (/\/\/\s*crmmap-ignore\s+(?:[A-Z]{3}\d{3}\s*,\s*)*\w*$/.test(line)) return ruleItems(this.services.editor.Words.rules, place.range);
        if (!/^\s*\/\/\s*[\w-]+$/.test(line) || !'crmmap-ignore'.startsWith(place.typed) || !this.services.editor.Client.snippets) return [];
        const { character } = place.range.start;
        const slashes = line.indexOf('//');
        const range = { ...place.range, start: { ...place.range.start, character: character - (line.length - place.typed.length - slashes) } };
        return commentSnippets('crmmap-ignore', { range }).map((item) => ({
            ...item,
            filterText: line.slice(slashes, line.length - place.typed.length) + item.label,
        }));
    }
}

/** @param line the line of the place, up to it */
function placeAt(document: LangiumDocument, offset: number, line: string): Place {
    const { textDocument } = document;
    const text = textDocument.getText();
    const typed = typedPath.exec(line.slice(-longestLook))?.[0] ?? '';
    const start = offset - typed.length;
    const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + longestLook))?.[0] ?? '';
    const word = restOfWord.exec(rest)?.[0].length ?? 0;
    return {
        document,
        text,
        typed,
        start,
        range: { start: textDocument.positionAt(start), end: textDocument.positionAt(offset + word) },
        around: leafBefore(document, start) ?? document.parseResult.value,
        startsLine: /(?:^|[{}])\s*$/.test(line.slice(0, line.length - typed.length).slice(-longestLook)),
        endsLine: /^\s*(?:\}|\/\/|$)/.test(rest.slice(word)),
    };
}

/** Whether the rows or columns of a matrix are asked for. */
function isAxis(expected: Expected & { readonly kind: 'list' }): boolean {
    return expected.owner === 'View' && (expected.property === 'rows' || expected.property === 'columns');
}

function viewKind({ around }: Place): string | undefined {
    const view = nodeAround(around, 'View');
    return isView(view) ? view.kind : undefined;
}

/** The node of the tree that the text in front of the cursor belongs to. */
function leafBefore(document: LangiumDocument, offset: number): AstNode | undefined {
    const root = document.parseResult.value.$cstNode;
    const before = document.textDocument.getText().slice(0, offset).trimEnd().length;
    const leaf = root && before > 0 ? CstUtils.findLeafNodeAtOffset(root, before - 1) : undefined;
    return leaf?.text === '}' ? leaf.astNode.$container : leaf?.astNode;
}
