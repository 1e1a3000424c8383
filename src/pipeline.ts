/**
 * The whole flow on one page: a model and one of its views become a picture. The command line and the server both come through here.
 */
import type { BlueprintDiagram } from './diagram/blueprint/blueprint-diagram.ts';
import { blueprintDiagram } from './diagram/blueprint/blueprint-diagram.ts';
import type { DataDiagram } from './diagram/data/data-diagram.ts';
import { dataDiagram } from './diagram/data/data-diagram.ts';
import type { JourneyDiagram } from './diagram/journey/journey-diagram.ts';
import { journeyDiagram } from './diagram/journey/journey-diagram.ts';
import type { LandscapeDiagram } from './diagram/landscape/landscape-diagram.ts';
import { landscapeDiagram } from './diagram/landscape/landscape-diagram.ts';
import { lifecycleDiagram } from './diagram/lifecycle/lifecycle-diagram.ts';
import type { Memory } from './diagram/memory.ts';
import { noMemory } from './diagram/memory.ts';
import type { MappingDiagram } from './diagram/mapping/mapping-diagram.ts';
import { mappingDiagram } from './diagram/mapping/mapping-diagram.ts';
import { matrixDiagram } from './diagram/matrix/matrix-diagram.ts';
import type { PageDiagram } from './diagram/parts/page.ts';
import { scorecardDiagram } from './diagram/scorecard/scorecard-diagram.ts';
import { placeBlueprint } from './layout/blueprint.ts';
import type { ProfileDiagram } from './diagram/profile/profile-diagram.ts';
import { profileDiagram } from './diagram/profile/profile-diagram.ts';
import type { TraceDiagram } from './diagram/trace/trace-diagram.ts';
import { traceDiagram } from './diagram/trace/trace-diagram.ts';
import { placeData } from './layout/data.ts';
import type { LayoutEngine } from './layout/engine.ts';
import { placeJourney } from './layout/journey.ts';
import { placeLandscape } from './layout/landscape.ts';
import { placeMapping } from './layout/mapping.ts';
import { placeProfile } from './layout/profile.ts';
import { placePage } from './layout/page.ts';
import { onPaper } from './layout/paper.ts';
import type { PlacedDiagram } from './layout/placed-diagram.ts';
import { placeTrace } from './layout/trace.ts';
import type { CrmModel, View, ViewKind } from './model/crm-model.ts';
import { renderSvg } from './render/svg.ts';

/** What each kind of view draws, with sizes, before it has places. */
interface Diagrams {
    readonly landscape: LandscapeDiagram;
    readonly journey: JourneyDiagram;
    readonly blueprint: BlueprintDiagram;
    readonly trace: TraceDiagram;
    readonly mapping: MappingDiagram;
    readonly profile: ProfileDiagram;
    readonly data: DataDiagram;
    readonly lifecycle: PageDiagram<'lifecycle'>;
    readonly scorecard: PageDiagram<'scorecard'>;
    readonly matrix: PageDiagram<'matrix'>;
}

export type Diagram = Diagrams[ViewKind];

/** How a kind of picture is made; nothing is drawn where the view's thing is missing. The engine places graphs. */
interface Maker<D> {
    readonly draw: (model: CrmModel, view: View, memory: Memory) => D | undefined;
    readonly place: (diagram: D, engine: LayoutEngine, memory: Memory) => Promise<PlacedDiagram>;
}

const makers: { readonly [Kind in ViewKind]: Maker<Diagrams[Kind]> } = {
    landscape: { draw: (model, view, memory) => landscapeDiagram(model, view, undefined, memory), place: placeLandscape },
    journey: { draw: journeyDiagram, place: placeJourney },
    blueprint: { draw: blueprintDiagram, place: placeBlueprint },
    trace: { draw: traceDiagram, place: placeTrace },
    mapping: { draw: mappingDiagram, place: placeMapping },
    profile: { draw: profileDiagram, place: placeProfile },
    data: { draw: dataDiagram, place: placeData },
    lifecycle: { draw: lifecycleDiagram, place: placePage },
    scorecard: { draw: scorecardDiagram, place: placePage },
    matrix: { draw: matrixDiagram, place: placePage },
};

/** What a view draws, or undefined where the thing that it is of is missing. The memory may be that of any pictures. */
export function diagramOf(model: CrmModel, view: View, memory: Memory = noMemory): Diagram | undefined {
    return makers[view.as].draw(model, view, memory);
}

/** What the picture of a view is called. */
export function pictureTitle(model: CrmModel, view: View): string {
    return diagramOf(model, view)?.sheet.title ?? view.title ?? view.name;
}

/** Gives everything its place; the engine places graphs. The memory may be that of any pictures. */
export function placeDiagram<Kind extends ViewKind>(diagram: Diagrams[Kind], engine: LayoutEngine, memory: Memory = noMemory): Promise<PlacedDiagram> {
    const maker: Maker<Diagrams[Kind]> = makers[diagram.kind as Kind];
    return maker.place(diagram, engine, memory).then(onPaper);
}

/**
 * A view as SVG.
 *
 * @throws an Error where the thing that the view is of is missing
 */
export async function drawView(model: CrmModel, view: View, engine: LayoutEngine): Promise<string> {
    const diagram = diagramOf(model, view);
    if (!diagram) throw new Error(`The ${view.as} that the view ${view.name} shows is not in this map.`);
    return renderSvg(await placeDiagram(diagram, engine));
}
