import { GrammarUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { kindNames, quoted, withArticle } from '../names.ts';
import type { View } from '../generated/ast.ts';
import { optionNames, type ViewOption, viewOptions } from '../view-options.ts';
import { viewSubjects } from '../view-subjects.ts';
import { directions, groupings, hideables, lanes, overlays, viewKinds } from '../vocabulary.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

const shownCandidates = 6;

/** LNG050: a view shows a thing that its kind can show. Where a map has one such thing only, `of` may be left out. */
function subjectFits(view: View, context: CheckContext): void {
    const kind = view.kind ?? 'landscape';
    if (!Object.hasOwn(viewKinds, kind)) return;
    const subjects = viewSubjects[kind];
    if (kind === 'matrix') return matrixAxes(view, context);
    if (view.rows !== undefined)
        return context.report('LNG050', `Only a matrix goes \`of A by B\`. ${subjects ? `Write as ${kind} of ${exampleOf(subjects)}.` : `Write as ${kind}.`}`, {
            node: view,
            property: 'rows',
        });
    if (!subjects) {
        if (view.of)
            context.report('LNG050', `A ${kind} shows the whole map. Remove \`of\` and the name, and choose with include and exclude.`, {
                node: view,
                property: 'of',
            });
        return;
    }
    const wanted = subjects
        .map((type) => kindNames[type] ?? type)
        .map(withArticle)
        .join(' or ');
    if (!view.of) return withoutSubject(view, kind, subjects, wanted, context);
    const target = view.of.ref;
    if (target && !subjects.includes(target.$type)) {
        context.report('LNG050', `A ${kind} is drawn of ${wanted}, and ${quoted(view.of.$refText)} is ${withArticle(kindNames[target.$type] ?? 'thing')}.`, {
            node: view,
            property: 'of',
        });
    }
}

function withoutSubject(view: View, kind: string, subjects: readonly string[], wanted: string, { document, services, report }: CheckContext): void {
    const names = services.references.ScopeProvider.namesOf(document, subjects);
    if (names.length === 1) return;
    const shown = names.slice(0, shownCandidates).map(quoted).join(', ');
    const advice =
        names.length === 0 ? `There is none yet: declare it first.` : `Write as ${kind} of one of ${shown}${names.length > shownCandidates ? ' …' : ''}.`;
    report('LNG050', `A ${kind} is drawn of ${wanted}. ${advice}`, { node: view, property: 'kind' });
}

function matrixAxes(view: View, { report }: CheckContext): void {
    if (view.rows !== undefined) return;
    report('LNG050', 'A matrix goes of one thing by another. Write as matrix of capabilities by systems.', { node: view, property: view.of ? 'of' : 'kind' });
}

function exampleOf(subjects: readonly string[]): string {
    return withArticle(kindNames[subjects[0] ?? ''] ?? 'thing');
}

/** The words of an option; a word that is none of them is told elsewhere. */
const closedLists: Readonly<Partial<Record<ViewOption, object>>> = { hide: hideables, overlays, groupBy: groupings, direction: directions, lanes };

/** LNG053: a view's options are of use to its kind. */
function optionsFit(view: View, { report }: CheckContext): void {
    const kind = view.kind ?? 'landscape';
    if (!isViewKind(kind)) return;
    for (const option of Object.keys(optionNames) as ViewOption[]) {
        const values = [view[option] ?? []].flat();
        const uses = viewOptions[kind][option];
        if (values.length === 0 || uses === 'all') continue;
        const written = quoted(optionNames[option]);
        if (uses === undefined) {
            const others = (Object.keys(viewOptions) as (keyof typeof viewOptions)[]).filter((other) => viewOptions[other][option] !== undefined);
            report('LNG053', `${capital(withArticle(kind))} does nothing with ${written}. Remove it, or choose a view that does: ${others.join(', ')}.`, {
                node: view,
                range: rangeOf(view, option),
                severity: 'warning',
            });
            continue;
        }
        for (const [index, value] of values.entries()) {
            if (typeof value !== 'string' || uses.includes(value) || !Object.hasOwn(closedLists[option] ?? {}, value)) continue;
            const words =
                option === 'hide'
                    ? `has no ${value} to hide. Remove it; it can hide ${uses.join(', ')}.`
                    : `does nothing with ${quoted(`${optionNames[option]} ${value}`)}. Remove it; of use are ${uses.join(', ')}.`;
            report('LNG053', `${capital(withArticle(kind))} ${words}`, {
                node: view,
                property: option,
                index,
                severity: 'warning',
            });
        }
    }
}

function isViewKind(kind: string): kind is keyof typeof viewOptions {
    return Object.hasOwn(viewOptions, kind);
}

/** From the first value of an option to its last. */
function rangeOf(view: View, option: ViewOption): Range | undefined {
    const nodes = GrammarUtils.findNodesForProperty(view.$cstNode, option);
    const [first, last] = [nodes[0], nodes.at(-1)];
    return first && last && { start: first.range.start, end: last.range.end };
}

function capital(text: string): string {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export const viewChecks: CheckTable = { View: [subjectFits as Check, optionsFit as Check] };
