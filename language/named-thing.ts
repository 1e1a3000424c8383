import { type AstNode, type AstNodeDescription, CstUtils, type DocumentSegment, GrammarUtils, type URI } from 'langium';

/** A declaration as the index has it. It holds as long as its node; where that stands is looked up when somebody asks, as edits move it. */
export class NamedThing implements AstNodeDescription {
    readonly node: AstNode;
    readonly name: string;
    readonly type: string;
    readonly documentUri: URI;

    constructor(node: AstNode, name: string, documentUri: URI) {
        this.node = node;
        this.name = name;
        this.type = node.$type;
        this.documentUri = documentUri;
    }

    /** The path in the tree of its file, as Langium's locator writes it. */
    get path(): string {
        const { $container, $containerProperty, $containerIndex } = this.node;
        if (!$container) return '';
        const holder = new NamedThing($container, '', this.documentUri);
        return `${holder.path}/${$containerProperty}${$containerIndex === undefined ? '' : `@${$containerIndex}`}`;
    }

    get nameSegment(): DocumentSegment | undefined {
        return CstUtils.toDocumentSegment(GrammarUtils.findNodeForProperty(this.node.$cstNode, 'name') ?? this.node.$cstNode);
    }

    get selectionSegment(): DocumentSegment | undefined {
        return CstUtils.toDocumentSegment(this.node.$cstNode);
    }
}

/** A thing under another name. */
export function renamed(description: AstNodeDescription, name: string): AstNodeDescription {
    const { node, documentUri } = description;
    return node ? new NamedThing(node, name, documentUri) : { ...description, name };
}
