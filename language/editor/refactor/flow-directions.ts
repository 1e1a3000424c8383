import { GrammarUtils, type Reference } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { pathOf } from '../../names.ts';
import { freeName } from './flow-names.ts';
import { action, type Change, flowAt, inHeader, type RefactorContext } from './refactoring.ts';
import type { Span } from './source-text.ts';
import { statementsOf } from './statements.ts';

const turned: Readonly<Record<string, string>> = { '->': '<-', '<-': '->' };

/** Writes a flow from its other end: `a -> b` as `b <- a`. It means the same. */
export function turnRound(context: RefactorContext): CodeAction[] {
    const flow = flowAt(context);
    const places = flow && placesOf(flow);
    const arrow = turned[flow?.arrow ?? ''];
    if (!flow || !places || arrow === undefined || !inHeader(context, flow)) return [];
    const text = (span: Span): string => context.source.text.slice(span.start, span.end);
    return action(context, `Write this flow from its other end, with ${arrow}`, 'refactor.rewrite.direction', [
        { from: places.from.start, to: places.from.end, text: text(places.to) },
        { from: places.arrow.start, to: places.arrow.end, text: arrow },
        { from: places.to.start, to: places.to.end, text: text(places.from) },
        // A key is looked for at the right end first: where both ends have one of this name, its path says which is meant.
        ...flow.key.flatMap((key) => spelledOut(key, flow)),
    ]);
}

/** Makes two flows of one that goes both ways; a transform goes with the way that it is for. */
export function splitTwoWay(context: RefactorContext): CodeAction[] {
    const { source } = context;
    const flow = flowAt(context);
    const places = flow && placesOf(flow);
    if (!flow?.$cstNode || flow.arrow !== '<->' || !places || !inHeader(context, flow)) return [];
    const text = (span: Span): string => source.plainText(span);
    const body = source.bodyOf(flow);
    const others = body ? statementsOf(flow, body).filter(({ key }) => key !== 'mappings') : [];
    const lines = [...others.map(text), ...flow.mappings.flatMap((mapping) => wayBack(mapping))];
    const indentation = source.indentationAt(flow.$cstNode.offset);
    const inner = lines.map((line) => `${indentation}${source.step}${line}${source.eol}`).join('');
    const title = flow.title === undefined ? '' : ` ${text(spanOf(flow, 'title') ?? { start: 0, end: 0 })}`;
    const name = flow.name ? `flow ${freeName(context, `${flow.name.replaceAll(/\W/g, '')}Back`)}: ` : '';
    const back = `${name}${text(places.to)} -> ${text(places.from)}${title}${inner === '' ? '' : ` {${source.eol}${inner}${indentation}}`}`;
    const end = source.pieces([{ start: flow.$cstNode.offset, end: flow.$cstNode.end }], 0, source.text.length)[0]?.tail ?? flow.$cstNode.end;
    return action(context, 'Make two flows of it, one for each way', 'refactor.rewrite.direction', [
        { from: places.arrow.start, to: places.arrow.end, text: '->' },
        ...flow.mappings.flatMap((mapping) => withoutBack(mapping)),
        { from: end, to: end, text: `${/[\r\n]/.test(source.text.slice(flow.$cstNode.offset, end)) ? source.eol : ''}${source.eol}${indentation}${back}` },
    ]);
}

/** How a line of a mapping is turned: undefined where a transform has no way back, or several fields became one. */
function wayBack({ sources, target, using, back, values, $cstNode: cst }: ast.Mapping): string[] {
    const [source] = sources;
    if (!cst || !source || sources.length > 1 || (using !== undefined && back === undefined)) return [];
    const pairs = values.map((pair) => `${JSON.stringify(pair.target)} -> ${JSON.stringify(pair.source)}`).join(', ');
    const written = GrammarUtils.findNodeForProperty(cst, 'back')?.text;
    return [`map ${target.$refText} -> ${source.$refText}${written === undefined ? '' : ` using ${written}`}${pairs === '' ? '' : ` values ${pairs}`}`];
}

function withoutBack({ $cstNode: cst }: ast.Mapping): Change[] {
    const value = GrammarUtils.findNodeForProperty(cst, 'back');
    const keyword = GrammarUtils.findNodeForKeyword(cst, 'back');
    if (!cst || !value || !keyword) return [];
    return [keyword, value].map((part) => {
        const before = cst.text.slice(0, part.offset - cst.offset);
        return { from: part.offset - (before.length - before.trimEnd().length), to: part.end, text: '' };
    });
}

function spelledOut({ ref, $refNode: cst }: Reference<ast.Field>, { from, to }: ast.Flow): Change[] {
    const path = ref && pathOf(ref);
    const names = [from.ref, to.ref].map((end) => (end?.$type === 'Entity' ? (end as ast.Entity).fields.map(({ name }) => name) : undefined));
    const both = names.every((some) => some === undefined || (ref && some.includes(ref.name)));
    return both && path !== undefined && cst ? [{ from: cst.offset, to: cst.end, text: path }] : [];
}

function placesOf(flow: ast.Flow): { readonly from: Span; readonly arrow: Span; readonly to: Span } | undefined {
    const [from, arrow, to] = [spanOf(flow, 'from'), spanOf(flow, 'arrow'), spanOf(flow, 'to')];
    return from && arrow && to && { from, arrow, to };
}

function spanOf(flow: ast.Flow, property: string): Span | undefined {
    const cst = GrammarUtils.findNodeForProperty(flow.$cstNode, property);
    return cst && { start: cst.offset, end: cst.end };
}
