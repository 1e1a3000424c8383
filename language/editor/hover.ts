import { type AstNode, AstUtils, type CommentProvider, type CstNode, CstUtils, GrammarAST, type LangiumDocument, type References } from 'langium';
import type { HoverProvider, LangiumServices } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { isNamed, kindNames, pathOf } from '../names.ts';
import { closedLists } from '../vocabulary.ts';
import { factsOf } from './facts.ts';
import { docText, plainText, safeMarkdown } from './markdown.ts';
import { propertyDoc } from './property-docs.ts';

/** What is known of the word under the pointer: a thing with its facts, a word of a closed list, or a property. */
export class CrmMapHoverProvider implements HoverProvider {
    private readonly references: References;
    private readonly comments: CommentProvider;
    private readonly nameRegexp: RegExp;

    constructor(services: LangiumServices) {
        this.references = services.references.References;
        this.comments = services.documentation.CommentProvider;
        this.nameRegexp = services.parser.GrammarConfig.nameRegexp;
    }

    getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), this.nameRegexp);
        if (!leaf) return undefined;
        const [thing] = this.references.findDeclarations(leaf);
        const value = thing ? this.cardOf(thing) : (wordMeaning(leaf) ?? keywordMeaning(leaf));
        return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: leaf.range };
    }

    /** A thing in a few lines of Markdown. */
    cardOf(node: AstNode): string {
        const title = 'title' in node && typeof node.title === 'string' ? node.title : undefined;
        const name = plainText(pathOf(node) ?? (isNamed(node) ? node.name : ''));
        const head = `**${kindNames[node.$type] ?? 'thing'}** ${name}${title === undefined ? '' : ` · ${plainText(title)}`}`;
        const facts = factsOf(node)
            .map(({ label, value }) => `- ${label}: ${plainText(value)}`)
            .join('\n');
        const description = 'description' in node && typeof node.description === 'string' ? plainText(node.description) : '';
        const comment = this.comments.getComment(node);
        const doc = comment?.startsWith('/**') ? safeMarkdown(docText(comment)) : '';
        return [head, facts, description, doc].filter((part) => part !== '').join('\n\n');
    }
}

function wordMeaning(leaf: CstNode): string | undefined {
    const node = leaf.astNode;
    const feature = featureOf(leaf);
    const list = closedLists.find(([type, property]) => type === node.$type && property === feature);
    const meaning = list && Object.hasOwn(list[2], leaf.text) ? list[2][leaf.text] : undefined;
    return meaning === undefined ? undefined : `**${plainText(leaf.text)}** · ${list?.[3]}\n\n${plainText(meaning)}`;
}

function keywordMeaning(leaf: CstNode): string | undefined {
    if (!GrammarAST.isKeyword(leaf.grammarSource)) return undefined;
    const doc = propertyDoc(leaf.astNode.$type, leaf.grammarSource.value);
    return doc === undefined ? undefined : `**${plainText(leaf.grammarSource.value)}**\n\n${plainText(doc)}`;
}

/** The property that a word is a value of. */
function featureOf(leaf: CstNode): string | undefined {
    for (let cst: CstNode | undefined = leaf; cst && cst.astNode === leaf.astNode; cst = cst.container) {
        const assignment = AstUtils.getContainerOfType(cst.grammarSource, GrammarAST.isAssignment);
        if (assignment) return assignment.feature;
    }
    return undefined;
}
