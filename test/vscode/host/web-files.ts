import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.md': 'text/markdown',
};

/** Files that a browser may load, as those of an extension are on vscode.dev. */
export interface WebFiles {
    readonly port: number;
    stop(): Promise<void>;
}

export type WebFolder = string | Readonly<Record<string, string>>;

/**
 * Serves folders on a loopback port, each below a name, and all else as another server has it.
 *
 * @param folders folder of each name, or the texts of its files by their paths
 * @param elsewhere answers for a path that is in none of them
 */
export async function serveFiles(folders: Readonly<Record<string, WebFolder>>, elsewhere: (path: string) => Promise<Response>): Promise<WebFiles> {
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const [, name = '', ...rest] = decodeURIComponent(pathname).split('/');
        const folder = folders[name];
        response.setHeader('Access-Control-Allow-Origin', '*');
        if (folder === undefined) {
            elsewhere(request.url ?? '/').then(
                (answer) => passOn(answer, response),
                () => response.writeHead(502).end(),
            );
            return;
        }
        const content = contentOf(folder, rest.join('/'));
        response.setHeader('Content-Type', types[path.extname(rest.at(-1) ?? '')] ?? 'application/octet-stream');
        response.writeHead(content === undefined ? 404 : 200).end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { port, stop: () => close(server) };
}

async function passOn(answer: Response, response: ServerResponse): Promise<void> {
    for (const name of ['content-type', 'content-security-policy']) {
        const value = answer.headers.get(name);
        if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}

function contentOf(folder: WebFolder, file: string): string | Buffer | undefined {
    if (file.split('/').includes('..')) return undefined;
    if (typeof folder !== 'string') return folder[file];
    const whole = path.join(folder, file);
    return statSync(whole, { throwIfNoEntry: false })?.isFile() ? readFileSync(whole) : undefined;
}

function close(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
