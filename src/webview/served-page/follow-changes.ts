/**
 * Loads the page again when the program that serves it has another version. A page that is not seen keeps no connection: a browser has
 * only a few for all pages of an address.
 */
export function followChanges(beforeLoading: () => void): void {
    const page = fact('crmmap-page');
    const version = fact('crmmap-version');
    let events: EventSource | undefined;
    const hear = (): void => {
        if (document.hidden) {
            events?.close();
            events = undefined;
            return;
        }
        if (events && events.readyState !== EventSource.CLOSED) return;
        events = new EventSource(`/events?page=${encodeURIComponent(page)}`);
        events.addEventListener('message', ({ data }) => {
            if (data === version) return;
            events?.close();
            beforeLoading();
            location.reload();
        });
    };
    document.addEventListener('visibilitychange', hear);
    // Going back may bring a page as it was left.
    window.addEventListener('pageshow', hear);
    hear();
}

function fact(name: string): string {
    return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}
