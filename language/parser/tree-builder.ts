import {
    type AstNode,
    type AstReflection,
    AstUtils,
    type CompositeCstNode,
    type CstNode,
    DatatypeSymbol,
    GrammarAST,
    isAstNode,
    type Linker,
    type Mutable,
    type ValueConverter,
} from 'langium';
import { CstBuilder } from './cst-builder.ts';
import type { ActionState, CallState, Rule, Target, TokenState } from './graph.ts';
import type { Counts } from './statements.ts';
import type { Token } from './tokens.ts';

interface DataNode {
    readonly $type: typeof DatatypeSymbol;
    $cstNode: CompositeCstNode;
    value: string;
}
interface TreeNode {
    $type: string;
    $cstNode?: CstNode;
    [property: string]: unknown;
}

/** What a call of a rule needs to know when it ends. */
export interface Opened {
    readonly rule: Rule;
    readonly call: CallState | undefined;
    readonly cst: CompositeCstNode | undefined;
}

/**
 * Builds Langium's syntax trees, abstract and concrete, while the parser walks along; in the way of Langium's own parser, so that all
 * its services (locations, comments, references, rename) work on them.
 */
export class TreeBuilder {
    private readonly cst = new CstBuilder();
    private readonly stack: (TreeNode | DataNode)[] = [];
    private readonly linker: Linker;
    private readonly converter: ValueConverter;
    private readonly reflection: AstReflection;
    private readonly hidden: readonly Token[];
    private hiddenIndex = 0;

    constructor(text: string, hidden: readonly Token[], services: { linker: Linker; converter: ValueConverter; reflection: AstReflection }) {
        this.cst.buildRootNode(text);
        this.hidden = hidden;
        this.linker = services.linker;
        this.converter = services.converter;
        this.reflection = services.reflection;
    }

    /** Begins a rule; without a call, it is the entry rule. */
    open(rule: Rule, call: CallState | undefined): Opened {
        if (rule.builds === 'fragment') return { rule, call, cst: undefined };
        const cst = call && this.cst.buildCompositeNode(call.element);
        this.stack.push(rule.builds === 'data' ? ({ $type: DatatypeSymbol, value: '' } as DataNode) : { $type: rule.type });
        return { rule, call, cst };
    }

    /** Ends a rule: what it built goes to the node around it, if the rule read anything. */
    close({ rule, call, cst }: Opened): void {
        if (rule.builds === 'fragment' || !call) return;
        const result = this.construct();
        if (!cst || cst.length === 0) return;
        if (call.target) {
            this.assign(call.target, result, cst);
            return;
        }
        const current = this.current;
        if (isData(current)) current.value += String(result);
        else if (typeof result === 'object' && result !== null) this.stack[this.stack.length - 1] = merged(result as TreeNode, current);
    }

    /** Reads a token; one that a repair put in leaves no trace. */
    token(token: Token, { element, target }: TokenState): void {
        if (token.isInsertedInRecovery) return;
        this.addHidden(token.startOffset);
        const leaf = this.cst.buildLeafNode(token, element);
        const keyword = GrammarAST.isKeyword(element);
        const current = this.current;
        if (target) this.assign(target, keyword ? element.value : this.converter.convert(token.image, leaf), leaf);
        else if (isData(current)) current.value += keyword ? token.image : String(this.converter.convert(token.image, leaf));
    }

    action({ action, type }: ActionState): void {
        if (!action.feature || !action.operator) {
            (this.current as TreeNode).$type = type;
            return;
        }
        const last = this.construct() as TreeNode;
        const inner = last.$cstNode as CstNode;
        this.cst.removeNode(inner);
        this.cst.appendChild(this.cst.buildCompositeNode(action), inner);
        this.stack.push({ $type: type });
        this.assign({ feature: action.feature, operator: action.operator, reference: false }, last, inner);
    }

    /** How much stands in the file so far; asked for between its statements. */
    counts(): Counts {
        const { imports, elements } = this.stack[0] as Partial<Record<keyof Counts, unknown[]>>;
        return { nodes: this.cst.count, imports: imports?.length ?? 0, elements: elements?.length ?? 0 };
    }

    /** The whole tree, once every rule is closed. */
    finish(): AstNode {
        const root = this.construct() as AstNode;
        this.addHidden(Number.POSITIVE_INFINITY);
        AstUtils.linkContentToContainer(root, { deep: true });
        linkCst(root);
        return root;
    }

    private get current(): TreeNode | DataNode {
        const current = this.stack.at(-1);
        if (!current) throw new Error('The parser closed more rules than it opened.');
        return current;
    }

    private construct(): unknown {
        const node = this.current;
        this.stack.pop();
        this.cst.construct(node as Parameters<CstBuilder['construct']>[0]);
        if (isData(node)) return this.converter.convert(node.value, node.$cstNode);
        AstUtils.assignMandatoryProperties(this.reflection, node as AstNode);
        return node;
    }

    private assign({ feature, operator, reference }: Target, value: unknown, cst: CstNode): void {
        const node = this.current as TreeNode;
        const item = reference && typeof value === 'string' ? this.linker.buildReference(node as AstNode, feature, cst, value) : value;
        linkCst(item);
        if (operator === '?=') node[feature] = true;
        else if (operator === '=') node[feature] = item;
        else if (Array.isArray(node[feature])) (node[feature] as unknown[]).push(item);
        else node[feature] = [item];
    }

    private addHidden(before: number): void {
        const from = this.hiddenIndex;
        while ((this.hidden[this.hiddenIndex]?.startOffset ?? Number.POSITIVE_INFINITY) < before) this.hiddenIndex++;
        if (this.hiddenIndex > from) this.cst.addHiddenNodes(this.hidden.slice(from, this.hiddenIndex));
    }
}

function isData(node: TreeNode | DataNode): node is DataNode {
    return node.$type === DatatypeSymbol;
}

function linkCst(item: unknown): void {
    if (isAstNode(item) && item.$cstNode) (item.$cstNode as Mutable<CstNode>).astNode = item;
}

/** A node that stands for the one around it takes over what that one has already. */
function merged(inner: TreeNode, outer: TreeNode): TreeNode {
    for (const [property, value] of Object.entries(outer)) {
        const own = inner[property];
        if (own === undefined) inner[property] = value;
        else if (Array.isArray(own) && Array.isArray(value)) inner[property] = [...value, ...own];
    }
    inner.$cstNode = undefined;
    return inner;
}
