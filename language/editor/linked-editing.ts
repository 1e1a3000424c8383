import { AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver-protocol';
import type { Range } from 'vscode-languageserver-types';
import { nameRangeOf, thingAt } from './pointer.ts';

const plainWord = String.raw`[\p{L}\p{N}\p{M}_-]+`;
const inBackticks = '[^`\\r\\n]+';

/**
 * The places that change together while a name is typed over: the declaration and all that names it, where they stand in one file. A
 * thing that another file names as well is for renaming, and so is one that is written in different ways, with backticks and without.
 */
export class CrmMapLinkedEditing {
    private readonly services: LangiumServices;

    constructor(services: LangiumServices) {
        this.services = services;
    }

    getLinkedEditingRanges(document: LangiumDocument, { position }: LinkedEditingRangeParams): LinkedEditingRanges | undefined {
        const thing = thingAt(this.services, document, position);
        if (!thing || !UriUtils.equals(AstUtils.getDocument(thing.node).uri, document.uri)) return undefined;
        const uses = this.services.references.References.findReferences(thing.node, { includeDeclaration: false }).toArray();
        const declared = nameRangeOf(thing.node);
        if (!declared || uses.length === 0 || uses.some(({ sourceUri }) => !UriUtils.equals(sourceUri, document.uri))) return undefined;
        const ranges = [declared, ...uses.map(({ segment }) => segment.range)];
        const written = thing.leaf.text;
        if (ranges.some((range) => document.textDocument.getText(range) !== written)) return undefined;
        if (!written.startsWith('`')) return { ranges, wordPattern: plainWord };
        return written.length > 1 && written.endsWith('`') ? { ranges: ranges.map(within), wordPattern: inBackticks } : undefined;
    }
}

/** A range without its first and its last character. */
function within({ start, end }: Range): Range {
    return { start: { line: start.line, character: start.character + 1 }, end: { line: end.line, character: end.character - 1 } };
}
