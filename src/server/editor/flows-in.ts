import type { LangiumDocument } from 'langium';
import type { Flow } from '../../../language/generated/ast.ts';
import type * as model from '../../model/crm-model.ts';
import type { MapModels } from '../map-models.ts';

/** The flows of a document as its map has them; those with an end that is not declared are absent. */
export function flowsIn(document: LangiumDocument, models: MapModels): (flow: Flow) => model.Flow | undefined {
    const file = models.nameOf(document.uri);
    const flows = new Map<string, model.Flow>();
    for (const flow of models.modelOf(document).flows) if (flow.source.file === file) flows.set(placeKey(flow.source.start), flow);
    return ({ $cstNode }) => ($cstNode ? flows.get(placeKey($cstNode.range.start)) : undefined);
}

function placeKey({ line, character }: { readonly line: number; readonly character: number }): string {
    return `${line}:${character}`;
}
