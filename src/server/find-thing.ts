import { wayOf } from '../diagram/journey/way-id.ts';
import { mapLineOf } from '../diagram/mapping/line-id.ts';
import type { CrmModel, SourceRange } from '../model/crm-model.ts';

/** What is declared somewhere in the text. */
export interface FoundThing {
    readonly kind: string;
    readonly id: string;
    readonly title?: string;
    readonly source: SourceRange;
    readonly nameSource?: SourceRange;
}

/** The thing of a kind and id, wherever the model holds it; undefined where there is none. */
export function findThing(model: CrmModel, kind: string, id: string): FoundThing | undefined {
    if (kind === 'map') {
        const line = mapLineOf(model, id);
        return line && { kind, id, source: line.source };
    }
    if (kind === 'way') {
        const way = wayOf(model, id);
        return way && { kind, id, source: way.source };
    }
    const pending: unknown[] = [model];
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        if (isThing(part) && part.kind === kind && part.id === id) return part;
        for (const inner of Object.values(part as object)) {
            if (typeof inner === 'object' && inner !== null) pending.push(inner);
        }
    }
    return undefined;
}

function isThing(part: unknown): part is FoundThing {
    return typeof part === 'object' && part !== null && 'kind' in part && 'id' in part && 'source' in part && part.source !== undefined;
}
