import type { CrmModel } from '../../model/crm-model.ts';
import type { SourceRange } from '../../model/source-range.ts';
import { comparePositions } from '../text-lines.ts';

interface Placed {
    readonly source?: SourceRange;
}

/** The places of all declarations of a model by file, in the order of the text; what holds another stands before it. */
export function declaredPlaces(model: CrmModel): ReadonlyMap<string, readonly SourceRange[]> {
    const places = new Map<string, SourceRange[]>();
    const add = (things: readonly Placed[]): void => {
        for (const { source } of things) {
            const list = source && places.get(source.file);
            if (list) list.push(source);
            else if (source) places.set(source.file, [source]);
        }
    };
    add([model.map]);
    for (const list of Object.values(model)) if (Array.isArray(list)) add(list as Placed[]);
    for (const { entities } of model.systems) {
        add(entities);
        for (const { fields } of entities) add(fields);
    }
    for (const { mappings } of model.flows) add(mappings);
    for (const { stages } of model.lifecycles) {
        add(stages);
        for (const { activities } of stages) add(activities);
    }
    for (const { stages, ways } of model.journeys) {
        add([...stages, ...ways]);
        for (const { touchpoints } of stages) {
            add(touchpoints);
            for (const { pains, opportunities, evidence } of touchpoints)
                add([...pains, ...opportunities, ...evidence, ...pains.flatMap((pain) => pain.evidence)]);
        }
    }
    for (const list of places.values()) list.sort((a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end));
    return places;
}

/** The declaration that follows a place. */
export function following(after: SourceRange, places: readonly SourceRange[]): SourceRange | undefined {
    return places.find(({ start }) => comparePositions(start, after.end) >= 0);
}

/** Whether a place stands within another of the same file. */
export function holds(outer: SourceRange, inner: SourceRange): boolean {
    return outer.file === inner.file && comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
