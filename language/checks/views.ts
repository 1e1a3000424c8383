import { kindNames, quoted, withArticle } from '../names.ts';
import type { View } from '../generated/ast.ts';
import { viewSubjects } from '../view-subjects.ts';
import { viewKinds } from '../vocabulary.ts';
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

export const viewChecks: CheckTable = { View: [subjectFits as Check] };
