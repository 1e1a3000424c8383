import { AstUtils, isReference } from 'langium';
import { removePiece } from '../../edits/lines.ts';
import { isMapInfo, isView } from '../../generated/ast.ts';
import { type Fixer, leafAt, nodeAt } from './mistake-place.ts';
import { statementAt } from './statement.ts';

/** LNG031: takes what is stated twice away where it stands the second time. */
export const removeSecond: Fixer = ({ document, text, from, ...place }) => {
    const leaf = leafAt({ document, text, from, ...place });
    for (let node = leaf?.astNode; node; node = node.$container) {
        const piece = statementAt(node, from);
        if (piece) return [{ title: 'Remove it here', preferred: true, edits: [{ document, change: removePiece(text, piece) }] }];
    }
    return [];
};

/** LNG052: takes a reference to the thing itself away, with its property where it has no other value. */
export const removeReference: Fixer = (place) => {
    const { document, text, from, to } = place;
    const leaf = leafAt(place);
    const node = leaf?.astNode;
    const piece = node && statementAt(node, from);
    if (!piece || !node) return [];
    const values = Object.values(node).find((value) => Array.isArray(value) && value.some((one) => isReference(one) && one.$refNode?.offset === from));
    const isOnly = !Array.isArray(values) || values.length === 1;
    const after = /^\s*,\s*/.exec(text.slice(to))?.[0].length;
    const before = /,\s*$/.exec(text.slice(piece.from, from))?.[0].length ?? 0;
    const change = isOnly ? removePiece(text, piece) : after === undefined ? { from: from - before, to, text: '' } : { from, to: to + after, text: '' };
    return [{ title: 'Remove it', preferred: true, edits: [{ document, change }] }];
};

/** LNG032: takes the second `map` away, with what it says. */
export const removeMap: Fixer = (place) => {
    const cst = nodeAt(place, isMapInfo)?.$cstNode;
    if (!cst) return [];
    return [
        {
            title: 'Remove this `map` and what it says',
            edits: [{ document: place.document, change: removePiece(place.text, { from: cst.offset, to: cst.end }) }],
        },
    ];
};

/** LNG053: takes an option of a view away or, where only one word of its list is marked, that word. */
export const removeOption: Fixer = (place) => {
    const { document, text, from, to } = place;
    const node = leafAt(place)?.astNode;
    const view = node && AstUtils.getContainerOfType(node, isView);
    const piece = view && statementAt(view, from);
    if (!piece) return [];
    const after = /^\s*,\s*/.exec(text.slice(to))?.[0].length;
    const before = /,\s*$/.exec(text.slice(piece.from, from))?.[0].length;
    const change =
        after !== undefined ? { from, to: to + after, text: '' } : before !== undefined ? { from: from - before, to, text: '' } : removePiece(text, piece);
    return [{ title: 'Remove it', preferred: true, edits: [{ document, change }] }];
};
