import { AstUtils, type LangiumDocument } from 'langium';
import { literalOf } from '../../../language/edits/quote.ts';
import { declareAfter } from '../../../language/edits/lines.ts';
import type { FileEdit } from '../../../language/editor/actions/problem.ts';
import type { CrmMapLspServices } from '../../../language/editor/editor-services.ts';
import * as ast from '../../../language/generated/ast.ts';
import { namedNode } from './named-node.ts';

export interface NewFlow {
    /** Ids of systems or entities. */
    readonly from: string;
    readonly to: string;
    readonly title?: string;
}

/**
 * Writes a flow behind the others of the system that it starts at: in the file of that system where it knows the other end too, else in
 * the map's own file. None where an end is not in the map.
 */
export function newFlow(services: CrmMapLspServices, map: LangiumDocument, { from, to, title }: NewFlow): FileEdit[] {
    const [source, target] = [endOf(services, map, from), endOf(services, map, to)];
    if (!source || !target) return [];
    const own = AstUtils.getDocument(source);
    const document = endOf(services, own, to) === target ? own : map;
    const text = document.textDocument.getText();
    const said = title ? ` ${literalOf(title)}` : '';
    const after = placeFor(document, source)?.$cstNode;
    return [{ document, change: declareAfter(text, after && { from: after.offset, to: after.end }, `${from} -> ${to}${said}`) }];
}

function endOf(services: CrmMapLspServices, map: LangiumDocument, id: string): ast.FlowEnd | undefined {
    const node = namedNode(services, map, 'System', id) ?? namedNode(services, map, 'Entity', id);
    return ast.isSystem(node) || ast.isEntity(node) ? node : undefined;
}

function placeFor(document: LangiumDocument, source: ast.FlowEnd): ast.Flow | ast.System | undefined {
    const { elements } = document.parseResult.value as ast.Document;
    const flows = elements.filter(ast.isFlow);
    const system = systemOf(source);
    const beside = flows.findLast((flow) => systemOf(startOf(flow)) === system) ?? flows.at(-1);
    return beside ?? elements.findLast(ast.isSystem);
}

function startOf({ arrow, from, to }: ast.Flow): ast.FlowEnd | undefined {
    return (arrow === '<-' ? to : from)?.ref;
}

function systemOf(end: ast.FlowEnd | undefined): ast.System | undefined {
    return ast.isEntity(end) ? end.$container : end;
}
