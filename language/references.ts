import {
    type AstNode,
    AstUtils,
    type CstNode,
    CstUtils,
    DefaultReferences,
    type FindReferencesOptions,
    type LangiumDocuments,
    type LeafCstNode,
    type MultiReference,
    type Reference,
    type ReferenceDescription,
    type ReferenceInfo,
    type Stream,
    stream,
    UriUtils,
} from 'langium';
import type { CrmMapServices } from './module.ts';
import { holderOf, isNamed, normalPath } from './names.ts';

/** One part of a path in the text, such as `Contact` in `crm.Contact.Email`, with what it means. */
export interface PathPart {
    readonly cst: LeafCstNode;
    readonly node: AstNode;
}

/** Declarations and references by the parts of paths: in `crm.Contact.Email`, each of the three words refers to a thing of its own. */
export class CrmMapReferences extends DefaultReferences {
    private readonly services: CrmMapServices;
    private readonly allDocuments: LangiumDocuments;

    constructor(services: CrmMapServices) {
        super(services);
        this.services = services;
        this.allDocuments = services.shared.workspace.LangiumDocuments;
    }

    override findDeclarations(source: CstNode): AstNode[] {
        const node = source.astNode;
        for (const info of AstUtils.streamReferences(node)) {
            const part = this.knownParts(info).find(({ cst }) => cst === source);
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
                for (const { cst, node } of this.partsAt(reference, target)) {
                    if (node === target) found.push(this.describe(reference.$refNode?.astNode ?? node, cst, target));
                }
            }
        }
        return stream(found);
    }

    /** The parts of a path that may name a thing; those of a path to something else are not looked at. */
    private partsAt(reference: Reference | MultiReference, target: AstNode): PathPart[] {
        if (!('ref' in reference)) return [];
        if (reference.ref) return isWithin(reference.ref, target) ? partsOf(reference) : [];
        const container = reference.$refText.includes('.') ? reference.$refNode?.astNode : undefined;
        const info = container && AstUtils.streamReferences(container).find((candidate) => candidate.reference === reference);
        return info ? this.knownParts(info) : [];
    }

    /** The parts of a path; where its end is unknown, those before it that are known. */
    private knownParts(info: ReferenceInfo): PathPart[] {
        const { reference } = info;
        if (!('ref' in reference) || reference.ref) return 'ref' in reference ? partsOf(reference) : [];
        const leaves = leavesOf(reference);
        for (let length = leaves.length - 1; length > 0; length -= 1) {
            const beginning = leaves.slice(0, length);
            const name = normalPath(beginning.map(({ text }) => text).join('.'));
            const node = this.services.references.ScopeProvider.anyScope(info).getElement(name)?.node;
            if (node) return partsOfLeaves(beginning, node);
        }
        return [];
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
    return target ? partsOfLeaves(leavesOf(reference), target) : [];
}

function leavesOf({ $refNode }: Reference): LeafCstNode[] {
    if (!$refNode) return [];
    return CstUtils.flattenCst($refNode)
        .filter((leaf) => !leaf.hidden && leaf.text !== '.')
        .toArray();
}

function partsOfLeaves(leaves: readonly LeafCstNode[], target: AstNode): PathPart[] {
    return alongPath(leaves, target) ?? throughStages(leaves, target);
}

/** The parts where each but the first names what its own path goes through. */
function alongPath(leaves: readonly LeafCstNode[], target: AstNode): PathPart[] | undefined {
    const parts: PathPart[] = [];
    let node: AstNode | undefined = target;
    for (const cst of leaves.toReversed()) {
        if (!node || !isWrittenAs(node, cst.text)) return undefined;
        parts.push({ cst, node });
        node = holderOf(node);
    }
    return parts.reverse();
}

/** The parts where some name a stage or a touchpoint around the target, which its own path leaves out. */
function throughStages(leaves: readonly LeafCstNode[], target: AstNode): PathPart[] {
    const parts: PathPart[] = [];
    let node: AstNode | undefined = target;
    for (const cst of leaves.toReversed()) {
        while (node && !isWrittenAs(node, cst.text)) node = node.$container;
        if (!node) return [];
        parts.push({ cst, node });
        node = node.$container;
    }
    return parts.reverse();
}

function isWrittenAs(node: AstNode, written: string): boolean {
    return isNamed(node) && node.name === written.replaceAll('`', '');
}

function isWithin(node: AstNode, holder: AstNode): boolean {
    for (let around: AstNode | undefined = node; around; around = around.$container) if (around === holder) return true;
    return false;
}
