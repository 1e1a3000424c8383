import type { IncomingMessage } from 'node:http';

/** Why a request gets nothing. */
export interface Refusal {
    readonly status: 403 | 405;
    readonly message: string;
}

/**
 * Only a person at this machine may read, by a page of this server or an address that was typed or followed. A page of another origin
 * may not, also where its name was made to lead to this machine (DNS rebinding): so the name in the request counts, not where it came in.
 */
export function refusalOf({ method, headersDistinct }: Pick<IncomingMessage, 'method' | 'headersDistinct'>, port: number): Refusal | undefined {
    const one = (name: string): string | undefined => headersDistinct[name]?.[0];
    const names = ['127.0.0.1', 'localhost', '[::1]'];
    const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
    const asked = headersDistinct['host'] ?? [];
    if (asked.length !== 1 || !hosts.includes(asked[0]?.toLowerCase() ?? '')) {
        return { status: 403, message: `This server answers only to http://127.0.0.1:${port}/ on its own machine.` };
    }
    const origins = headersDistinct['origin'] ?? [];
    const isOurs = (origin: string): boolean => hosts.some((host) => origin.toLowerCase() === `http://${host}`);
    if (!origins.every(isOurs)) return { status: 403, message: 'This server does not answer to pages of other origins.' };
    const site = one('sec-fetch-site');
    const isFollowed = one('sec-fetch-mode') === 'navigate' && one('sec-fetch-dest') === 'document';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isFollowed) {
        return { status: 403, message: 'This server does not answer to pages of other origins.' };
    }
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, message: 'This server is only read: GET and HEAD.' };
    return undefined;
}
