import { type FromWebview, type PreviewWish, readWebviewState, readWish, type WebviewState } from '../protocol.ts';

/** What VS Code lends to a page. */
interface VsCodeApi {
    postMessage(message: FromWebview): void;
    getState(): unknown;
    setState(state: WebviewState): void;
}

declare global {
    function acquireVsCodeApi(): VsCodeApi;
}

/** The extension on the other side, and what is kept while the page is hidden. */
export interface Host {
    send(message: FromWebview): void;
    state(): WebviewState;
    keep(change: Partial<WebviewState>): void;
    /** Asks for something else of the map to be shown; what the change does not name stays as it was wished for. */
    wish(change: Partial<PreviewWish>): void;
}

/** Connects the page with VS Code. May be called once. */
export function connectHost(): Host {
    const api = acquireVsCodeApi();
    let state = readWebviewState(api.getState());
    const keep = (change: Partial<WebviewState>): void => {
        const next = { ...state, ...change };
        // Telling VS Code takes time, and most pictures change nothing of this.
        if (JSON.stringify(next) === JSON.stringify(state)) return;
        state = next;
        api.setState(state);
    };
    return {
        send: (message) => api.postMessage(message),
        state: () => state,
        keep,
        wish: (change) => {
            keep(change);
            api.postMessage({ type: 'wish', wish: readWish({ ...state }) });
        },
    };
}
