import type { ServerResponse } from 'node:http';

interface Listener {
    readonly response: ServerResponse;
    readonly page: string;
    told: string | undefined;
}

/** So many pages can listen at a time. */
const mostListeners = 100;
/** Something is sent so often, so that a connection that is gone is noticed. */
const beatMs = 25_000;

/** Tells pages which version of them there is, by server-sent events. */
export class Events {
    private readonly listeners = new Set<Listener>();
    private readonly versionOf: (page: string) => string;
    private readonly beating: NodeJS.Timeout;

    constructor(versionOf: (page: string) => string) {
        this.versionOf = versionOf;
        this.beating = setInterval(() => {
            for (const { response } of this.listeners) response.write(':\n\n');
        }, beatMs);
        this.beating.unref();
    }

    get isFull(): boolean {
        return this.listeners.size >= mostListeners;
    }

    /** Tells from now on; the head of the response is written. */
    add(response: ServerResponse, page: string): void {
        const listener = { response, page, told: undefined };
        this.listeners.add(listener);
        response.on('close', () => this.listeners.delete(listener));
        response.on('error', () => this.listeners.delete(listener));
        response.write('retry: 1000\n\n');
        this.tell(listener);
    }

    tellAll(): void {
        for (const listener of this.listeners) this.tell(listener);
    }

    end(): void {
        clearInterval(this.beating);
        for (const { response } of this.listeners) response.end();
    }

    private tell(listener: Listener): void {
        const version = this.versionOf(listener.page);
        if (version === listener.told) return;
        listener.told = version;
        listener.response.write(`data: ${version}\n\n`);
    }
}
