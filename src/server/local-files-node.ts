import { realpathSync } from 'node:fs';
import { type FileSystemNode, URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import type { LinkedFiles } from '../../language/workspace-bounds.ts';

/**
 * The disk of this machine. Other places, such as a repository that is only looked at, are not on it: of them, the server knows what
 * an editor has open.
 */
export class LocalFiles extends NodeFileSystemProvider implements LinkedFiles {
    realPath(uri: URI): URI {
        if (!isLocal(uri)) return uri;
        try {
            return URI.file(realpathSync.native(uri.fsPath));
        } catch {
            return uri;
        }
    }

    override async exists(uri: URI): Promise<boolean> {
        return isLocal(uri) && super.exists(uri);
    }

    override existsSync(uri: URI): boolean {
        return isLocal(uri) && super.existsSync(uri);
    }

    override async stat(uri: URI): Promise<FileSystemNode> {
        return super.stat(local(uri));
    }

    override statSync(uri: URI): FileSystemNode {
        return super.statSync(local(uri));
    }

    override async readBinary(uri: URI): Promise<Uint8Array> {
        return super.readBinary(local(uri));
    }

    override readBinarySync(uri: URI): Uint8Array {
        return super.readBinarySync(local(uri));
    }

    override async readFile(uri: URI): Promise<string> {
        return super.readFile(local(uri));
    }

    override readFileSync(uri: URI): string {
        return super.readFileSync(local(uri));
    }

    override async readDirectory(uri: URI): Promise<FileSystemNode[]> {
        return isLocal(uri) ? super.readDirectory(uri) : [];
    }

    override readDirectorySync(uri: URI): FileSystemNode[] {
        return isLocal(uri) ? super.readDirectorySync(uri) : [];
    }
}

function isLocal({ scheme }: URI): boolean {
    return scheme === 'file';
}

/** @throws an Error where an address is not one of this machine */
function local(uri: URI): URI {
    if (!isLocal(uri)) throw new Error(`${uri.toString(true)} is not on this machine.`);
    return uri;
}
