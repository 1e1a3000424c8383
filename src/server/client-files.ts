import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { type ClientFile, type ClientFolder, type FileQuestion, listFolder, readFile, statFile } from '../protocol.ts';
import { settingsName } from './map-settings.ts';

/** A file system that answers at once for settings that it has read before. */
export interface KeptSettings extends FileSystemProvider {
    /** Reads settings again that were changed, made or removed. */
    keepSettings(uri: URI): Promise<void>;
}

export function keepsSettings(files: FileSystemProvider): files is KeptSettings {
    return 'keepSettings' in files;
}

/**
 * Files that the client reads for the server. What is asked for at once is answered from memory: what stood in the folders that were
 * listed, and the texts of settings in them.
 */
export class ClientFiles implements KeptSettings {
    private readonly connection: Connection;
    private readonly answers: () => boolean;
    private readonly seen = new Set<string>();
    private readonly settings = new Map<string, string>();

    /** @param answers whether the client said that it reads files */
    constructor(connection: Connection, answers: () => boolean) {
        this.connection = connection;
        this.answers = answers;
    }

    async stat(uri: URI): Promise<FileSystemNode> {
        const found = await this.ask<ClientFile>(statFile, uri);
        if (!found) throw missing(uri);
        return { uri, ...found };
    }

    async exists(uri: URI): Promise<boolean> {
        return (await this.ask<ClientFile>(statFile, uri)) !== null;
    }

    async readFile(uri: URI): Promise<string> {
        const text = await this.ask<string>(readFile, uri);
        if (text === null) throw missing(uri);
        return text;
    }

    async readBinary(uri: URI): Promise<Uint8Array> {
        return new TextEncoder().encode(await this.readFile(uri));
    }

    async readDirectory(uri: URI): Promise<FileSystemNode[]> {
        const entries = ((await this.ask<ClientFolder>(listFolder, uri)) ?? []).map(({ name, isFile, isDirectory }) => ({
            uri: UriUtils.joinPath(uri, name),
            isFile,
            isDirectory,
        }));
        for (const entry of entries) {
            this.seen.add(entry.uri.toString());
            if (UriUtils.basename(entry.uri) === settingsName) await this.keepSettings(entry.uri);
        }
        return entries;
    }

    async keepSettings(uri: URI): Promise<void> {
        const text = await this.ask<string>(readFile, uri);
        if (text === null) this.settings.delete(uri.toString());
        else this.settings.set(uri.toString(), text);
    }

    existsSync(uri: URI): boolean {
        return this.settings.has(uri.toString()) || (UriUtils.basename(uri) !== settingsName && this.seen.has(uri.toString()));
    }

    readFileSync(uri: URI): string {
        const text = this.settings.get(uri.toString());
        if (text === undefined) throw missing(uri);
        return text;
    }

    statSync(uri: URI): FileSystemNode {
        throw missing(uri);
    }

    readBinarySync(uri: URI): Uint8Array {
        return new TextEncoder().encode(this.readFileSync(uri));
    }

    readDirectorySync(): FileSystemNode[] {
        return [];
    }

    private async ask<T>(method: string, uri: URI): Promise<T | null> {
        if (!this.answers()) return null;
        const question: FileQuestion = { uri: uri.toString() };
        return this.connection.sendRequest<T | null>(method, question);
    }
}

function missing(uri: URI): Error {
    return new Error(`${uri.toString(true)} cannot be read.`);
}
