/**
 * The whole flow on one page: a model and one of its views become a picture. The command line and the server both come through here.
 */
import type { JourneyDiagram } from './diagram/journey/journey-diagram.ts';
import { journeyDiagram } from './diagram/journey/journey-diagram.ts';
import type { LandscapeDiagram } from './diagram/landscape/landscape-diagram.ts';
import { landscapeDiagram } from './diagram/landscape/landscape-diagram.ts';
import type { LayoutEngine } from './layout/engine.ts';
import { placeJourney } from './layout/journey.ts';
import { placeLandscape } from './layout/landscape.ts';
import type { PlacedDiagram } from './layout/placed-diagram.ts';
import type { CrmModel, View, ViewKind } from './model/crm-model.ts';
import { renderSvg } from './render/svg.ts';

/** What is drawn, with sizes, before it has places. */
export type Diagram = LandscapeDiagram | JourneyDiagram;

/** The kinds of view that have a picture. */
export const drawnKinds: readonly ViewKind[] = ['landscape', 'journey'];

export function isDrawable(kind: ViewKind): boolean {
    return drawnKinds.includes(kind);
}

/** What a view draws, or undefined for a kind of view that has no picture yet, or whose thing is missing. */
export function diagramOf(model: CrmModel, view: View): Diagram | undefined {
    switch (view.as) {
        case 'landscape':
            return landscapeDiagram(model, view);
        case 'journey':
            return journeyDiagram(model, view);
        default:
            return undefined;
    }
}

/** Gives everything its place; the engine places graphs. */
export function placeDiagram(diagram: Diagram, engine: LayoutEngine): Promise<PlacedDiagram> {
    return diagram.kind === 'landscape' ? placeLandscape(diagram, engine) : placeJourney(diagram, engine);
}

/**
 * A view as SVG.
 *
 * @throws when the kind of view has no picture (`isDrawable`)
 */
export async function drawView(model: CrmModel, view: View, engine: LayoutEngine): Promise<string> {
    const diagram = diagramOf(model, view);
    if (!diagram) throw new Error(`A view of kind ${view.as} has no picture yet.`);
    return renderSvg(await placeDiagram(diagram, engine));
}
