// An extension for the tests in a browser: a workspace in memory, as one of vscode.dev is not on a disk either.

/** The files of the extension. Its address is `memory:/`, and it holds these texts by their paths. */
export function memoryExtension(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const manifest = {
        name: 'memory-files',
        publisher: 'crmmap-tests',
        version: '1.0.0',
        engines: { vscode: '^1.101.0' },
        browser: './extension.js',
        activationEvents: ['onFileSystem:memory'],
        capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
    };
    return { 'package.json': JSON.stringify(manifest), 'extension.js': `(${extension.toString()})(${JSON.stringify(files)}, exports, require);` };
}

interface Entry {
    readonly type: number;
    text: Uint8Array;
    changed: number;
}

/** Runs in VS Code's extension host, and so can use nothing from here. */
function extension(files: Readonly<Record<string, string>>, exports: { activate?: () => void }, require: (name: 'vscode') => typeof import('vscode')): void {
    exports.activate = () => {
        const { EventEmitter, FileSystemError, workspace } = require('vscode');
        const entries = new Map<string, Entry>([['/', { type: 2, text: new Uint8Array(), changed: 1 }]]);
        const changes = new EventEmitter<import('vscode').FileChangeEvent[]>();
        const put = (path: string, text: Uint8Array): void => {
            for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
                const folder = path.slice(0, at);
                if (!entries.has(folder)) entries.set(folder, { type: 2, text: new Uint8Array(), changed: 1 });
            }
            entries.set(path, { type: 1, text, changed: (entries.get(path)?.changed ?? 0) + 1 });
        };
        const get = (uri: import('vscode').Uri): Entry => {
            const entry = entries.get(uri.path);
            if (!entry) throw FileSystemError.FileNotFound(uri);
            return entry;
        };
        for (const [name, text] of Object.entries(files)) put(`/${name}`, new TextEncoder().encode(text));
        workspace.registerFileSystemProvider('memory', {
            onDidChangeFile: changes.event,
            watch: () => ({ dispose: () => undefined }),
            stat: (uri) => {
                const { type, text, changed } = get(uri);
                return { type, ctime: 0, mtime: changed, size: text.length };
            },
            readDirectory: (uri) => {
                get(uri);
                const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
                return [...entries]
                    .filter(([path]) => path !== folder && path.startsWith(folder) && !path.slice(folder.length).includes('/'))
                    .map(([path, { type }]) => [path.slice(folder.length), type]);
            },
            readFile: (uri) => get(uri).text,
            writeFile: (uri, text) => {
                const isNew = !entries.has(uri.path);
                put(uri.path, text);
                changes.fire([{ type: isNew ? 2 : 1, uri }]);
            },
            createDirectory: (uri) => void entries.set(uri.path, { type: 2, text: new Uint8Array(), changed: 1 }),
            delete: (uri) => {
                entries.delete(uri.path);
                changes.fire([{ type: 3, uri }]);
            },
            rename: (from, to) => {
                entries.set(to.path, get(from));
                entries.delete(from.path);
                changes.fire([
                    { type: 3, uri: from },
                    { type: 2, uri: to },
                ]);
            },
        });
    };
}
