import { type AstNode, AstUtils, type CommentProvider, GrammarUtils, type LangiumDocument, parseJSDoc, type URI } from 'langium';
import type * as ast from '../../language/generated/ast.ts';
import { isNamed, pathOf } from '../../language/names.ts';
import type { Declared, Life, Living, SourceRange } from './crm-model.ts';
import { lives } from '../../language/vocabulary.ts';
import { idOf, oneOf } from './read-values.ts';

/** A declaration of the text with what all of them take. */
type DeclarationNode = AstNode & {
    title?: string;
    description?: string;
    owner?: ast.System['owner'];
    tags: string[];
    links: ast.Link[];
    notes: string[];
};

/** What the readers of declarations need beside the syntax tree. */
export interface ModelContext {
    readonly comments: CommentProvider;
    /** How the caller names a file. */
    readonly fileName: (uri: URI) => string;
    readonly names: Map<LangiumDocument, string>;
}

export function sourceOf(node: AstNode, context: ModelContext): SourceRange {
    const range = node.$cstNode?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return { file: fileOf(node, context), start: range.start, end: range.end };
}

function fileOf(node: AstNode, context: ModelContext): string {
    const document = AstUtils.getDocument(node);
    let name = context.names.get(document);
    if (name === undefined) {
        name = context.fileName(document.uri);
        context.names.set(document, name);
    }
    return name;
}

function nameSourceOf(node: AstNode, context: ModelContext): SourceRange {
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? GrammarUtils.findNodeForProperty(node.$cstNode, 'title');
    return cst ? { file: fileOf(node, context), start: cst.range.start, end: cst.range.end } : sourceOf(node, context);
}

/**
 * What every declaration has. A declaration without a name, as an anonymous flow, gets the id that is given.
 */
export function declared<K extends string>(kind: K, node: DeclarationNode, context: ModelContext, fallbackId: string): Declared & { kind: K } {
    const id = pathOf(node) ?? fallbackId;
    const name = isNamed(node) ? node.name : id.slice(id.lastIndexOf('.') + 1);
    return {
        kind,
        id,
        name,
        title: node.title || name,
        description: node.description,
        doc: docOf(node, context),
        owner: idOf(node.owner),
        tags: [...node.tags],
        links: node.links.filter((link) => link.url).map((link) => ({ url: link.url, title: link.title })),
        notes: [...node.notes],
        source: sourceOf(node, context),
        nameSource: nameSourceOf(node, context),
    };
}

function docOf(node: AstNode, context: ModelContext): string | undefined {
    const comment = context.comments.getComment(node);
    return comment?.startsWith('/**') ? parseJSDoc(comment).toMarkdown() || undefined : undefined;
}

/** What things have that come and go. */
export function living(node: { life?: string; since?: string; until?: string }): Living {
    return { life: oneOf<Life>(node.life, lives), since: node.since, until: node.until };
}
