import { GrammarUtils } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { pathParts, pathSegment } from '../../names.ts';
import { action, flowAt, inHeader, type RefactorContext } from './refactoring.ts';

/** The most words of a title that make a name. */
const mostWords = 5;

/** Names a flow that has no name, after its title or its ends, so that it can be referred to. */
export function nameFlow(context: RefactorContext): CodeAction[] {
    const flow = flowAt(context);
    const cst = flow?.$cstNode;
    if (!flow || !cst || flow.name || !inHeader(context, flow)) return [];
    const from = GrammarUtils.findNodeForProperty(cst, 'from');
    if (!from) return [];
    const name = freeName(context, nameFor(flow));
    const written = `${pathSegment(name)}: `;
    const keyword = from.offset > cst.offset;
    return action(context, `Name this flow \`${name}\``, 'refactor.rewrite.name', [
        { from: from.offset, to: from.offset, text: keyword ? written : `flow ${written}` },
    ]);
}

/** Takes away the name of a flow that nothing refers to, and that has a title to be known by. */
export function unnameFlow(context: RefactorContext): CodeAction[] {
    const flow = flowAt(context);
    const cst = flow?.$cstNode;
    const from = cst && GrammarUtils.findNodeForProperty(cst, 'from');
    if (!flow?.name || !flow.title || !cst || !from || !inHeader(context, flow)) return [];
    if (context.source.commentsIn({ start: cst.offset, end: from.offset }).length > 0) return [];
    if (!context.services.references.References.findReferences(flow, { includeDeclaration: false }).isEmpty()) return [];
    return action(context, 'Take away the name of this flow: nothing refers to it', 'refactor.rewrite.name', [{ from: cst.offset, to: from.offset, text: '' }]);
}

function nameFor({ title, arrow, from, to }: ast.Flow): string {
    const words = wordsOf(title ?? '');
    if (words.length > 0 && words.length <= mostWords && /^\p{L}/u.test(words[0] ?? '')) return camelCase(words);
    const [source, target] = arrow === '<-' ? [to, from] : [from, to];
    return camelCase([...wordsOf(lastPart(source?.$refText)), 'to', ...wordsOf(lastPart(target?.$refText))]);
}

function lastPart(path: string | undefined): string {
    return pathParts(path ?? '').at(-1) ?? '';
}

function wordsOf(text: string): string[] {
    return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function camelCase(words: readonly string[]): string {
    const [first = '', ...rest] = words;
    const begin = /^[^\p{Ll}]+$/u.test(first) ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
    return begin + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A name that nothing in the workspace has, of whatever kind and in whatever case: so no reference gets another meaning. */
export function freeName({ services }: RefactorContext, wanted: string): string {
    const taken = new Set(
        services.shared.workspace.IndexManager.allElements()
            .map(({ name }) => name.toLowerCase())
            .toArray(),
    );
    let name = wanted;
    for (let count = 2; taken.has(pathSegment(name).toLowerCase()); count++) name = `${wanted}${count}`;
    return name;
}
