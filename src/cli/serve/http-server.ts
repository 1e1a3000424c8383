import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Events } from './events.ts';
import { refusalOf } from './refusal.ts';

/** What a path stands for. */
export type Answer =
    | { readonly kind: 'page'; readonly status: 200 | 404 | 500; readonly page: string; readonly policy: string }
    | { readonly kind: 'events'; readonly page: string };

/** Finds the answer to a path, with what follows its `?`. */
export type Site = (path: string, query: string) => Promise<Answer | undefined>;

const nothing = "default-src 'none'";
const loopback = '127.0.0.1';

/** A server that answers on this machine alone. */
export class LocalServer {
    private readonly server: Server;

    constructor(site: Site, events: Events) {
        this.server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5_000 });
        this.server.maxConnections = 400;
        this.server.on('request', (request, response) => void answer(request, response, this.port, site, events));
        // Such as too many open files, when a connection comes: the next one may do.
        this.server.on('error', () => undefined);
    }

    get port(): number {
        return (this.server.address() as AddressInfo | null)?.port ?? 0;
    }

    /** @throws an Error of the system when the port is not to be had */
    async listen(port: number): Promise<void> {
        await new Promise<void>((resolve, reject) => {
            this.server.once('error', reject);
            this.server.listen({ host: loopback, port, exclusive: true }, () => {
                this.server.off('error', reject);
                resolve();
            });
        });
    }

    /** Ends every connection. */
    end(): void {
        this.server.close();
        this.server.closeAllConnections();
    }
}

async function answer(request: IncomingMessage, response: ServerResponse, port: number, site: Site, events: Events): Promise<void> {
    const send = sender(request, response);
    const refusal = refusalOf(request, port);
    if (refusal) {
        const allow: Record<string, string> = refusal.status === 405 ? { allow: 'GET, HEAD' } : {};
        return send(refusal.status, 'text/plain', `${refusal.message}\n`, nothing, { connection: 'close', ...allow });
    }
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    try {
        const found = await site(path, query);
        if (!found) return send(404, 'text/plain', 'There is nothing here.\n', nothing);
        if (found.kind === 'page') return send(found.status, 'text/html', found.page, found.policy);
        if (request.method === 'HEAD') return send(200, 'text/event-stream', '', nothing);
        if (events.isFull) return send(503, 'text/plain', 'Too many pages are open.\n', nothing);
        response.writeHead(200, { ...headers('text/event-stream', nothing) });
        events.add(response, found.page);
    } catch {
        // Only a fault of the program comes here; its words may name more than a page should.
        send(500, 'text/plain', 'This cannot be shown, by a fault of the program.\n', nothing);
    }
}

function sender(request: IncomingMessage, response: ServerResponse) {
    return (status: number, type: string, content: string, policy: string, more: Readonly<Record<string, string>> = {}): void => {
        if (response.headersSent || response.destroyed) return;
        const body = Buffer.from(content);
        const length = type === 'text/event-stream' ? {} : { 'content-length': String(body.length) };
        response.writeHead(status, { ...headers(type, policy), ...length, ...more });
        response.end(request.method === 'HEAD' ? undefined : body);
    };
}

function headers(type: string, policy: string): Record<string, string> {
    return {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': `${policy}; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
    };
}
