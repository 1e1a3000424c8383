import { GrammarUtils } from 'langium';
import { isView, type View } from '../../generated/ast.ts';
import { quoted } from '../../names.ts';
import { viewSubjects } from '../../view-subjects.ts';
import { type Fixer, here, type MistakePlace, nodeAt } from './mistake-place.ts';
import type { QuickFix } from './problem.ts';

const mostOffered = 6;
const exampleAxes = 'capabilities by systems';

/** LNG050: gives a view the kind that can show its thing, or a thing that its kind can show. */
export const fitView: Fixer = (place) => {
    const view = nodeAt(place, isView);
    const kind = GrammarUtils.findNodeForProperty(view?.$cstNode, 'kind');
    if (!view?.kind || !kind) return [];
    if (view.rows !== undefined)
        return [{ title: 'Write `as matrix`', preferred: true, edits: here(place, kind.offset, kind.end, 'matrix') }, without(place, view, kind.end)];
    const target = view.of?.ref;
    const fitting = target ? kindsOf(target.$type) : [];
    const kinds = fitting.map(
        (word, index): QuickFix => ({
            title: `Write ${quoted(`as ${word}`)}`,
            preferred: index === 0,
            edits: here(place, kind.offset, kind.end, word),
        }),
    );
    if (view.kind === 'matrix') {
        const end = view.of?.$refNode?.end ?? kind.end;
        return [{ title: `Write ${quoted(`of ${exampleAxes}`)}`, preferred: true, edits: here(place, kind.end, end, ` of ${exampleAxes}`) }, ...kinds];
    }
    const subjects = viewSubjects[view.kind];
    return [...kinds, ...(subjects ? things(place, view, subjects, kind.end) : [without(place, view, kind.end)])];
};

/** The kinds of view that can show a type of thing. */
function kindsOf(type: string): string[] {
    return Object.entries(viewSubjects).flatMap(([kind, types]) => (types.includes(type) ? [kind] : []));
}

function things(place: MistakePlace, view: View, subjects: readonly string[], after: number): QuickFix[] {
    const names = place.services.references.ScopeProvider.namesOf(place.document, subjects);
    const end = view.of?.$refNode?.end ?? after;
    return names.slice(0, mostOffered).map((name) => ({ title: `Write ${quoted(`of ${name}`)}`, edits: here(place, after, end, ` of ${name}`) }));
}

/** The view of the whole map. */
function without(place: MistakePlace, view: View, after: number): QuickFix {
    const end = view.of?.$refNode?.end ?? GrammarUtils.findNodeForProperty(view.$cstNode, 'columns')?.end ?? after;
    return { title: `Remove ${quoted(place.text.slice(after, end).trim())}`, edits: here(place, after, end, '') };
}
