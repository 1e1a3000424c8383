import { type AstNode, GrammarUtils } from 'langium';
import { isFlow } from '../../generated/ast.ts';
import { type Fixer, here, leafAt, nodeAt } from './mistake-place.ts';

/** LNG023: where a thing ends before it begins, turns its two days round. */
export const swapDates: Fixer = (place) => {
    if (place.data.write !== undefined) return [];
    const node: AstNode | undefined = leafAt(place)?.astNode;
    const since = GrammarUtils.findNodeForProperty(node?.$cstNode, 'since');
    const until = GrammarUtils.findNodeForProperty(node?.$cstNode, 'until');
    if (!since || until?.offset !== place.from) return [];
    return [
        {
            title: 'Swap the two dates',
            preferred: true,
            edits: [...here(place, since.offset, since.end, until.text), ...here(place, until.offset, until.end, since.text)],
        },
    ];
};

/** LNG022: a flow with a timetable is a scheduled one. */
export const makeScheduled: Fixer = (place) => {
    const timing = GrammarUtils.findNodeForProperty(nodeAt(place, isFlow)?.$cstNode, 'timing');
    if (!timing || timing.text === 'scheduled') return [];
    return [{ title: 'Write `timing scheduled`', preferred: true, edits: here(place, timing.offset, timing.end, 'scheduled') }];
};
