import {
    type AstNode,
    AstUtils,
    type CstNode,
    DocumentState,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type Reference,
    WorkspaceCache,
} from 'langium';
import { type Flow, isFlow } from '../generated/ast.ts';
import { kindOrder } from '../names.ts';

/** One place where a thing is named. */
export interface Usage {
    /** The declaration that names it: the nearest one around the reference. */
    readonly user: AstNode;
    readonly reference: Reference;
    readonly cst: CstNode;
    readonly document: LangiumDocument;
}

/** All usages, in the order of files and texts, and by what they name. */
interface Collected {
    readonly all: readonly Usage[];
    readonly byTarget: ReadonlyMap<AstNode, readonly Usage[]>;
}

/** Flows at a thing: those that bring data, and those that take some away. */
export interface FlowsAt {
    readonly into: readonly Usage[];
    readonly outOf: readonly Usage[];
}

const kinds = new Set([...kindOrder, 'MapInfo']);

/** Who names what, over all files of the workspace; counted once for a state of the texts. */
export class Usages {
    private readonly services: LangiumSharedCoreServices;
    private readonly cache: WorkspaceCache<'all', Collected>;

    constructor(services: LangiumSharedCoreServices) {
        this.services = services;
        this.cache = new WorkspaceCache(services, DocumentState.Linked);
    }

    /** Where a thing itself is named, by others than those who hold it. */
    of(target: AstNode): readonly Usage[] {
        return this.collected().byTarget.get(target) ?? [];
    }

    /** Where some things are named, in the order of files and texts. */
    where(isWanted: (target: AstNode) => boolean): readonly Usage[] {
        return this.collected().all.filter(({ reference: { ref } }) => ref !== undefined && isWanted(ref));
    }

    /** Where a thing is named, or what stands in it, by others than itself. */
    within(target: AstNode): readonly Usage[] {
        return [target, ...AstUtils.streamAllContents(target)].flatMap((part) => this.of(part).filter(({ user }) => !isWithin(user, target)));
    }

    /** Flows at a thing or at what stands in it; those that stay inside of it are left out. */
    flowsAt(target: AstNode): FlowsAt {
        const into: Usage[] = [];
        const outOf: Usage[] = [];
        for (const usage of this.within(target)) {
            const { user, reference } = usage;
            if (!isFlow(user) || (reference !== user.from && reference !== user.to) || isInside(user, target)) continue;
            const brings = (reference === user.to) === (user.arrow !== '<-');
            if (brings || user.arrow === '<->') into.push(usage);
            if (!brings || user.arrow === '<->') outOf.push(usage);
        }
        return { into, outOf };
    }

    private collected(): Collected {
        return this.cache.get('all', () => this.collect());
    }

    private collect(): Collected {
        const all: Usage[] = [];
        const byTarget = new Map<AstNode, Usage[]>();
        for (const document of this.services.workspace.LangiumDocuments.all) {
            if (document.state < DocumentState.Linked) continue;
            for (const reference of document.references) {
                if (!('ref' in reference) || !reference.ref || !reference.$refNode) continue;
                const user = declarationAround(reference.$refNode.astNode);
                if (!user || isWithin(reference.ref, user)) continue;
                const usages = byTarget.get(reference.ref);
                const usage = { user, reference, cst: reference.$refNode, document };
                all.push(usage);
                if (usages) usages.push(usage);
                else byTarget.set(reference.ref, [usage]);
            }
        }
        return { all, byTarget };
    }
}

/** What names a thing there, and by which of its properties. */
export function namedBy({ cst, reference }: Usage): { readonly by: AstNode; readonly property: string | undefined } {
    const by = cst.astNode;
    return { by, property: AstUtils.streamReferences(by).find((info) => info.reference === reference)?.property };
}

/** Those who name a thing, each once. */
export function usersOf(usages: readonly Usage[], type: string): AstNode[] {
    return [...new Set(usages.filter(({ user }) => user.$type === type).map(({ user }) => user))];
}

function declarationAround(node: AstNode): AstNode | undefined {
    for (let around: AstNode | undefined = node; around; around = around.$container) if (kinds.has(around.$type)) return around;
    return undefined;
}

function isWithin(node: AstNode, holder: AstNode): boolean {
    for (let around: AstNode | undefined = node; around; around = around.$container) if (around === holder) return true;
    return false;
}

function isInside(flow: Flow, target: AstNode): boolean {
    return [flow.from?.ref, flow.to?.ref].every((end) => end !== undefined && isWithin(end, target));
}
