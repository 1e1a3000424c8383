import { type AstNode, AstUtils, type CommentProvider, type CstNode, CstUtils, GrammarAST, type LangiumDocument, type References } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { isField, isFlow } from '../generated/ast.ts';
import { kindNames } from '../names.ts';
import { closedLists } from '../vocabulary.ts';
import type { CrmMapLspServices } from './editor-services.ts';
import { factsOf } from './facts.ts';
import { mappingLines } from './field-lines.ts';
import { flowTable } from './flow-table.ts';
import { docText, plainText, safeMarkdown } from './markdown.ts';
import { propertyDoc } from './property-docs.ts';
import { calledIn, clipped, usedByLines } from './usage-words.ts';

const arrows = new Set(['->', '<->', '<-']);
const longestFact = 240;
const longestText = 1200;
const longestDoc = 4000;

/** What is known of the word under the pointer: a thing with its facts and users, a word of a closed list, or a property. */
export class CrmMapHoverProvider implements HoverProvider {
    private readonly services: CrmMapLspServices;
    private readonly references: References;
    private readonly comments: CommentProvider;
    private readonly nameRegexp: RegExp;

    constructor(services: CrmMapLspServices) {
        this.services = services;
        this.references = services.references.References;
        this.comments = services.documentation.CommentProvider;
        this.nameRegexp = services.parser.GrammarConfig.nameRegexp;
    }

    getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const offset = document.textDocument.offsetAt(position);
        const leaf = root && (CstUtils.findDeclarationNodeAtOffset(root, offset, this.nameRegexp) ?? CstUtils.findLeafNodeAtOffset(root, offset));
        if (!leaf) return undefined;
        const thing = arrowOf(leaf) ?? this.references.findDeclarations(leaf)[0];
        const value = thing ? this.cardOf(thing) : (wordMeaning(leaf) ?? keywordMeaning(leaf));
        return value === undefined ? undefined : { contents: { kind: 'markdown', value }, range: leaf.range };
    }

    /** A thing in a few lines of Markdown. */
    cardOf(node: AstNode): string {
        const title = 'title' in node && typeof node.title === 'string' ? ` · ${plainText(clipped(node.title, longestFact))}` : '';
        const head = `**${kindNames[node.$type] ?? 'thing'}** ${plainText(clipped(calledIn(node), longestFact))}${title}`;
        const description = 'description' in node && typeof node.description === 'string' ? plainText(clipped(node.description, longestText)) : '';
        const comment = this.comments.getComment(node);
        const doc = comment?.startsWith('/**') ? safeMarkdown(clipped(docText(comment), longestDoc)) : '';
        return [head, this.factsOf(node), description, doc].filter((part) => part !== '').join('\n\n');
    }

    private factsOf(node: AstNode): string {
        const { Usages, Words } = this.services.editor;
        const lines = factsOf(node)
            .filter(({ label }) => !isFlow(node) || !inTable.has(label))
            .map(({ label, value }) => `- ${label}: ${plainText(clipped(value, longestFact))}`);
        const mapped = isField(node) ? mappingLines(node, Usages) : [];
        const users = Usages.within(node).flatMap(({ user, cst }) => (isField(node) && cst.astNode.$type === 'Mapping' ? [] : [user]));
        const list = [...lines, ...mapped, ...usedByLines(users)].join('\n');
        const table = isFlow(node) ? flowTable(node, (cron) => Words.cron(cron)) : '';
        return [table, list].filter((part) => part !== '').join('\n\n');
    }
}

/** Facts that the table of a flow tells. */
const inTable = new Set(['from', 'to', 'pattern', 'timing', 'timetable', 'via', 'volume']);

/** The flow whose arrow stands under the pointer: a flow without a name has nothing else to point at. */
function arrowOf(leaf: CstNode): AstNode | undefined {
    return arrows.has(leaf.text) && isFlow(leaf.astNode) ? leaf.astNode : undefined;
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
