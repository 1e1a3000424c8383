import type { URI } from 'langium';

/** Which files a map may import: those of the workspace. Handed in by whoever knows it. */
export interface WorkspaceBounds {
    contains(uri: URI): boolean;
}

/** No bounds: for a single file, and for tests. */
export const everywhere: WorkspaceBounds = { contains: () => true };
