import type { AstNode } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import { pathOf } from '../../language/names.ts';
import { directions, groupings, hideables, lanes, matrixAxes, overlays, pageSizes, themes, viewKinds } from '../../language/vocabulary.ts';
import { viewSubjects } from '../../language/view-subjects.ts';
import type { Selector, View, ViewKind } from './crm-model.ts';
import { kindOf } from './kinds.ts';
import { declared, type ModelContext } from './model-context.ts';
import { idOf, oneOf, someOf } from './read-values.ts';

/** A view as the text declares it. Where it leaves its `of` out, see `withSubject`. */
export function readView(node: ast.View, context: ModelContext): View {
    const base = declared('view', node, context, '');
    return {
        kind: 'view',
        id: base.id,
        name: base.name,
        title: node.titleText ?? node.title,
        description: base.description,
        purpose: node.purpose,
        as: node.kind === undefined ? 'landscape' : (oneOf<ViewKind>(node.kind, viewKinds) ?? 'landscape'),
        of: thingOf(node.of),
        rows: oneOf(node.rows, matrixAxes),
        columns: oneOf(node.columns, matrixAxes),
        include: node.include.flatMap(readSelector),
        exclude: node.exclude.flatMap(readSelector),
        groupBy: oneOf(node.groupBy, groupings),
        overlays: someOf(node.overlays, overlays),
        lanes: someOf(node.lanes, lanes),
        direction: oneOf(node.direction, directions),
        hide: someOf(node.hide, hideables),
        theme: oneOf(node.theme, themes),
        page: pageOf(node),
        audience: node.audience.flatMap((reference) => thingOf(reference) ?? []),
        source: base.source,
        nameSource: base.nameSource,
    };
}

/**
 * The view with what it is of, where it leaves that out.
 *
 * @param only the one thing of some types of the syntax tree, where the map has exactly one
 */
export function withSubject(view: View, node: ast.View, only: (types: readonly string[]) => AstNode | undefined): View {
    const types = node.of ? undefined : viewSubjects[node.kind ?? ''];
    const subject = types && only(types);
    const id = subject && pathOf(subject);
    return subject && id !== undefined ? { ...view, of: { kind: kindOf(subject), id } } : view;
}

function pageOf(node: ast.View): View['page'] {
    const size = oneOf(node.pageSize, pageSizes);
    return size && { size, orientation: node.pageOrientation };
}

function thingOf(reference: { ref?: ast.Thing } | undefined): { kind: string; id: string } | undefined {
    const node = reference?.ref;
    const id = node && pathOf(node);
    return node && id !== undefined ? { kind: kindOf(node), id } : undefined;
}

/** A selector; parts that name nothing are left out. */
function readSelector(node: ast.Selector): Selector[] {
    if (ast.isOrSelector(node)) return [{ select: 'or', operands: [...readSelector(node.left), ...readSelector(node.right)] }];
    if (ast.isAndSelector(node)) return [{ select: 'and', operands: [...readSelector(node.left), ...readSelector(node.right)] }];
    if (ast.isNotSelector(node)) return readSelector(node.operand).map((operand) => ({ select: 'not', operand }));
    if (ast.isTagSelector(node)) return [{ select: 'tag', value: node.tag }];
    if (ast.isCategorySelector(node)) return [{ select: 'category', value: node.category }];
    if (ast.isLifeSelector(node)) return [{ select: 'lifecycle', value: node.life }];
    if (ast.isOwnerSelector(node)) return valued('owner', idOf(node.owner));
    if (ast.isRegionSelector(node)) return valued('region', idOf(node.region));
    if (ast.isFlowSelector(node)) return node.timing === undefined ? [{ select: 'personal' }] : [{ select: 'timing', value: node.timing }];
    const thing = ast.isNeighboursSelector(node) ? thingOf(node.of) : ast.isThingSelector(node) ? thingOf(node.thing) : undefined;
    return thing ? [{ select: ast.isNeighboursSelector(node) ? 'neighbours' : 'thing', ...thing }] : [];
}

function valued(select: 'owner' | 'region', value: string | undefined): Selector[] {
    return value === undefined ? [] : [{ select, value }];
}
