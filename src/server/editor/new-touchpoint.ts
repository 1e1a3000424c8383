import { AstUtils, type LangiumDocument } from 'langium';
import { freeName } from '../../../language/edits/free-name.ts';
import { declareAfter } from '../../../language/edits/lines.ts';
import { literalOf, nameFromTitle } from '../../../language/edits/quote.ts';
import type { TextChange } from '../../../language/edits/text-change.ts';
import type { FileEdit } from '../../../language/editor/actions/problem.ts';
import type { CrmMapLspServices } from '../../../language/editor/editor-services.ts';
import * as ast from '../../../language/generated/ast.ts';
import { isNamed, pathSegment } from '../../../language/names.ts';
import { namedNode } from './named-node.ts';

/**
 * Writes a touchpoint behind another one, in its stage. Where the journey states its ways, the one way that leaves that touchpoint leads
 * through the new one; where none leaves it, one leads to the new one. None where the touchpoint is not in the map.
 */
export function newTouchpoint(services: CrmMapLspServices, map: LangiumDocument, after: string, title: string): FileEdit[] {
    const before = namedNode(services, map, 'Touchpoint', after);
    const journey = AstUtils.getContainerOfType(before, ast.isJourney);
    const cst = before?.$cstNode;
    if (!ast.isTouchpoint(before) || !journey || !cst) return [];
    const document = AstUtils.getDocument(before);
    const text = document.textDocument.getText();
    const taken = AstUtils.streamAllContents(journey).filter(isNamed);
    const name = pathSegment(
        freeName(
            nameFromTitle(title) ?? 'touchpoint',
            taken.map((node) => node.name),
        ),
    );
    const declaration = declareAfter(text, { from: cst.offset, to: cst.end }, `touchpoint ${name} ${literalOf(title)}`);
    return [declaration, ...wayThrough(text, journey, before, name)].map((change) => ({ document, change }));
}

function wayThrough(text: string, journey: ast.Journey, before: ast.Touchpoint, name: string): TextChange[] {
    const lastWay = journey.ways.at(-1)?.$cstNode;
    if (!lastWay) return [];
    const leaving = journey.ways.flatMap((way) => {
        const stops = [way.from, ...way.steps.map(({ to }) => to)];
        return way.steps.flatMap((_, index) => (stops[index]?.ref === before ? [stops[index].$refNode] : []));
    });
    const [only, ...others] = leaving;
    if (only && others.length === 0) {
        // A label of the step to the touchpoint stands behind its name, and stays with it.
        const label = /^\s*"(?:[^"\\\r\n]|\\.)*"/.exec(text.slice(only.end))?.[0].length ?? 0;
        return [{ from: only.end + label, to: only.end + label, text: ` -> ${name}` }];
    }
    if (leaving.length > 0) return [];
    return [declareAfter(text, { from: lastWay.offset, to: lastWay.end }, `${pathSegment(before.name)} -> ${name}`)];
}
