import { t } from './l10n.ts';
import { button, make } from './toolbar/dom.ts';

/** Bars above the picture that tell of the server and of a drawing that takes its time. */
export class Notices {
    private readonly server = make('div', { class: 'server-notice' });
    private readonly progress = make('div', { class: 'drawing-progress' });
    private readonly words = make('span');

    /** @param before the part of the page that they stand above; `restart` asks for the server to be started anew */
    constructor(before: HTMLElement, restart: () => void) {
        this.server.setAttribute('role', 'status');
        this.server.hidden = true;
        this.server.append(this.words, button({ name: t('Restart server'), title: t('Start the language server anew') }, restart, t('Restart server')));
        this.progress.setAttribute('role', 'progressbar');
        this.progress.setAttribute('aria-label', t('Drawing the picture'));
        this.progress.hidden = true;
        before.before(this.server, this.progress);
    }

    /** Says that the picture stays as it is while no server runs. */
    showServer(isRunning: boolean): void {
        this.server.hidden = isRunning;
        this.words.textContent = isRunning
            ? ''
            : t('The language server has stopped. The picture is the last one; it will follow the text again once the server is back.');
    }

    showProgress(isDrawing: boolean): void {
        this.progress.hidden = !isDrawing;
    }
}
