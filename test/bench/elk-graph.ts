import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import type { ElkNode } from '../../src/layout/engine.ts';
import { toElk } from '../../src/layout/landscape/elk-landscape.ts';
import { buildModel } from '../../src/model/build-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { checkFiles } from '../language/support.ts';

/** The first view of a map as a graph for elkjs, whether or not we place it by elkjs. */
export async function elkGraphOf(text: string): Promise<ElkNode> {
    const { document, services } = await checkFiles({ 'map.crmmap': text });
    const model = buildModel(document('map.crmmap'), services, (uri) => uri.path);
    const [view] = viewsOf(model);
    const diagram = view && landscapeDiagram(model, view);
    if (!diagram) throw new Error('The first view of the map draws no landscape.');
    return toElk(diagram, diagram.groups);
}
