import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { landscapeView } from '../../test/helpers/landscape-maps.ts';
import type { GeneratedMap } from '../../test/layout/generated-maps.ts';
import { generatedMap, shapes } from '../../test/layout/generated-maps.ts';

/** A landscape to be measured. */
export interface LandscapeCase {
    readonly name: string;
    readonly model: CrmModel;
    readonly view: View;
    readonly systems: number;
}

const densities = { tree: 1.2, mesh: 1.4, hub: 1.3, circles: 1.4 } as const;

/** Generated landscapes of every shape and size, grouped and not, to the right and down, with long names and others. */
export function landscapeCases(quick: boolean): LandscapeCase[] {
    const sizes = quick ? [10, 20, 50] : [10, 20, 50, 100, 200, 300];
    const cases = sizes.flatMap((systems) =>
        shapes.flatMap((shape) =>
            (['category', 'none'] as const).flatMap((groupBy) =>
                (systems === 20 || systems === 50 ? (['right', 'down'] as const) : (['right'] as const)).map((direction) =>
                    caseOf({ shape, systems, density: densities[shape] }, groupBy, direction),
                ),
            ),
        ),
    );
    const named = (['long', 'wide'] as const).flatMap((naming) =>
        (quick ? [20] : [20, 100]).map((systems) => caseOf({ shape: 'mesh', systems, density: 1.4, naming }, 'category', 'right')),
    );
    return [...cases, ...named];
}

function caseOf(map: GeneratedMap, groupBy: 'category' | 'none', direction: 'right' | 'down'): LandscapeCase {
    const name = [map.shape, map.systems, map.naming ?? '', groupBy === 'category' ? 'grouped' : 'bare', direction === 'down' ? 'down' : ''].filter(
        (word) => word !== '',
    );
    return { name: name.join(' '), model: generatedMap(map), view: landscapeView({ groupBy, direction }), systems: map.systems };
}
