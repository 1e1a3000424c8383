import type { CrmModel, View, ViewKind } from '../../model/crm-model.ts';
import { erOf } from './er.ts';
import { flowchartOf } from './flowchart.ts';
import { hasBranches, journeyOfView, mermaidJourney } from './journey.ts';
import { waysOf } from './ways.ts';

/** Which text of a view: the diagram of its kind, or the flowchart of a journey's ways, which stands beside it. */
export type MermaidPart = 'diagram' | 'ways';

const kinds: readonly ViewKind[] = ['landscape', 'journey', 'data'];

/** Does this kind of view have a text for Mermaid? */
export function hasMermaid(kind: ViewKind): boolean {
    return kinds.includes(kind);
}

/** The texts of a view: one for a kind of view that has any, and the ways of a journey where they branch, which a Mermaid journey cannot show. */
export function mermaidParts(model: CrmModel, view: View): readonly MermaidPart[] {
    const journey = view.as === 'journey' ? journeyOfView(model, view) : undefined;
    return [...(hasMermaid(view.as) ? ['diagram' as const] : []), ...(journey && hasBranches(journey) ? ['ways' as const] : [])];
}

/**
 * A view as text for Mermaid: a flowchart for a landscape, a journey for a journey, an entity relationship diagram for data.
 *
 * @throws when there is no such text (`mermaidParts`), or the thing that the view shows is missing
 */
export function mermaidOf(model: CrmModel, view: View, part: MermaidPart): string {
    const text = textOf(model, view, part);
    if (text === undefined) throw new Error(`The ${view.as} of view ${view.name} cannot be written for Mermaid.`);
    return text;
}

function textOf(model: CrmModel, view: View, part: MermaidPart): string | undefined {
    switch (view.as) {
        case 'landscape':
            return flowchartOf(model, view);
        case 'journey': {
            const journey = journeyOfView(model, view);
            return journey && (part === 'ways' ? waysOf(view, journey) : mermaidJourney(model, view, journey));
        }
        case 'data':
            return erOf(model, view);
        default:
            return undefined;
    }
}
