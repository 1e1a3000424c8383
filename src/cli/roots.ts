import type { CrmMapServices } from '../../language/module.ts';
import { mapRoots } from '../model/map-roots.ts';
import type { Entry } from './load.ts';

/** The maps to be drawn. A file that was named itself always is; one that was found in a folder only where it is a map of its own. */
export function rootsOf(entries: readonly Entry[], services: CrmMapServices): Entry[] {
    const roots = new Set(
        mapRoots(
            entries.map(({ file }) => file.document),
            services.references.ImportGraph,
        ),
    );
    return entries.filter(({ named, file }) => named || roots.has(file.document));
}
