import { realpathSync } from 'node:fs';
import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import type { LinkedFiles } from '../../language/workspace-bounds.ts';
import type { KeptSettings } from './client-files.ts';

/** The disk of this machine; and other places, such as a repository that is only looked at, as the client reads them. */
export class LocalFiles implements LinkedFiles, KeptSettings {
    private readonly disk = new NodeFileSystemProvider();
    private readonly elsewhere: KeptSettings;

    constructor(elsewhere: KeptSettings) {
        this.elsewhere = elsewhere;
    }

    realPath(uri: URI): URI {
        if (!isLocal(uri)) return uri;
        try {
            return URI.file(realpathSync.native(uri.fsPath));
        } catch {
            return uri;
        }
    }

    async keepSettings(uri: URI): Promise<void> {
        if (!isLocal(uri)) await this.elsewhere.keepSettings(uri);
    }

    exists(uri: URI): Promise<boolean> {
        return this.placeOf(uri).exists(uri);
    }

    existsSync(uri: URI): boolean {
        return this.placeOf(uri).existsSync(uri);
    }

    stat(uri: URI): Promise<FileSystemNode> {
        return this.placeOf(uri).stat(uri);
    }

    statSync(uri: URI): FileSystemNode {
        return this.placeOf(uri).statSync(uri);
    }

    readBinary(uri: URI): Promise<Uint8Array> {
        return this.placeOf(uri).readBinary(uri);
    }

    readBinarySync(uri: URI): Uint8Array {
        return this.placeOf(uri).readBinarySync(uri);
    }

    readFile(uri: URI): Promise<string> {
        return this.placeOf(uri).readFile(uri);
    }

    readFileSync(uri: URI): string {
        return this.placeOf(uri).readFileSync(uri);
    }

    readDirectory(uri: URI): Promise<FileSystemNode[]> {
        return this.placeOf(uri).readDirectory(uri);
    }

    readDirectorySync(uri: URI): FileSystemNode[] {
        return this.placeOf(uri).readDirectorySync(uri);
    }

    private placeOf(uri: URI): FileSystemProvider {
        return isLocal(uri) ? this.disk : this.elsewhere;
    }
}

function isLocal({ scheme }: URI): boolean {
    return scheme === 'file';
}
