import { type AstNode, AstUtils, type CstNode, type LangiumDocuments, type Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import { namedBy, type Usages } from './usages.ts';

/** A step of data from one thing to another: over a flow, or into and out of a touchpoint. */
export interface DataWay {
    readonly from: AstNode;
    readonly to: AstNode;
    /** The flow that carries it, or the touchpoint where the data is used or captured. */
    readonly over: ast.Flow | ast.Touchpoint;
    /** Where the text says so: a `map` line, an end of a flow, or a use. */
    readonly place: CstNode | undefined;
    readonly personal: boolean;
}

/** Where data is looked for. */
export interface Workspace {
    readonly documents: LangiumDocuments;
    readonly usages: Usages;
}

/** Which data of a system is meant: all that it holds, or only that of which the map does not say in which entity it lies. */
export type SystemData = 'all' | 'unplaced';

interface End {
    readonly node: ast.System | ast.Entity;
    readonly reference: Reference;
}

/** A flow in one of its directions. */
interface Leg {
    readonly flow: ast.Flow;
    readonly from: End;
    readonly to: End;
    readonly pairs: readonly { readonly source: ast.Field; readonly target: ast.Field; readonly line: ast.Mapping }[];
}

/**
 * Where the data of a thing goes next. The data of a field follows the `map` lines; a flow without any carries all of an entity, and one
 * that starts at a system as a whole may take any of its data. (The rules reckon in the same way: src/rules/lineage.ts.)
 */
export function waysOnward(node: AstNode, data: SystemData, { documents, usages }: Workspace): DataWay[] {
    if (ast.isTouchpoint(node)) return capturesOf(node);
    if (ast.isFlow(node)) return legsOf(node).map((leg) => whole(leg, node, leg.to.node, leg.to.reference));
    const entity = ast.isField(node) ? node.$container : node;
    const system = ast.isEntity(entity) ? entity.$container : undefined;
    const ways: DataWay[] = [];
    for (const leg of legsAt(systemOf(node), documents)) {
        const start = leg.from.node;
        const isOwn = start === entity || (data === 'all' && ast.isSystem(node) && start.$container === node);
        if (isOwn && ast.isField(node) && leg.pairs.length > 0) {
            for (const { source, target, line } of leg.pairs) {
                if (source === node) ways.push({ from: node, to: target, over: leg.flow, place: line.$cstNode, personal: isPersonal(node) });
            }
        } else if (isOwn || (system !== undefined && start === system)) ways.push(whole(leg, node, leg.to.node, leg.to.reference));
    }
    return [...ways, ...touchpointsOf(node, data, 'uses', usages)];
}

/** Where the data of a thing comes from. What flows into a system as a whole is not taken for data of its entities. */
export function waysBackward(node: AstNode, data: SystemData, { documents, usages }: Workspace): DataWay[] {
    if (ast.isTouchpoint(node)) return usesOfTouchpoint(node);
    if (ast.isFlow(node)) return legsOf(node).map((leg) => whole(leg, leg.from.node, node, leg.from.reference));
    const entity = ast.isField(node) ? node.$container : node;
    const ways: DataWay[] = [];
    for (const leg of legsAt(systemOf(node), documents)) {
        const end = leg.to.node;
        const isOwn = end === entity || (data === 'all' && ast.isSystem(node) && end.$container === node);
        if (!isOwn) continue;
        if (!ast.isField(node) || leg.pairs.length === 0) ways.push(whole(leg, leg.from.node, node, leg.from.reference));
        else {
            for (const { source, target, line } of leg.pairs) {
                if (target === node) ways.push({ from: source, to: node, over: leg.flow, place: line.$cstNode, personal: isPersonal(source) });
            }
        }
    }
    return [...ways, ...touchpointsOf(node, data, 'captures', usages)];
}

function whole(leg: Leg, from: AstNode, to: AstNode, { $refNode }: Reference): DataWay {
    const isPart = ast.isField(from) || (ast.isEntity(from) && from !== leg.from.node);
    return { from, to, over: leg.flow, place: $refNode, personal: isPart ? holdsPersonal(from) : carriesPersonal(leg) };
}

/** Whether a flow carries personal data: that of its `map` lines, or, without any, that of the entity that it starts at. */
function carriesPersonal({ from, pairs }: Leg): boolean {
    const fields = pairs.length > 0 ? pairs.map(({ source }) => source) : ast.isEntity(from.node) ? from.node.fields : [];
    return fields.some(isPersonal);
}

function isPersonal({ modifiers }: ast.Field): boolean {
    return modifiers.some(({ name }) => name === 'personal' || name === 'sensitive');
}

/** The legs of all flows that have an end in a system. */
function* legsAt(system: ast.System | undefined, documents: LangiumDocuments): Generator<Leg> {
    for (const { parseResult } of documents.all) {
        for (const element of (parseResult.value as Partial<ast.Document>).elements ?? []) {
            if (ast.isFlow(element) && [element.from, element.to].some((end) => end?.ref && systemOf(end.ref) === system)) yield* legsOf(element);
        }
    }
}

function systemOf(end: AstNode): ast.System | undefined {
    return AstUtils.getContainerOfType(end, ast.isSystem);
}

function legsOf(flow: ast.Flow): Leg[] {
    const [left, right] = [endOf(flow.from), endOf(flow.to)];
    if (!left || !right) return [];
    const pairs = flow.mappings.flatMap((line) => {
        const target = line.target?.ref;
        return target ? line.sources.flatMap(({ ref: source }) => (source ? [{ source, target, line }] : [])) : [];
    });
    if (flow.arrow === '<-') return [{ flow, from: right, to: left, pairs }];
    const forth: Leg = { flow, from: left, to: right, pairs };
    const turned = pairs.map(({ source, target, line }) => ({ source: target, target: source, line }));
    return flow.arrow === '<->' ? [forth, { flow, from: right, to: left, pairs: turned }] : [forth];
}

function endOf(reference: Reference<ast.FlowEnd> | undefined): End | undefined {
    return reference?.ref && { node: reference.ref, reference };
}

/** The touchpoints that use the data of a thing, or that capture it: by its own name, or by that of the entity around a field. */
function touchpointsOf(node: AstNode, data: SystemData, how: 'uses' | 'captures', usages: Usages): DataWay[] {
    const isData = (target: AstNode): boolean => {
        if (ast.isField(node)) return target === node || target === node.$container;
        if (ast.isSystem(node) && data === 'unplaced') return false;
        return (ast.isEntity(target) || ast.isField(target)) && (target === node || target.$container === node || target.$container.$container === node);
    };
    return usages.where(isData).flatMap((usage): DataWay[] => {
        const { by, property } = namedBy(usage);
        if (how === 'uses' && ast.isDataUse(by)) {
            return [{ from: node, to: by.$container, over: by.$container, place: by.$cstNode, personal: holdsPersonal(by.target?.ref) }];
        }
        if (how !== 'captures' || !ast.isTouchpoint(by) || property !== 'captures') return [];
        const captured = by.captures.filter(({ ref }) => ref && isData(ref));
        return captured.map(({ ref, $refNode }) => ({ from: by, to: node, over: by, place: $refNode, personal: holdsPersonal(ref) }));
    });
}

function capturesOf(touchpoint: ast.Touchpoint): DataWay[] {
    return touchpoint.captures.flatMap(({ ref, $refNode }) =>
        ref ? [{ from: touchpoint, to: ref, over: touchpoint, place: $refNode, personal: holdsPersonal(ref) }] : [],
    );
}

function usesOfTouchpoint(touchpoint: ast.Touchpoint): DataWay[] {
    return touchpoint.uses.flatMap((use) => {
        const from = use.target?.ref;
        return from ? [{ from, to: touchpoint, over: touchpoint, place: use.$cstNode, personal: holdsPersonal(from) }] : [];
    });
}

function holdsPersonal(data: AstNode | undefined): boolean {
    if (ast.isField(data)) return isPersonal(data);
    return ast.isEntity(data) && data.fields.some(isPersonal);
}
