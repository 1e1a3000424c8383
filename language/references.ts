import {
    type AstNode,
    AstUtils,
    type CstNode,
    CstUtils,
    DefaultReferences,
    type FindReferencesOptions,
    type LangiumDocuments,
    type LeafCstNode,
    type Reference,
    type ReferenceDescription,
    type Stream,
    stream,
    UriUtils,
} from 'langium';
import type { CrmMapServices } from './module.ts';
import { holderOf, isNamed } from './names.ts';

/** One part of a path in the text, such as `Contact` in `crm.Contact.Email`, with what it means. */
export interface PathPart {
    readonly cst: LeafCstNode;
    readonly node: AstNode;
}

/** Declarations and references by the parts of paths: in `crm.Contact.Email`, each of the three words refers to a thing of its own. */
export class CrmMapReferences extends DefaultReferences {
    private readonly allDocuments: LangiumDocuments;

    constructor(services: CrmMapServices) {
        super(services);
        this.allDocuments = services.shared.workspace.LangiumDocuments;
    }

    override findDeclarations(source: CstNode): AstNode[] {
        const node = source.astNode;
        for (const { reference } of AstUtils.streamReferences(node)) {
            const part = 'ref' in reference ? partsOf(reference).find(({ cst }) => cst === source) : undefined;
            if (part) return [part.node];
        }
        const name = this.nameProvider.getNameNode(node);
        return name && (name === source || CstUtils.isChildNode(source, name)) ? [node] : [];
    }

    override findReferences(target: AstNode, { documentUri, includeDeclaration }: FindReferencesOptions): Stream<ReferenceDescription> {
        const found = includeDeclaration
            ? this.getSelfReferences(target).filter(({ sourceUri }) => !documentUri || UriUtils.equals(sourceUri, documentUri))
            : [];
        for (const document of this.allDocuments.all) {
            if (documentUri && !UriUtils.equals(document.uri, documentUri)) continue;
            for (const reference of document.references) {
                for (const { cst, node } of 'ref' in reference ? partsOf(reference) : []) {
                    if (node === target) found.push(this.describe(reference.$refNode?.astNode ?? node, cst, target));
                }
            }
        }
        return stream(found);
    }

    private describe(source: AstNode, cst: CstNode, target: AstNode): ReferenceDescription {
        const sourceUri = AstUtils.getDocument(source).uri;
        const targetUri = AstUtils.getDocument(target).uri;
        return {
            sourceUri,
            sourcePath: this.nodeLocator.getAstNodePath(source),
            targetUri,
            targetPath: this.nodeLocator.getAstNodePath(target),
            segment: { range: cst.range, offset: cst.offset, end: cst.end, length: cst.length },
            local: UriUtils.equals(sourceUri, targetUri),
        };
    }
}

/** The parts of a reference's path; the last one is the target, those before are what holds it. */
export function partsOf(reference: Reference): PathPart[] {
    const target = reference.ref;
    if (!target || !reference.$refNode) return [];
    const leaves = CstUtils.flattenCst(reference.$refNode)
        .filter((leaf) => !leaf.hidden && leaf.text !== '.')
        .toArray();
    const whole = leaves.length > depthOf(target);
    const parts: PathPart[] = [];
    let node: AstNode | undefined = target;
    for (let leaf = leaves.pop(); node && leaf; leaf = leaves.pop()) {
        parts.push({ cst: leaf, node });
        const outer = leaves.at(-1);
        node = whole && outer ? (containerNamed(node, outer.text) ?? holderOf(node)) : holderOf(node);
    }
    return parts.reverse();
}

/** How many parts the path of a thing has. */
function depthOf(node: AstNode): number {
    const holder = holderOf(node);
    return holder ? depthOf(holder) + 1 : 1;
}

/** What a thing stands in, whether its path goes through it or not. */
function containerNamed(node: AstNode, written: string): AstNode | undefined {
    for (let around = node.$container; around; around = around.$container) {
        if (isNamed(around) && around.name === written.replaceAll('`', '')) return around;
    }
    return undefined;
}
