import type { FileSystemProvider, URI } from 'langium';

/** Which files a map may import: those of the workspace. Handed in by whoever knows it. */
export interface WorkspaceBounds {
    contains(uri: URI): boolean;
}

/** No bounds: for a single file, and for tests. */
export const everywhere: WorkspaceBounds = { contains: () => true };

/** A file system with links: a path inside of a folder may stand for a file outside of it. */
export interface LinkedFiles extends FileSystemProvider {
    /** The address of a file without any link in it; the address itself where nothing is there. */
    realPath(uri: URI): URI;
}

export function hasLinks(files: FileSystemProvider): files is LinkedFiles {
    return 'realPath' in files;
}
