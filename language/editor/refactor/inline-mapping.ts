import { GrammarUtils } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { pathOf, pathSegment } from '../../names.ts';
import { action, flowAt, inHeader, type RefactorContext } from './refactoring.ts';

/** A line of a mapping whose sources stand one system further back. */
interface Inlined {
    readonly sources: readonly ast.Field[];
    readonly target: ast.Field;
    readonly using: readonly string[];
}

/**
 * Inlines the mapping of a flow that fills the source of this one: a flow from where the data comes from to where it goes, past the entity
 * between them, with the lines of both mappings made one. The two flows stay, until the architect takes them away.
 */
export function inlineMapping(context: RefactorContext): CodeAction[] {
    const { services, document } = context;
    const flow = flowAt(context);
    if (!flow || flow.arrow === '<->' || flow.mappings.length === 0 || !inHeader(context, flow)) return [];
    const flows = services.references.ImportGraph.documentsOf(document).flatMap((part) => (part.parseResult.value as ast.Document).elements.filter(ast.isFlow));
    return flows.filter((other) => other !== flow && other.arrow !== '<->').flatMap((other) => inlined(context, flow, other, flows));
}

function inlined(context: RefactorContext, flow: ast.Flow, other: ast.Flow, flows: readonly ast.Flow[]): CodeAction[] {
    const lines = flow.mappings.flatMap((mapping) => lineOf(mapping, other));
    if (lines.length === 0) return [];
    const [start, middle] = endsOf(other);
    const [, end] = endsOf(flow);
    const [from, past, to] = [start, middle, end].map((node) => node && pathOf(node));
    if (from === undefined || past === undefined || to === undefined || !start || !end || systemOf(start) === systemOf(end)) return [];
    const last = context.topLevel.find(({ node }) => node === flow);
    if (!last || flows.some((known) => endsOf(known)[0] === start && endsOf(known)[1] === end)) return [];
    const { eol, step } = context.source;
    const written = lines.map((line) => step + textOf(line, start, end) + eol).join('');
    const title = flow.title === undefined ? '' : ` ${GrammarUtils.findNodeForProperty(flow.$cstNode, 'title')?.text ?? ''}`;
    const text = `${eol}${eol}${from} -> ${to}${title} {${eol}${written}}`;
    const words = `Inline the mapping of ${other.name ? `\`${other.name}\`` : `${from} -> ${past}`}: a flow from ${from} to ${to}, past ${past}`;
    return action(context, words, 'refactor.inline', [{ from: last.tail, to: last.tail, text }]);
}

/** A line with the sources of the flow before; none where that flow does not fill all of them, or where lists of values meet. */
function lineOf({ sources, target, using, values }: ast.Mapping, before: ast.Flow): Inlined[] {
    const fills = sources.map(({ ref }) => before.mappings.find((mapping) => mapping.target?.ref !== undefined && mapping.target.ref === ref));
    if (!target?.ref || values.length > 0 || fills.some((mapping) => mapping === undefined || mapping.values.length > 0)) return [];
    const known = fills.filter((mapping) => mapping !== undefined);
    const fields = known.flatMap((mapping) => mapping.sources.map(({ ref }) => ref));
    if (fields.some((field) => field === undefined)) return [];
    const steps = [...known.map((mapping) => mapping.using), using].filter((step) => step !== undefined);
    return [{ sources: [...new Set(fields.filter((field) => field !== undefined))], target: target.ref, using: steps }];
}

function textOf({ sources, target, using }: Inlined, start: ast.FlowEnd, end: ast.FlowEnd): string {
    const path = (field: ast.Field, holder: ast.FlowEnd): string => (field.$container === holder ? pathSegment(field.name) : (pathOf(field) ?? field.name));
    const steps = using.length === 0 ? '' : ` using ${JSON.stringify(using.join(', then '))}`;
    return `map ${sources.map((source) => path(source, start)).join(', ')} -> ${path(target, end)}${steps}`;
}

/** Where a flow's data comes from, and where it goes. */
function endsOf({ arrow, from, to }: ast.Flow): readonly [ast.FlowEnd | undefined, ast.FlowEnd | undefined] {
    return arrow === '<-' ? [to?.ref, from?.ref] : [from?.ref, to?.ref];
}

function systemOf(end: ast.FlowEnd): ast.System {
    return ast.isEntity(end) ? end.$container : end;
}
