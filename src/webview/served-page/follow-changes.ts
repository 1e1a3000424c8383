/**
 * Loads the page again when the program that serves it has another version. A page that is not seen keeps no connection: a browser has
 * only a few for all pages of an address.
 */
export function followChanges(beforeLoading: () => void): void {
    const page = fact('crmmap-page');
    const version = fact('crmmap-version');
    let events: EventSource | undefined;
    const lost = noticeOfLoss();
    const hear = (): void => {
        if (document.hidden) {
            events?.close();
            events = undefined;
            return;
        }
        if (events && events.readyState !== EventSource.CLOSED) return;
        events = new EventSource(`/events?page=${encodeURIComponent(page)}`);
        events.addEventListener('open', () => {
            lost.hidden = true;
        });
        events.addEventListener('error', () => {
            lost.hidden = false;
        });
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

function noticeOfLoss(): HTMLElement {
    const notice = document.createElement('div');
    notice.className = 'p-notice s-lost';
    notice.setAttribute('role', 'status');
    notice.textContent = 'crmmap serve has ended. This page is as it was.';
    notice.hidden = true;
    document.body.append(notice);
    return notice;
}

function fact(name: string): string {
    return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}
