import { wayId } from '../diagram/journey/way-id.ts';
import { mapLineId } from '../diagram/mapping/line-id.ts';
import type { CrmModel, SourceRange } from '../model/crm-model.ts';
import type { ThingReference } from '../protocol.ts';

export interface TextPlace {
    /** As the model names files. */
    readonly file: string;
    readonly line: number;
    readonly character: number;
}

/** The things in whose declarations a place of the text is, by the kinds and ids that pictures have: the innermost first. */
export function thingsAt(model: CrmModel, place: TextPlace): ThingReference[] {
    const found: (ThingReference & { readonly source: SourceRange })[] = [];
    const pending: unknown[] = [model];
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        const source = sourceOf(part);
        // What is declared inside a declaration stands inside its text.
        if (source && !contains(source, place)) continue;
        if (source && isReference(part)) found.push({ kind: part.kind, id: part.id, source });
        for (const inner of Object.values(part as object)) {
            if (typeof inner === 'object' && inner !== null) pending.push(inner);
        }
    }
    for (const flow of model.flows) {
        for (const [index, { source }] of flow.mappings.entries()) {
            if (contains(source, place)) found.push({ kind: 'map', id: mapLineId(flow, index), source });
        }
    }
    for (const way of model.journeys.flatMap(({ ways }) => ways)) {
        if (way.source && contains(way.source, place)) found.push({ kind: 'way', id: wayId(way), source: way.source });
    }
    return found.sort((a, b) => (startsInside(a.source, b.source) ? -1 : 1)).map(({ kind, id }) => ({ kind, id }));
}

function sourceOf(part: unknown): SourceRange | undefined {
    const source = (part as { readonly source?: unknown }).source;
    return typeof source === 'object' && source !== null && 'start' in source ? (source as SourceRange) : undefined;
}

function isReference(part: unknown): part is ThingReference {
    return 'kind' in (part as object) && 'id' in (part as object);
}

function contains({ file, start, end }: SourceRange, place: TextPlace): boolean {
    return file === place.file && !isBefore(place, start) && !isBefore(end, place);
}

/** All that is found holds one place, so that what starts later, or else ends earlier, is inside. */
function startsInside(inner: SourceRange, outer: SourceRange): boolean {
    return isBefore(outer.start, inner.start) || (!isBefore(inner.start, outer.start) && isBefore(inner.end, outer.end));
}

function isBefore(a: SourceRange['start'], b: SourceRange['start']): boolean {
    return a.line < b.line || (a.line === b.line && a.character < b.character);
}
